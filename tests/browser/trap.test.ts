// The field for programs: people never meet it, by eye, keyboard, screen reader, paper or autofill; without style it says so.
import { expect } from 'vitest'
import { TRAP_FIELD } from '../../src/core/form/trap.ts'
import { wordsFor } from '../../src/core/words/words.ts'
import { axe } from '../support/appearance.ts'
import { test } from '../support/browser.ts'
import { visit } from './support/form.ts'
import { reachable } from './support/keyboard.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { spoken } from './support/spoken.ts'
import { press, titleOn, walk } from './support/way.ts'

const label = wordsFor('id').limits.trap
const FORM = '/f/iko-2026-2'

test('it is out of sight, on the screen, in forced colours and on paper', async ({ visitor, home }) => {
  const page = await visitor({ viewport: { width: 320, height: 740 } })
  await visit(page, `${home}${FORM}`)
  const field = page.locator(`[name="${TRAP_FIELD}"]`)
  expect(await field.count()).toBe(1)
  for (const media of [{}, { forcedColors: 'active' }, { media: 'print' }] as const) {
    await page.emulateMedia({ forcedColors: 'none', media: 'screen', ...media })
    const { width, height, shown } = await field.evaluate((element) => {
      const box = element.closest('p')
      const { width = 0, height = 0 } = box?.getBoundingClientRect() ?? {}
      return { width, height, shown: box && getComputedStyle(box).clipPath }
    })
    expect([width, height, shown]).toEqual([1, 1, 'inset(50%)'])
  }
  expect(await axe(page)).toEqual([])
})

test('no key leads to it, no screen reader speaks of it, and nothing can focus it', async ({
  visitor,
  home,
}) => {
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await visit(page, `${home}${FORM}`)
  expect(await reachable(page)).not.toContain(TRAP_FIELD)
  expect(await spoken(page, page.locator('body'))).not.toContain(label)
  const field = page.locator(`[name="${TRAP_FIELD}"]`)
  await field.evaluate((element: HTMLInputElement) => element.focus())
  expect(await field.evaluate((element) => document.activeElement === element)).toBe(false)
  expect(await field.getAttribute('autocomplete')).toBe('off')
})

test('without style, its label asks to leave it empty', async ({ visitor, home }) => {
  const page = await visitor({ javaScriptEnabled: false })
  await visit(page, `${home}${FORM}`)
  await page.evaluate(() => {
    for (const style of document.querySelectorAll('style')) style.remove()
  })
  const labelled = page.locator('label', { has: page.locator(`[name="${TRAP_FIELD}"]`) })
  expect(await labelled.isVisible()).toBe(true)
  expect((await labelled.innerText()).trim()).toBe(label)
})

test('a program that fills in every field is told that a person looks first', async ({ visitor, home }) => {
  const page = await visitor()
  await visit(page, `${home}${FORM}`)
  await page.locator(`[name="${TRAP_FIELD}"]`).evaluate((element: HTMLInputElement) => {
    element.value = 'https://spam.example'
  })
  await walk(page, ikoAnswersOf(newOrganisation()))
  await press(page, 'Kirim')
  expect(await titleOn(page)).toBe(wordsFor('id').page.receipt.heldTitle)
})
