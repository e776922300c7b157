// Staff's pages by keyboard alone, on a phone: Tab comes by everything there is, in its order, and one sees where one is.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoNetwork } from '../../scripts/demo.ts'
import { test } from '../support/browser.ts'
import { leadingOn, visit } from './support/form.ts'
import { focused, reachable, type Stop, tab } from './support/keyboard.ts'
import { administrator, follow, phone, press } from './support/staff.ts'

const FRONT = `/c/n/${demoNetwork.slug}`

/** Walks from where the page puts the focus to its end; the parts of one field are one stop. */
async function expectWalkable(page: Page): Promise<void> {
  const names = await reachable(page)
  const first = await focused(page)
  const stops: Stop[] = []
  while (stops.length < names.length) {
    const stop = await tab(page)
    if (stop.kind === 'body') break
    if (stop.name !== stops.at(-1)?.name) stops.push(stop)
  }
  // Where something was refused the focus is on what is wrong, and Tab goes on from there.
  const expected = first.kind === 'body' ? names : names.slice(-stops.length)
  expect([page.url(), stops.map(({ name }) => name)]).toEqual([page.url(), expected])
  // Of several lines, a browser shows the one that is written in.
  const isSeen = ({ isInSight, kind }: Stop) => isInSight || kind === 'textarea'
  const unseen = stops.filter((stop) => !stop.isOutlined || !isSeen(stop))
  expect([page.url(), unseen]).toEqual([page.url(), []])
}

test('Tab comes by everything on pages of staff, in its order, and one sees where one is', async ({
  staff,
  home,
}) => {
  const page = await administrator(staff, home, phone)
  const main = page.getByRole('main')
  for (const part of ['', '/messages', '/steps', '/people/invite']) {
    await visit(page, home + FRONT + part)
    await expectWalkable(page)
  }
  await press(page, 'Kirim undangan')
  await expectWalkable(page)
  await visit(page, `${home}${FRONT}/organisations/duplicates`)
  await leadingOn(page, () =>
    main
      .getByRole('link', { name: /^Bandingkan/ })
      .first()
      .click(),
  )
  await expectWalkable(page)
  await visit(page, `${home}${FRONT}/rounds`)
  await follow(page, 'IKO 2026, putaran pertama')
  await follow(page, 'Bagikan')
  await expectWalkable(page)
})
