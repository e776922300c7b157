// The language changed half way, with script: everything typed is kept, and from there on the whole way is in English.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { leadingOn, typedOn, visit } from './support/form.ts'
import { expectHeadersOf, linkIn, withoutMarkup } from './support/mail.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { referenceOn } from './support/receipt.ts'
import { contents, follow } from './support/sections.ts'
import { answerOn, press, titleOn, walk } from './support/way.ts'

/** The id of the heading of the section that is shown. */
const sectionOn = (page: Page) => page.locator('section:not([hidden]) h2').getAttribute('id')

const languageOf = (page: Page) => page.locator('html').getAttribute('lang')

test('in the third section the language is changed; what was typed before and there goes with it, up to the report', async ({
  visitor,
  home,
}) => {
  const organisation = newOrganisation()
  const answers = ikoAnswersOf(organisation)
  const page = await visitor({ viewport: { width: 360, height: 740 } })
  const inLanguage = (name: string) =>
    leadingOn(page, () => page.getByRole('banner').getByRole('button', { name }).click())
  await visit(page, `${home}/f/iko-2026-2`)
  const {
    reach,
    target_population,
    learning,
    resources,
    social_capital,
    adaptive_capacity,
    influence,
    ...half
  } = answers
  const rest = { reach, target_population, learning, resources, social_capital, adaptive_capacity, influence }
  await walk(page, half)
  await follow(page, page.getByRole('navigation').getByRole('link', { name: /^Efisiensi/ }))
  const typed = await typedOn(page)
  const here = await sectionOn(page)

  await inLanguage('English')
  expect(await languageOf(page)).toBe('en')
  expect(await titleOn(page)).toBe('IKO 2026, second round')
  expect(await typedOn(page)).toEqual(typed)
  // The section is the one that was shown, under the same id and another name.
  expect(await sectionOn(page)).toBe(here)
  expect((await contents(page)).links[1]).toBe('Effectiveness: complete')

  // The rest is answered there; checked, it is read in the other language once more.
  await walk(page, rest)
  await press(page, 'Check first')
  expect(await titleOn(page)).toBe('Check your answers')
  await inLanguage('Bahasa Indonesia')
  expect(await titleOn(page)).toBe('Periksa jawaban Anda')
  expect(await answerOn(page, 'Daya pengaruh').innerText()).toContain('Level 1.')
  await inLanguage('English')
  await press(page, 'Send')

  // The receipt and both mails are in English, and so is the number.
  expect(await languageOf(page)).toBe('en')
  expect(await titleOn(page)).toMatch(/we have received your answers/)
  const { seen } = await referenceOn(page)
  const receiptMail = await mailTo(organisation.email, 'answers received')
  expect(receiptMail.subject).toBe(`${organisation.name}: answers received, code ${seen}`)
  await expectHeadersOf(receiptMail, 'en')
  const reportMail = await mailTo(organisation.email, 'report')
  expect(reportMail.subject).toMatch(new RegExp(`^${organisation.name}: .* report$`))
  await expectHeadersOf(reportMail, 'en')
  expect(reportMail.text).toContain('1.30 out of 4')
  expect(withoutMarkup(reportMail.html)).toContain('1.30 out of 4')

  // And the report, which a colleague can read in Indonesian.
  await visit(page, linkIn(reportMail, `${home}/r/`))
  expect(await languageOf(page)).toBe('en')
  const report = await page.getByRole('main').innerText()
  expect(report).toContain('1.30 out of 4')
  expect(report).toContain('Stage: Nascent')
  await leadingOn(page, () => page.getByRole('link', { name: 'Bahasa Indonesia' }).click())
  expect(await page.getByRole('main').innerText()).toContain('1,30 dari 4')
})
