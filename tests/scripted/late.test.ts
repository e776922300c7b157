// A round that closes while people still answer: what waits on the phone to be sent is taken, if it was begun before.
import { expect } from 'vitest'
import { offline, sendOffline } from '../journeys/support/draft.ts'
import { leadingOn, visit } from '../journeys/support/form.ts'
import { ikoAnswersOf, newOrganisation } from '../journeys/support/organisation.ts'
import { walk } from '../journeys/support/way.ts'
import { openRound } from './support/round.ts'
import { test } from './support/test.ts'

test('answers that waited for the network over the close are taken after it, and their receipt says so', async ({
  visitor,
  home,
  service,
}) => {
  const path = await openRound(service, 'iko')
  const page = await visitor({ viewport: { width: 360, height: 740 } })
  await visit(page, home + path)
  await walk(page, ikoAnswersOf(newOrganisation()))
  await sendOffline(page)
  service.run('update rounds set closed_at = ? where slug = ?', service.now(), path.slice(3))
  await leadingOn(page, () => offline(page, false))
  expect(page.url()).toContain('/s/')
  const receipt = await page.getByRole('main').innerText()
  expect(receipt).toContain('Jawaban ini tiba setelah formulir ditutup. Kami tetap menerimanya')
  expect(receipt).not.toContain('Perbaiki jawaban')
})
