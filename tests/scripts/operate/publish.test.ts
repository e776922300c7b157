// The rules of publishing forms: what is missing is stored, and no round loses the form it asks.
import { expect, test } from 'vitest'
import { readNetwork, readRound } from '../../../scripts/operate/opening.ts'
import { checkRounds, HELD, missingAmong, WITHOUT_FORM } from '../../../scripts/operate/publish.ts'
import { formRows, networkRow, roundRows } from '../../../scripts/operate/rows.ts'
import { newDatabase } from '../database.ts'

const network = {
  name: 'Jaringan Uji',
  'name-en': 'Test Network',
  slug: 'jaringan-uji',
  province: '35',
  'reply-to': 'koordinator@uji.example',
}
const endless = { slug: 'uji-1', form: 'iko', title: 'IKO uji', 'title-en': 'IKO test', opens: '2026-11-24' }

test('what is missing is published, and no version is taken away from a round that nobody has stored', async () => {
  const database = newDatabase()
  const forms = await formRows(0)
  const made = readNetwork(network, '01900000-0000-7000-8000-00000000000a')
  const round = readRound(endless, made, forms, '01900000-0000-7000-8000-00000000000b')
  for (const sql of [networkRow(made, 1), ...roundRows(round, 1)]) database.exec(sql)
  const [held, without] = [HELD, WITHOUT_FORM].map((sql) => database.prepare(sql).all())
  expect(missingAmong(forms, held)).toEqual(forms)
  expect(() => checkRounds(forms, without)).not.toThrow()
  const others = forms.filter(({ form }) => form.id !== 'iko')
  expect(() => checkRounds(others, without)).toThrow('/f/uji-1: iko, version 1')
  database.exec('update rounds set closed_at = 1')
  expect(database.prepare(WITHOUT_FORM).all()).toEqual([])
  database.exec('update rounds set closed_at = null')
  for (const { sql } of forms) database.exec(sql)
  const [now, lacks] = [HELD, WITHOUT_FORM].map((sql) => database.prepare(sql).all())
  expect(missingAmong(forms, now)).toEqual([])
  expect(() => checkRounds(others, lacks)).not.toThrow()
})
