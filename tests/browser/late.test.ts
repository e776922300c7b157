// A round that closes while people still answer: what was begun before is taken, and everything else explains itself.
import { join } from 'node:path'
import { expect } from 'vitest'
import { demoNetwork } from '../../scripts/demo.ts'
import { runSql } from '../../scripts/operate/database.ts'
import { formRows, literal, newestForm, roundRows } from '../../scripts/operate/rows.ts'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { ownPlace } from '../support/place.ts'
import { until } from '../support/wait.ts'
import { typedOn, visit } from './support/form.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { press, titleOn, walk } from './support/way.ts'

const HOUR = 60 * 60 * 1000
const phone = { viewport: { width: 360, height: 740 } }
const place = ['--local', '--persist-to', join(ownPlace().folder, 'data')]

/** Opens a round of the IKO for this test alone, and returns its slug. */
async function openRound(): Promise<string> {
  const id = crypto.randomUUID()
  const slug = `pendek-${id.slice(0, 8)}`
  const asked = newestForm(await formRows(Date.now()), 'iko')
  if (!asked) throw new Error('there is no form of the IKO')
  const title = { id: 'IKO putaran pendek', en: 'IKO, a short round' }
  const times = { opensAt: Date.now() - 48 * HOUR, closesAt: null, reference: null }
  const round = { id, networkId: demoNetwork.id, slug, asked, kind: 'survey', title, ...times } as const
  await runSql(place, roundRows(round, Date.now()))
  return slug
}

const close = (slug: string, at: number) =>
  runSql(place, [`update rounds set closed_at = ${at} where slug = ${literal(slug)}`])

test('answers begun before the close are taken after it; those begun after it are kept on the page that says so', async ({
  visitor,
  home,
}) => {
  const [first, second] = [newOrganisation(), newOrganisation()]
  const slug = await openRound()
  const page = await visitor(phone)
  await visit(page, `${home}/f/${slug}`)
  await walk(page, ikoAnswersOf(first))

  // While the first one fills in the form, the coordinator closes the round.
  await close(slug, Date.now())
  await press(page, 'Periksa dulu')
  expect(await titleOn(page)).toBe('Periksa jawaban Anda')
  expect((await press(page, 'Kirim')).status()).toBe(200)
  const receipt = await page.getByRole('main').innerText()
  expect(receipt).toContain('Jawaban ini tiba setelah formulir ditutup. Kami tetap menerimanya')
  expect(receipt).not.toContain('Perbaiki jawaban')
  expect((await mailTo(first.email, 'laporan')).text).toContain('1,30 dari 4')

  // Whoever comes now is told that it is closed, since when, and whom to ask.
  await until('the round to be closed', async () =>
    (await (await fetch(`${home}/f/${slug}`)).text()).includes('sudah ditutup') ? true : undefined,
  )
  await visit(page, `${home}/f/${slug}`)
  expect(await titleOn(page)).toBe('Formulir ini sudah ditutup')
  const closed = await page.getByRole('main').innerText()
  expect(closed).toMatch(/Formulir ini ditutup pada .*WIB/)
  expect(closed).toContain(demoNetwork.replyTo)

  // A page that was opened later than the close is not taken, and nothing typed is lost.
  const other = await openRound()
  await visit(page, `${home}/f/${other}`)
  await walk(page, ikoAnswersOf(second))
  const [, ...typed] = await typedOn(page)
  await close(other, Date.now() - HOUR)
  expect((await press(page, 'Kirim')).status()).toBe(403)
  expect(await titleOn(page)).toBe('Formulir ini sudah ditutup')
  expect(await page.getByRole('main').innerText()).toContain('masih ada di bawah ini')
  expect(await typedOn(page)).toEqual(typed)
  expect(await page.getByRole('main').getByRole('button').count()).toBe(0)
})
