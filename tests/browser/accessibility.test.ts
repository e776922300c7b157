// The way to the accessibility statement, by thumb, in both languages.
import { expect } from 'vitest'
import { test } from '../support/browser.ts'
import { leadingOn, visit } from './support/form.ts'

test('from the foot of a form to the statement, to English, and home again', async ({ visitor, home }) => {
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  await visit(page, `${home}/f/daftar`)
  const link = page.getByRole('contentinfo').getByRole('link', { name: 'Aksesibilitas' })
  expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await leadingOn(page, () => link.click())
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Pernyataan aksesibilitas')
  await leadingOn(page, () => page.getByRole('link', { name: 'English' }).click())
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Accessibility statement')
  await leadingOn(page, () => page.getByRole('main').getByRole('link').click())
  expect(await page.title()).toBe('Networks on Simpul')
})
