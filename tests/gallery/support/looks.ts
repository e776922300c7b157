// The ways in which people have pages shown to them.
import type { BrowserContextOptions } from 'playwright-core'

/** A way in which people have pages shown to them. */
export interface Look extends BrowserContextOptions {
  /** What stands behind the page's own style. */
  readonly style?: string
}

export const phone: Look = { viewport: { width: 360, height: 740 } }
export const desktop: Look = { viewport: { width: 1280, height: 800 } }
/** As narrow as pages must be: also what 1280 pixels are at a zoom of 400 % (WCAG 2.2 SC 1.4.10). */
export const narrow: Look = { viewport: { width: 320, height: 256 } }
export const dark: Look = { ...phone, colorScheme: 'dark' }
export const forced: Look = { ...phone, forcedColors: 'active' }

// WCAG 2.2 SC 1.4.12.
const spacing =
  '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}'
// WCAG 2.2 SC 1.4.4.
const large = ':root{font-size:200%!important}'

/** Every look but the narrow one, which every page is shown in. */
export const looks: Readonly<Record<string, Look>> = {
  'on a phone': phone,
  'on a wide screen, with reduced motion': { ...desktop, reducedMotion: 'reduce' },
  'in the dark': dark,
  'in forced colours': forced,
  'in forced colours in the dark': { ...forced, colorScheme: 'dark' },
  'with text of twice the size': { ...phone, style: large },
  'with the widest text spacing': { ...narrow, style: spacing },
}
