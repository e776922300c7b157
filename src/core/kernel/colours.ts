// The colours of every page, in light and in dark, and how well one is told from another.

/** What a device may ask for (`prefers-color-scheme`). */
export const SCHEMES = ['light', 'dark'] as const
export type Scheme = (typeof SCHEMES)[number]

/** `#rrggbb`, in lower case. */
export type Colour = `#${string}`

/** What a page is drawn with in one scheme. */
export interface Colours {
  /** Text. */
  readonly ink: Colour
  /** The page, and the words on buttons. */
  readonly paper: Colour
  /** Boxes and what is chosen. */
  readonly soft: Colour
  /** Thin borders. */
  readonly line: Colour
  /** Links, buttons, thick borders, the focus. */
  readonly accent: Colour
  /** What needs mending. */
  readonly bad: Colour
}

/** The colours where a form brings none of its own. */
export const palette: Readonly<Record<Scheme, Colours>> = {
  light: {
    ink: '#1b1b1f',
    paper: '#ffffff',
    soft: '#f1f3f6',
    line: '#666d7a',
    accent: '#0b4f8a',
    bad: '#b00020',
  },
  dark: {
    ink: '#ececf1',
    paper: '#16181d',
    soft: '#23262e',
    line: '#9aa1ad',
    accent: '#8cc4ff',
    bad: '#ff9aa2',
  },
}

/** What a form may bring of its own: the accent of each scheme. */
export type Theme = Readonly<Record<Scheme, Pick<Colours, 'accent'>>>

/** What everything else stands on: each other colour meets both of these. */
export const GROUNDS = ['paper', 'soft'] as const satisfies readonly (keyof Colours)[]

/** What text needs on its ground (WCAG 2.2 SC 1.4.3); borders and the focus would need 3 (SC 1.4.11). */
export const LEAST_CONTRAST = 4.5

const HEX = /^#[0-9a-f]{6}$/

/** Whether a text is a colour such as `#0b4f8a`. */
export const isColour = (text: string): text is Colour => HEX.test(text)

/** The relative luminance of a colour, 0 to 1 (WCAG 2.2, “relative luminance”). */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The contrast of two colours, 1 to 21, in whichever order (WCAG 2.2, “contrast ratio”). */
export function contrast(one: Colour, other: Colour): number {
  const [first, second] = [luminance(one), luminance(other)]
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}
