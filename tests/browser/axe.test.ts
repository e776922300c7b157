// Every page of a respondent before axe, in every way people have it shown; no rule is left out and no finding allowed.
import { expect } from 'vitest'
import { test } from './support/show.ts'
import { findings } from './support/ways.ts'

test('axe finds nothing on any page, in whatever way it is shown', async ({ views, show }) => {
  for (const { name, html, fragment } of views) {
    const page = await show(html, {}, '', fragment)
    expect.soft(await findings(page), name).toEqual([])
    await page.close()
  }
})

test('what is wrong in one way alone is found, and named with that way', async ({ show }) => {
  const html = `<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>Hello</h1></main></body></html>`
  const pale = 'h1{color:#777;background:#888}'
  for (const [media, way] of [
    ['(prefers-color-scheme:dark)', 'in the dark'],
    ['(prefers-reduced-motion)', 'on a wide screen, with reduced motion'],
    ['(forced-colors:active) and (prefers-color-scheme:light)', 'in forced colours'],
  ]) {
    const page = await show(html, {}, `@media${media}{h1{forced-color-adjust:none}${pale}}`)
    expect((await findings(page)).map((finding) => finding.split(': axe')[0])).toContain(way)
  }
})
