// How the pages look to people who enlarge, space out or recolour them, and to people with large fingers.
import type { BrowserContextOptions } from 'playwright-core'
import { expect } from 'vitest'
import { sideways } from '../support/appearance.ts'
import { withoutScript } from '../support/page.ts'
import { reachable, type Stop, walkThrough } from './support/keyboard.ts'
import { darknessOf, motionIn, tooSmall, unreadable } from './support/looks.ts'
import { desktop, largeText, phone, spacing, test } from './support/show.ts'

// 1280 × 1024 at 400 % (WCAG 2.2 SC 1.4.10).
const zoomed = { viewport: { width: 320, height: 256 } }

const ways: [string, BrowserContextOptions, string][] = [
  ['at a zoom of 400 %', zoomed, ''],
  ['with the widest text spacing', zoomed, spacing],
  ['with text of twice the size on a phone', phone, largeText],
  ['in forced colours', { ...phone, forcedColors: 'active' }, ''],
]

test.for(ways)(
  '%s nothing is cut off, covered or off the screen',
  async ([, options, style], { views, show }) => {
    for (const { name, html, fragment } of views) {
      const page = await show(html, options, style, fragment)
      const problems = [...(await sideways(page)), ...(await unreadable(page))]
      expect.soft(problems, name).toEqual([])
    }
  },
)

test.for([
  ['cut off', '<p style="overflow:hidden;height:1em">Two<br>lines</p>'],
  ['one over the other', '<p>First</p><p style="margin-top:-2em">Second</p>'],
  ['runs off the screen', '<p style="position:fixed;left:-1em">Text</p>'],
])('text that is hard to read is found: %s', async ([problem = '', body = ''], { show }) => {
  const page = await show(`<!doctype html><title>A page</title><body>${body}`, phone)
  expect((await unreadable(page)).join()).toContain(problem)
})

test('in forced colours full, half and empty cells of a bar are told apart', async ({ pages, show }) => {
  const page = await show(pages.report, { ...phone, forcedColors: 'active', colorScheme: 'light' })
  const [full, half, empty] = await Promise.all(
    ['full', 'half', 'empty'].map((kind) => darknessOf(page.locator(`.bar td.${kind}`).first())),
  )
  expect(full).toBeGreaterThan(0.8)
  expect(half).toBeGreaterThan(0.4)
  expect(half).toBeLessThan(0.7)
  expect(empty).toBeLessThan(0.3)
})

test('in forced colours a chosen level is told from the others, and a mistake from what is right', async ({
  pages,
  show,
}) => {
  const page = await show(withoutScript(pages['form with mistakes']), {
    ...phone,
    forcedColors: 'active',
    colorScheme: 'light',
  })
  const level = (number: number) => page.locator(`label:has([name=results][value="${number}"])`)
  const chosen = await darknessOf(level(1).locator('input'))
  const other = await darknessOf(level(2).locator('input'))
  expect(chosen).toBeGreaterThan(other + 0.1)
  const sideOf = (name: string) =>
    page
      .locator(`.q:has([name="${name}"])`)
      .evaluate((question) => Number.parseFloat(getComputedStyle(question).borderLeftWidth))
  expect(await sideOf('email')).toBeGreaterThan(await sideOf('sender_name'))
})

test.for([
  ['in the colours of the page', {}],
  ['in forced colours', { forcedColors: 'active' }],
] as [string, BrowserContextOptions][])(
  '%s a choice, the focus and a mistake are told by more than a colour',
  async ([, options], { pages, show }) => {
    const page = await show(pages['form with mistakes'], { ...phone, ...options, colorScheme: 'light' })
    const border = (selector: string) =>
      page.locator(selector).evaluate((one) => {
        const { borderTopWidth, borderTopColor, borderLeftWidth, borderLeftStyle } = getComputedStyle(one)
        return { borderTopWidth, borderTopColor, borderLeftWidth, borderLeftStyle }
      })
    const chosen = await border('label:has([name=results][value="1"])')
    const other = await border('label:has([name=results][value="2"])')
    expect([chosen.borderTopWidth, other.borderTopWidth]).toEqual(['2px', '1px'])
    expect(chosen.borderTopColor).not.toBe(other.borderTopColor)

    const mistake = await border('.q:has([name=email])')
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

test('what is touched is at least 44 pixels high and wide', async ({ views, show }) => {
  for (const { name, html, fragment } of views) {
    const page = await show(html, phone, '', fragment)
    expect.soft(await tooSmall(page, 44), name).toEqual([])
  }
})

test('a target that is too small is found, also a link that stands alone, and one in a sentence is not', async ({
  show,
}) => {
  const page = await show(
    '<!doctype html><title>A page</title><body><p><a href="/">Alone</a></p><p>See <a href="/">here</a>.</p>',
    phone,
  )
  expect(await tooSmall(page, 44)).toEqual([expect.stringContaining('Alone')])
})

const isUnseen = ({ isOutlined, isInSight }: Stop) => !isOutlined || !isInSight

const sizes: [string, BrowserContextOptions][] = [
  ['a phone', phone],
  ['a wide screen', desktop],
]

test.for(sizes)(
  'on %s the focus comes to everything, is outlined there, and is neither covered nor off the screen (SC 2.4.11)',
  async ([, options], { views, show }) => {
    for (const { name, html, fragment } of views) {
      const page = await show(html, options, '', fragment)
      const stops = await walkThrough(page)
      const names = stops.map((stop) => stop.name)
      expect.soft(names, name).toEqual(await reachable(page))
      expect.soft(stops.filter(isUnseen), name).toEqual([])
      await page.close()
    }
  },
)

test.for([
  ['covered', 'footer{position:fixed;bottom:0;height:60%;background:#888}', 'email'],
  ['without an outline', 'button{outline:none!important}', 'Kirim'],
])('a focus that is %s is found', async ([, style = '', name], { pages, show }) => {
  const page = await show(withoutScript(pages.form), phone, style)
  const unseen = (await walkThrough(page)).filter(isUnseen)
  expect(unseen.map((stop) => stop.name)).toContain(name)
})

test.for([
  ['in the colours of the page', {}],
  ['in forced colours', { forcedColors: 'active' }],
] as [string, BrowserContextOptions][])(
  '%s the section that is shown is told by more than a colour, and links are underlined',
  async ([, options], { pages, views, show }) => {
    const page = await show(pages.form, { ...phone, ...options })
    const looks = await page.locator('nav ol a').evaluateAll((links) =>
      links.map((link) => {
        const { fontWeight, borderLeftWidth, borderLeftStyle } = getComputedStyle(link)
        return `${link.hasAttribute('aria-current')}: ${fontWeight}, ${borderLeftWidth} ${borderLeftStyle}`
      }),
    )
    expect([...new Set(looks)]).toEqual(['true: 700, 5px solid', 'false: 400, 0px none'])
    for (const { name, html } of views) {
      const view = await show(html, { ...phone, ...options })
      const bare = await view
        .locator('a[href]')
        .evaluateAll((links) =>
          links.filter((link) => getComputedStyle(link).textDecorationLine !== 'underline').map(String),
        )
      expect.soft(bare, name).toEqual([])
      await view.close()
    }
  },
)

test('nothing moves on any page, so that there is nothing to reduce', async ({ pages, views, show }) => {
  for (const [name, html] of Object.entries(pages)) expect.soft(motionIn(html), name).toEqual([])
  for (const { name, html, fragment } of views) {
    const page = await show(html, { ...phone, reducedMotion: 'no-preference' }, '', fragment)
    const moving = await page.evaluate(() => {
      const isStill = (element: Element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element)
        return transitionDuration === '0s' && animationName === 'none' && scrollBehavior === 'auto'
      }
      const elements = [...document.querySelectorAll('*')].filter((element) => !isStill(element))
      return [
        ...elements.map(({ outerHTML }) => outerHTML.slice(0, 80)),
        ...document.getAnimations().map(String),
      ]
    })
    expect.soft(moving, name).toEqual([])
    await page.close()
  }
})

test.for([
  '<style>a{transition:color 1s}</style>',
  '<style>@keyframes a{}</style>',
  '<style>html{scroll-behavior:smooth}</style>',
  '<script>scrollTo({behavior:"smooth"})</script>',
  '<script>x.animate([])</script>',
  '<marquee>Text</marquee>',
])('something that moves is found: %s', (html) => {
  expect(motionIn(`<p>It animates smooth transitions.</p>${html}`)).not.toEqual([])
  expect(motionIn('<p>It animates smooth transitions.</p>')).toEqual([])
})
