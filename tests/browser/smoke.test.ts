// The first pages anybody sees.
import { expect } from 'vitest'
import { test } from '../support/browser.ts'

test.for(['/', '/f/iko-2026-2', '/f/daftar'])('%s answers', async (path, { visitor, home }) => {
  const page = await visitor()
  const answer = await page.goto(`${home}${path}`)
  expect(answer?.status()).toBe(200)
})
