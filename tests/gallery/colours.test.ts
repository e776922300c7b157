// What is told by colour is told by more: in forced colours too, choices, mistakes, bars, sections and what can be opened.
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import { focused } from '../journeys/support/keyboard.ts'
import { withoutScript } from '../support/page.ts'
import { darknessOf } from './support/flaws.ts'
import { forced, type Look, phone } from './support/looks.ts'
import { stateOf } from './support/states.ts'
import { test } from './support/tabs.ts'

const form = stateOf('GET /f/:slug', 'blank').html
const mistakes = withoutScript(stateOf('POST /s/:link/correction', 'mistakes').html)
const light: Look = { ...forced, colorScheme: 'light' }

const looks: [string, Look][] = [
  ['in the colours of the page', phone],
  ['in forced colours', light],
]

const lineOf = (part: Locator) =>
  part.evaluate((element) => {
    const { borderTopWidth, borderTopColor, borderLeftWidth, borderLeftStyle } = getComputedStyle(element)
    return { borderTopWidth, borderTopColor, borderLeftWidth, borderLeftStyle }
  })

test('in forced colours full, half and empty cells of a bar are told apart', async ({ show }) => {
  const page = await show(stateOf('GET /r/:link', 'one level higher').html, light)
  const [full, half, empty] = await Promise.all(
    ['full', 'half', 'empty'].map((kind) => darknessOf(page.locator(`.bar td.${kind}`).first())),
  )
  expect(full).toBeGreaterThan(0.8)
  expect(half).toBeGreaterThan(0.4)
  expect(half).toBeLessThan(0.7)
  expect(empty).toBeLessThan(0.3)
})

test('in forced colours a chosen level is told from the others, and a mistake from what is right', async ({
  show,
}) => {
  const page = await show(mistakes, light)
  const level = (number: number) => page.locator(`label:has([name=results][value="${number}"]) input`)
  expect(await darknessOf(level(1))).toBeGreaterThan((await darknessOf(level(2))) + 0.1)
  const sideOf = async (name: string) =>
    Number.parseFloat((await lineOf(page.locator(`.q:has([name="${name}"])`))).borderLeftWidth)
  expect(await sideOf('email')).toBeGreaterThan(await sideOf('sender_name'))
})

test.for(looks)(
  '%s a choice, the focus and a mistake are told by more than a colour',
  async ([, look], { show }) => {
    const page = await show(mistakes, look)
    const choice = (level: number) => lineOf(page.locator(`label:has([name=results][value="${level}"])`))
    const [chosen, other] = [await choice(1), await choice(2)]
    expect([chosen.borderTopWidth, other.borderTopWidth]).toEqual(['2px', '1px'])
    expect(chosen.borderTopColor).not.toBe(other.borderTopColor)

    const mistake = await lineOf(page.locator('.q:has([name=email])'))
    expect([mistake.borderLeftWidth, mistake.borderLeftStyle]).toEqual(['5px', 'solid'])
    expect(await page.locator('#email-e').innerText()).toMatch(/surel/)

    await page.locator('[name=results][value="1"]').focus()
    await page.keyboard.press('ArrowDown')
    const outline = await page.locator(':focus').evaluate((one) => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one)
      const ground = getComputedStyle(document.body).backgroundColor
      return { outlineStyle, outlineWidth, isSeen: outlineColor !== ground }
    })
    expect(outline).toEqual({ outlineStyle: 'solid', outlineWidth: '3px', isSeen: true })
  },
)

test.for(looks)(
  '%s the section that is shown is told by more than a colour, and what can be opened has an edge',
  async ([, look], { show }) => {
    const page = await show(form, look)
    const links = await page.locator('nav ol a').evaluateAll((links) =>
      links.map((link) => {
        const { fontWeight, borderLeftWidth, borderLeftStyle } = getComputedStyle(link)
        return `${link.hasAttribute('aria-current')}: ${fontWeight}, ${borderLeftWidth} ${borderLeftStyle}`
      }),
    )
    expect([...new Set(links)]).toEqual(['true: 700, 5px solid', 'false: 400, 0px none'])

    const receipt = await show(stateOf('GET /s/:link', 'mails handed over, report there').html, look)
    const closed = await receipt.locator('details').all()
    expect(closed.length).toBeGreaterThan(1)
    for (const one of closed)
      expect(Number.parseFloat((await lineOf(one)).borderTopWidth)).toBeGreaterThanOrEqual(1)
  },
)

test.for(looks)(
  '%s the summary of mistakes has the focus at once, and an outline',
  async ([, look], { show }) => {
    const page = await show(stateOf('POST /f/:slug', 'everything wrong').html, look)
    expect(await page.getByRole('alert').evaluate((box) => box === document.activeElement)).toBe(true)
    expect((await focused(page)).isOutlined).toBe(true)
  },
)
