// The language changed half way, with script: everything typed is kept, and so it is on the page of the check.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { leadingOn, typedOn, visit } from './support/form.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { contents, follow } from './support/sections.ts'
import { answerOn, press, titleOn, walk } from './support/way.ts'

/** The id of the heading of the section that is shown. */
const sectionOn = (page: Page) => page.locator('section:not([hidden]) h2').getAttribute('id')

test('in the third section the language is changed; what was typed before and there goes with it', async ({
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
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
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
  expect((await mailTo(organisation.email, 'answers received')).text).toContain(organisation.name)
})
