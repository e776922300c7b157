// The field for programs: people never meet it, by eye, keyboard, screen reader, paper or autofill; without style it says so.
import { expect } from 'vitest'
import { TRAP_FIELD } from '../../src/core/form/trap.ts'
import { wordsFor } from '../../src/core/words/index.ts'
import { reachable } from '../journeys/support/keyboard.ts'
import { withoutScript } from '../support/page.ts'
import { phone } from './support/looks.ts'
import { spoken } from './support/spoken.ts'
import { stateOf } from './support/states.ts'
import { test } from './support/tabs.ts'

const label = wordsFor('id').limits.trap
const form = stateOf('GET /f/:slug', 'blank').html

test('it is out of sight, on the screen, in forced colours and on paper', async ({ show }) => {
  const page = await show(form, { viewport: { width: 320, height: 740 } })
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
})

test('no key leads to it, no screen reader speaks of it, and nothing can focus it', async ({ show }) => {
  const page = await show(withoutScript(form), phone)
  expect(await reachable(page)).not.toContain(TRAP_FIELD)
  expect(await spoken(page, page.locator('body'))).not.toContain(label)
  const field = page.locator(`[name="${TRAP_FIELD}"]`)
  await field.evaluate((element: HTMLInputElement) => element.focus())
  expect(await field.evaluate((element) => document.activeElement === element)).toBe(false)
  expect(await field.getAttribute('autocomplete')).toBe('off')
})

test('without style, its label asks to leave it empty', async ({ show }) => {
  const page = await show(withoutScript(form))
  await page.evaluate(() => {
    for (const style of document.querySelectorAll('style')) style.remove()
  })
  const labelled = page.locator('label', { has: page.locator(`[name="${TRAP_FIELD}"]`) })
  expect(await labelled.isVisible()).toBe(true)
  expect((await labelled.innerText()).trim()).toBe(label)
})
