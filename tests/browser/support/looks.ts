// Looking at a page as it is drawn: what is cut off or covered, how dark a part is, what is too small to touch.
import type { Locator, Page } from 'playwright-core'

/** Texts that are cut off, that run off the screen or into each other; the page must have script on. */
export function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Line = { text: string; left: number; right: number; top: number; bottom: number }
    const isHidden = (element: Element | null) =>
      element?.closest('.sr, .skip, [hidden], details:not([open]) > :not(summary)') !== null

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
      }
    }
    lines.sort((a, b) => a.top - b.top)

    const problems: string[] = []
    const width = document.documentElement.clientWidth
    for (const [index, line] of lines.entries()) {
      if (line.left < -1 || line.right > width + 1) problems.push(`runs off the screen: ${line.text}`)
      for (const other of lines.slice(index + 1)) {
        if (other.top >= line.bottom) break
        if (other.left < line.right - 1 && line.left < other.right - 1)
          problems.push(`one over the other: ${line.text} / ${other.text}`)
      }
    }
    for (const element of document.body.querySelectorAll('*')) {
      const isField = element.matches('input, select, button')
      if ((!isField && getComputedStyle(element).overflow === 'visible') || isHidden(element)) continue
      if (element.matches('textarea')) continue
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
