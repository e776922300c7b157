// What a screen reader is given, word for word, kept in files that people can read: tests/gallery/golden.
// Where a change is meant, renew the files on purpose and read what `git diff` shows of them:
// npx vitest run --project gallery tests/gallery/spoken.test.ts --update
import { expect } from 'vitest'
import { iko } from '../../forms/iko/v1.ts'
import { withoutScript } from '../support/page.ts'
import { phone } from './support/looks.ts'
import { spoken } from './support/spoken.ts'
import { stateOf } from './support/states.ts'
import { test } from './support/tabs.ts'

const question = iko.questions.delivery
const form = stateOf('GET /f/:slug', 'blank').html
const check = stateOf('POST /f/:slug', 'check').html
const mistakes = stateOf('POST /f/:slug', 'everything wrong').html

test('a level question is a group by its name, each level a radio button with all it says, the evidence a field that is explained', async ({
  show,
}) => {
  const page = await show(form, phone, '#delivery')
  const text = await spoken(page, page.locator('.q', { has: page.locator('[name=delivery]') }))
  await expect(text).toMatchFileSnapshot('golden/level-question.txt')

  const [group = '', ...lines] = text.trimEnd().split('\n')
  expect(group).toBe(`group “${question.name.id} ${question.label.id}”`)
  const radios = lines.filter((line) => line.startsWith('  radio'))
  expect(radios.map((line) => line.replace(/”.*/, '”'))).toEqual(
    question.levels.map(({ description }, at) => `  radio “Level ${at + 1}. ${description.id}”`),
  )
  const evidence = lines.findIndex((line) => line.startsWith('  textbox “Bukti untuk level yang dipilih'))
  expect(lines[evidence + 1]).toContain(`described: “Misalnya: ${question.evidence.id.join('; ')}.`)
  expect(lines).toHaveLength(question.levels.length + 2)
  expect(text).not.toMatch(/table|grid|row|cell/)
})

test('on the check page, a level question is a term with the level in words, its evidence, and a button that says what it changes', async ({
  show,
}) => {
  const page = await show(check, phone)
  const entry = page.locator('.a', { hasText: question.name.id })
  const text = await spoken(page, entry)
  await expect(text).toMatchFileSnapshot('golden/check-entry.txt')
  expect(text).toContain(`button “Ubah ${question.name.id}”`)
  expect(text).not.toMatch(/table|grid|row|cell/)
})

test('the summary of mistakes is an alert with a heading and a list of links that say what to mend', async ({
  show,
}) => {
  const page = await show(withoutScript(mistakes), phone)
  const text = await spoken(page, page.getByRole('alert'))
  await expect(text).toMatchFileSnapshot('golden/summary.txt')
  expect(text).toContain('heading “Ada 9 isian')
  expect(text.match(/link “/g)).toHaveLength(9)
})

test('no field is called wrong before anybody has answered, and afterwards those that must be mended', async ({
  show,
}) => {
  const wrongOn = async (html: string) => {
    const page = await show(withoutScript(html), phone)
    const lines = (await spoken(page, page.locator('form'))).split('\n')
    return lines.filter((line) => line.endsWith(', invalid')).map((line) => line.trim())
  }
  expect(await wrongOn(form)).toEqual([])
  expect((await wrongOn(mistakes)).map((line) => line.replace(/^.*“(.*)”.*$/, '$1'))).toEqual([
    'Nama organisasi',
    'Kabupaten atau kota',
    'Tanggal penilaian (opsional)',
    'Jumlah peserta perempuan (opsional)',
    'Jumlah peserta laki-laki (opsional)',
    'Nomor WhatsApp (opsional)',
    'Alamat surel (email)',
  ])
})

test('with script, a field that comes to be needed is not called wrong either', async ({ show }) => {
  const page = await show(form, phone)
  await page.locator('[name=whatsapp]').fill('0812 3456 7890')
  await page.locator('[name=whatsapp]').fill('')
  expect(await page.locator('[name=email]').evaluate((field: HTMLInputElement) => field.required)).toBe(true)
  expect(await spoken(page, page.locator('section:not([hidden])'))).not.toContain(', invalid')
})
