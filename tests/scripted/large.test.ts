// A form of 120 scored questions in a browser: it is walked through like any other, and every answer counts.
import { Hono } from 'hono'
import { expect } from 'vitest'
import { checkForm } from '../../src/core/form/check.ts'
import { documentOf, respond } from '../../src/http/kernel/respond.tsx'
import { FormPage } from '../../src/http/views/form.tsx'
import { contents, follow, progress, sectionsShown } from '../journeys/support/sections.ts'
import { sideways } from '../support/appearance.ts'
import { largeDeclaration, largeForm, largeRound } from '../support/large-form.ts'
import { test } from './support/test.ts'

const asked = { round: largeRound, form: largeForm, locale: 'id', corrects: null } as const
const levels = Object.entries(largeForm.questions).filter(([, { kind }]) => kind === 'level')
const title = (part: number) => `Penilaian ke-${part}`

/** The page as it is answered with, under the policy that it comes with. */
async function answer(): Promise<Response> {
  const html = documentOf(FormPage({ ...asked, submissionKey: '01900000-0000-7000-8000-000000000301' }))
  const app = new Hono().get('/', (c) => respond(c, html, { look: 'form' }))
  return app.request('/')
}

test('the form holds, and asks for 120 levels', () => {
  expect(checkForm(largeDeclaration)).toEqual([])
  expect(levels).toHaveLength(120)
})

test('one section is shown at a time, and each answer is counted where it was given', async ({
  visitor,
  home,
}) => {
  const page = await visitor({ viewport: { width: 360, height: 740 } })
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  const answered = await answer()
  const [headers, body] = [Object.fromEntries(answered.headers), await answered.text()]
  await page.route(`${home}/besar`, (route) => route.fulfill({ headers, body }))
  await page.goto(`${home}/besar`)

  // Beside the levels: organisation, district, sender, and the address that is needed where there is no telephone.
  const done = (count: number) => `${count} dari ${levels.length + 4} pertanyaan wajib sudah dijawab.`
  const about = largeForm.sections.about?.title.id ?? ''
  expect(await sectionsShown(page)).toEqual([about])
  expect(await progress(page)).toBe(`Bagian 1 dari 13: ${about}. ${done(0)}`)

  for (const part of [1, 2]) {
    await follow(page, page.getByRole('link', { name: `Berikutnya: ${title(part)}`, exact: true }))
    expect(await sectionsShown(page)).toEqual([title(part)])
    const groups = page.locator('section:not([hidden]) fieldset')
    expect(await groups.count()).toBe(10)
    for (const [at, group] of (await groups.all()).entries()) {
      await group
        .getByRole('radio')
        .nth(at % 4)
        .check()
      const place = `Bagian ${part + 1} dari 13: ${title(part)}.`
      expect(await progress(page)).toBe(`${place} ${done((part - 1) * 10 + at + 1)}`)
    }
    expect((await contents(page)).links[part]).toBe(`${title(part)}: lengkap`)
  }

  // From the second to the last, and back to an answer.
  await follow(page, page.getByRole('navigation').getByRole('link', { name: /^Penilaian ke-12/ }))
  expect((await contents(page)).current).toEqual([`${title(12)}: 10 belum diisi`])
  expect(await sideways(page)).toEqual([])
  await page.getByRole('radio').nth(3).check()
  expect((await contents(page)).links[12]).toBe(`${title(12)}: 9 belum diisi`)
  await page.goBack()
  await expect.poll(() => sectionsShown(page)).toEqual([title(2)])
  const [chosen] = await page.locator('section:not([hidden]) fieldset').all()
  expect(await chosen?.getByRole('radio').first().isChecked()).toBe(true)
  expect(await progress(page)).toContain(done(21))
  expect(complaints).toEqual([])
})
