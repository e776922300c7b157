// Half-filled corrections: kept on the phone alone, brought back, sent once the network is there, and gone from the phone.
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { keptOn, NOTHING, offline, posts, sendOffline, typedIn } from './support/draft.ts'
import { fillIn, leadingOn, visit } from './support/form.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { press, walk } from './support/way.ts'

test('a correction that the page lost comes back, waits for the network, goes by itself, and leaves nothing on the phone', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const page = await visitor({ viewport: { width: 360, height: 740 } })
  const actions = posts(page.context())
  await visit(page, `${home}/f/iko-2026-2`)
  await walk(page, ikoAnswersOf(organisation))
  await press(page, 'Kirim')
  const receipt = page.url()
  await leadingOn(page, () => page.getByRole('link', { name: 'Perbaiki jawaban' }).click())
  const before = actions.length
  await fillIn(page, { facilitator: 'Tri Contoh' })
  await leadingOn(page, () => page.reload())
  expect(await typedIn(page, 'facilitator')).toBe('Tri Contoh')
  await walk(page, {})
  await sendOffline(page, 'Kirim perbaikan')
  // It was never saved on the server.
  expect(new Set(actions.slice(before))).not.toContain('save')
  await leadingOn(page, () => offline(page, false))
  expect(page.url()).toBe(receipt)
  expect(await page.getByRole('main').textContent()).toContain('Tri Contoh')
  expect(await keptOn(page)).toEqual(NOTHING)
})
