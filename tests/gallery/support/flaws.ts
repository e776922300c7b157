// Looking at a page as it is drawn: what is cut off, covered, pale, too small to touch, not underlined, or moves.
import type { Locator, Page } from 'playwright-core'

/** Texts that are cut off, that run off the screen or into each other; the page must have script on. */
export function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Line = { text: string; left: number; right: number; top: number; bottom: number }
    const clipped = [...document.body.querySelectorAll('*')].filter((element) =>
      getComputedStyle(element).clipPath.startsWith('inset(50%'),
    )
    const isHidden = (element: Element | null) =>
      element?.closest('.skip, [hidden], details:not([open]) > :not(summary)') !== null ||
      clipped.some((part) => part.contains(element))
    // A table of many columns may be scrolled within itself (WCAG 2.2 SC 1.4.10).
    const tables = [...document.body.querySelectorAll(':has(> table)')].filter(
      (element) => getComputedStyle(element).overflowX === 'auto',
    )
    const isScrolled = (element: Element | null) => tables.some((table) => table.contains(element))

    const problems: string[] = []
    const width = document.documentElement.clientWidth
    const lines: Line[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.textContent?.trim() || isHidden(node.parentElement)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const { left, right, top, bottom, height } of range.getClientRects()) {
        // The box of a line is higher than its letters, so boxes of neighbouring lines may touch.
        const text = node.textContent.trim().slice(0, 40)
        lines.push({ text, left, right, top: top + height / 4, bottom: bottom - height / 4 })
        if (!isScrolled(node.parentElement) && (left < -1 || right > width + 1))
          problems.push(`runs off the screen: ${text}`)
      }
    }
    lines.sort((a, b) => a.top - b.top)

    for (const [index, line] of lines.entries()) {
      for (const other of lines.slice(index + 1)) {
        if (other.top >= line.bottom) break
        if (other.left < line.right - 1 && line.left < other.right - 1)
          problems.push(`one over the other: ${line.text} / ${other.text}`)
      }
    }
    for (const element of document.body.querySelectorAll('*')) {
      const isField = element.matches('input, select, button')
      if ((!isField && getComputedStyle(element).overflow === 'visible') || isHidden(element)) continue
      if (element.matches('textarea') || tables.includes(element)) continue
      const isCut = element.scrollHeight > element.clientHeight + 1 && element.clientHeight > 0
      const isNarrow = !isField && element.scrollWidth > element.clientWidth + 1
      if (isCut || isNarrow) problems.push(`cut off: ${element.outerHTML.slice(0, 80)}`)
    }
    return [...new Set(problems)]
  })
}

/** How much of a part of the page is dark, from 0 to 1, as it is drawn. */
export async function darknessOf(part: Locator): Promise<number> {
  const picture = (await part.screenshot()).toString('base64')
  return part.page().evaluate(async (base64) => {
    const image = new Image()
    image.src = `data:image/png;base64,${base64}`
    await image.decode()
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight)
    const drawing = canvas.getContext('2d')
    if (!drawing) throw new Error('this browser cannot draw')
    drawing.drawImage(image, 0, 0)
    const { data } = drawing.getImageData(0, 0, canvas.width, canvas.height)
    let dark = 0
    for (let at = 0; at < data.length; at += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
      if (red + green + blue < 3 * 128) dark++
    }
    return dark / (data.length / 4)
  }, picture)
}

/** What a finger should hit but is lower or narrower than `least` pixels; links within a sentence are as high as it is. */
export function tooSmall(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    const inputs = 'input:not([type=hidden], [type=radio], [type=checkbox], [tabindex]), select, textarea'
    const targets = document.querySelectorAll<HTMLElement>(
      `a[href], summary, button:not(.sr), label.r, ${inputs}`,
    )
    const isInSentence = (target: HTMLElement) =>
      getComputedStyle(target).display === 'inline' &&
      target.parentElement?.textContent.trim() !== target.textContent.trim()
    const shown = [...targets].filter((target) => target.checkVisibility() && !isInSentence(target))
    return shown.flatMap((target) => {
      // The way past the header is on the screen only while it has the focus.
      if (target.matches('.skip')) target.focus()
      const { width, height } = target.getBoundingClientRect()
      const size = `${Math.round(width)} × ${Math.round(height)}`
      return width < least || height < least ? [`${size}: ${target.outerHTML.slice(0, 80)}`] : []
    })
  }, least)
}

/** What of a page's styles and scripts would make something move (WCAG 2.2 SC 2.3.3), wherever it stands in them. */
export function motionIn(html: string): string[] {
  const carried = html.match(/<(style|script)>.*?<\/\1>/gs)?.join('') ?? ''
  const moving = /transition|animat|keyframes|scroll-behavior|smooth|setInterval|requestAnimationFrame/gi
  return [...(carried.match(moving) ?? []), ...(html.match(/<(marquee|blink|video|animate\w*)\b/g) ?? [])]
}

/** Text that stands out too little from what is behind it (WCAG 2.2 SC 1.4.3); the page must have script on. */
export function pale(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Colour = readonly [red: number, green: number, blue: number, alpha: number]
    const colourOf = (css: string): Colour => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = css.match(/[\d.]+/g)?.map(Number) ?? []
      return [red, green, blue, alpha]
    }
    const over = ([r, g, b, a]: Colour, [red, green, blue]: Colour): Colour => [
      r * a + red * (1 - a),
      g * a + green * (1 - a),
      b * a + blue * (1 - a),
      1,
    ]
    const groundOf = (element: Element | null): Colour => {
      if (!element) return [255, 255, 255, 1]
      const own = colourOf(getComputedStyle(element).backgroundColor)
      return own[3] === 1 ? own : over(own, groundOf(element.parentElement))
    }
    const opacityOf = (element: Element | null): number =>
      element ? Number(getComputedStyle(element).opacity) * opacityOf(element.parentElement) : 1
    const luminanceOf = ([red, green, blue]: Colour) => {
      const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      )
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const found = new Set<string>()
    for (const element of document.body.querySelectorAll('*')) {
      const isField = element.matches('input:not([type=radio], [type=checkbox]), select, textarea')
      const hasText = [...element.childNodes].some((node) => node instanceof Text && node.data.trim())
      if (!(isField || hasText) || element.matches(':disabled') || !element.checkVisibility()) continue
      const { color, fontSize, fontWeight } = getComputedStyle(element)
      const ground = groundOf(element)
      const [red, green, blue, alpha] = colourOf(color)
      const ink = over([red, green, blue, alpha * opacityOf(element)], ground)
      const [dark = 0, light = 0] = [luminanceOf(ink), luminanceOf(ground)].toSorted((a, b) => a - b)
      const contrast = (light + 0.05) / (dark + 0.05)
      const size = Number.parseFloat(fontSize)
      const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700)
      if (contrast < (isLarge ? 3 : 4.5))
        found.add(`pale, ${contrast.toFixed(2)}: ${element.outerHTML.slice(0, 80)}`)
    }
    return [...found]
  })
}

/** Links that are told from text by their colour alone; the page must have script on. */
export function bareLinks(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('a[href]')]
      .filter((link) => getComputedStyle(link).textDecorationLine !== 'underline')
      .map((link) => `not underlined: ${link.outerHTML.slice(0, 80)}`),
  )
}

/** What moves, or would once something changes; the page must have script on. */
export function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isStill = (element: Element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element)
      return transitionDuration === '0s' && animationName === 'none' && scrollBehavior === 'auto'
    }
    const elements = [...document.querySelectorAll('*')].filter((element) => !isStill(element))
    return [
      ...elements.map(({ outerHTML }) => `moves: ${outerHTML.slice(0, 80)}`),
      ...document.getAnimations().map((animation) => `moves: ${animation.constructor.name}`),
    ]
  })
}

/**
 * What should be told by a line of its own: what is wrong or asked, a mistake's question, what is chosen, a button. The line
 * must be so wide (px) and of another colour than the page, or else only those who see colours know.
 */
export function unmarked(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ground = getComputedStyle(document.body).backgroundColor
    const widthOf = (element: Element, side: 'left' | 'top') => {
      const style = getComputedStyle(element)
      const [width, kind, colour] =
        side === 'left'
          ? [style.borderLeftWidth, style.borderLeftStyle, style.borderLeftColor]
          : [style.borderTopWidth, style.borderTopStyle, style.borderTopColor]
      return kind === 'none' || colour === ground ? 0 : Number.parseFloat(width)
    }
    const rules = [
      ['.box', 'left', 5, Infinity],
      ['.q.bad', 'left', 5, 5],
      ['.q:not(.bad)', 'left', 0, 0],
      ['.r:has(:checked)', 'top', 2, 2],
      ['.r:not(:has(:checked))', 'top', 1, 1],
      ['button:not(.link)', 'top', 2, Infinity],
      ['.report .bar td', 'top', 1, Infinity],
    ] as const
    return rules.flatMap(([selector, side, least, most]) =>
      [...document.body.querySelectorAll(selector)]
        .filter((element) => element.checkVisibility())
        .map((element) => [element, widthOf(element, side)] as const)
        .filter(([, width]) => width < least || width > most)
        .map(([element, width]) => `a line of ${width} at the ${side}: ${element.outerHTML.slice(0, 80)}`),
    )
  })
}
