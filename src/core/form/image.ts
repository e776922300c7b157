// Pictures in a form: they travel inside the page, so they are small, and nobody else is asked for them.
import type { Text } from '../kernel/text.ts'
import { checkText, checkWhole, type Fault, type Faults } from './fault.ts'

/** A picture on the page, e.g. how to weigh waste; it is never wider than the page. */
export interface Image {
  /** A `data:` address: PNG, WebP or JPEG in base64, or a drawing in SVG, percent-encoded. */
  readonly source: string
  /** CSS pixels, so that the page does not jump when it is shown (HTML, `width` and `height` of `img`). */
  readonly width: number
  readonly height: number
  /** What it tells to whoever does not see it (WCAG 2.2 SC 1.1.1). */
  readonly alt: Text
}

/** All pictures of a form together: a page with everything it needs takes at most 12,000 bytes on its way. */
const MOST_BYTES = 4000

const PIXELS = /^data:image\/(?:png|webp|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/
const DRAWING = /^data:image\/svg\+xml(?:;charset=utf-8)?,((?:[\w!$&()*+,./:;=?@~-]|%[0-9A-Fa-f]{2})+)$/

/** What a drawing does without: script, foreign markup, styles, links, entities. */
const MORE_THAN_DRAWING = /<(?:script|foreignObject|style|image|use|a|!)\b|<!|<\?|\bon\w+\s*=|\bhref\b|url\(/i

/** A percent-encoded text, or null where its bytes are no UTF-8. */
function decoded(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return null
  }
}

function faultOf(source: string): string | null {
  if (PIXELS.test(source)) return null
  const drawing = decoded(DRAWING.exec(source)?.[1] ?? '')
  if (!drawing)
    return `"${source.slice(0, 40)}" is not a data: address of a PNG, WebP or JPEG in base64, or of a percent-encoded SVG`
  const [more] = MORE_THAN_DRAWING.exec(drawing) ?? []
  return more === undefined ? null : `draws with more than shapes: "${more}"`
}

/** What would not hold in the pictures of a form, each with its place. */
export function* checkImages(images: Iterable<readonly [place: string, image: Image]>): Faults {
  let bytes = 0
  for (const [place, { source, width, height, alt }] of images) {
    const reason = faultOf(source)
    if (reason !== null) yield { place: `${place}.source`, reason }
    bytes += source.length
    if (bytes > MOST_BYTES) yield tooLarge(`${place}.source`, bytes)
    yield* checkWhole(`${place}.width`, width)
    yield* checkWhole(`${place}.height`, height)
    yield* checkText(`${place}.alt`, alt)
  }
}

const tooLarge = (place: string, bytes: number): Fault => ({
  place,
  reason: `with it the images of the form take ${bytes} bytes, at most ${MOST_BYTES} fit in a page`,
})
