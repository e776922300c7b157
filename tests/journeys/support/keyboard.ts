// A person who uses the keyboard alone: where each press of Tab leads, and how each kind of field is answered there.
import type { Page } from 'playwright-core'
import type { Typed } from './form.ts'

/** Where the focus stands. */
export type Stop = {
  /** The name of the field, or what the link or button says. */
  name: string
  /** `link`, `button`, `select-one`, `textarea`, the type of the input, or else what the element is called in HTML. */
  kind: string
  /** Whether an outline of three pixels, which stands out from the page, shows where the focus is. */
  isOutlined: boolean
  /** Whether it is on the screen as a whole, with nothing above it. */
  isInSight: boolean
  /** Whether any of it is on the screen, with nothing above it: of what is higher than the screen no more can be. */
  isPartlyInSight: boolean
}

/** Describes where the focus stands now; runs in the page, and so knows nothing from outside itself. */
export const stopInPage = (): Stop => {
  const element = document.activeElement ?? document.body
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
  const ground = getComputedStyle(document.body).backgroundColor
  const isOnScreen = ({ top, bottom, left, right }: DOMRect) =>
    // The place a page is scrolled to falls between two pixels.
    top > -1 && left >= 0 && bottom < innerHeight + 1 && right <= innerWidth
  const [box] = element.getClientRects()
  const isSeenAt = (x: number, y: number) => element.contains(document.elementFromPoint(x, y))
  return {
    // Buttons share a name; people know them by what they say.
    name:
      (!element.matches('button') && element.getAttribute('name')) || element.textContent.trim().slice(0, 60),
    kind:
      'type' in element && element.type
        ? String(element.type)
        : element.matches('a')
          ? 'link'
          : element.localName,
    isOutlined: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 3 && outlineColor !== ground,
    isInSight:
      box !== undefined && isOnScreen(box) && isSeenAt(box.x + box.width / 2, box.y + box.height / 2),
    isPartlyInSight:
      box !== undefined &&
      isSeenAt(box.x + box.width / 2, (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2),
  }
}

/** Describes where the focus stands now. */
export const focused = (page: Page): Promise<Stop> => page.evaluate(stopInPage)

/** Presses Tab and describes where that leads. */
export async function tab(page: Page): Promise<Stop> {
  await page.keyboard.press('Tab')
  return focused(page)
}

/** Presses Tab until the focus is there, and returns every stop on the way; the parts of one field are one stop. */
export async function tabTo(
  page: Page,
  name: string,
  atEach: (stop: Stop) => Promise<void> = async () => {},
): Promise<Stop[]> {
  const stops: Stop[] = []
  // Longer than any page of ours, so that a focus that is caught somewhere ends as an error.
  for (let presses = 0; presses < 200; presses++) {
    const stop = await tab(page)
    if (stop.name === stops.at(-1)?.name) continue
    stops.push(stop)
    if (stop.name === name) return stops
    await atEach(stop)
  }
  throw new Error(`Tab never led to “${name}”, but to: ${stops.map((stop) => stop.name).join(', ')}`)
}

/** Answers the field that has the focus; what is typed into a list are the first letters of the choice. */
export async function answer(page: Page, { name, kind }: Stop, answers: Typed): Promise<void> {
  const typed = answers[name]
  if (typed === undefined) return
  if (kind !== 'radio') return page.keyboard.type(typed)
  // Space chooses the first, which has the focus; each arrow the next one.
  await page.keyboard.press('Space')
  for (let level = 1; level < Number(typed); level++) await page.keyboard.press('ArrowDown')
}

/** What should be reached with Tab, in page order: every link, field and button, a group of radio buttons once. */
export const reachable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = [
      ...document.querySelectorAll(
        'a[href], input:not([type=hidden], [tabindex]), select, textarea, summary, button:not([tabindex], :disabled), [tabindex="0"]',
      ),
    ]
    const shown = all.filter((element) => element.checkVisibility())
    const names = shown.map(
      (element) =>
        (!element.matches('button') && element.getAttribute('name')) ||
        element.textContent.trim().slice(0, 60),
    )
    return names.filter((name, index) => name !== names[index - 1])
  })
