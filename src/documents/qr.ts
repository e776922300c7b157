// A QR code (ISO/IEC 18004) as squares, as SVG and as what a PNG is made from.
import { encode } from 'uqr'

/** Squares row by row, dark ones true, the quiet zone around them included. */
export type Squares = readonly (readonly boolean[])[]

/** As wide as the standard asks for on each side, without which cameras do not find the code. */
const QUIET_ZONE = 4

/** The code of an address. Level M mends 15 % of damage: enough for a poster that gets creased. */
export const qrOf = (address: string): Squares => encode(address, { ecc: 'M', border: QUIET_ZONE }).data

/** The dark squares as the path of an SVG in which a square is one unit wide; a run of them is one rectangle. */
export function pathOf(squares: Squares): string {
  const runs = squares.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return []
      const next = row.indexOf(false, x)
      const length = (next < 0 ? row.length : next) - x
      return [`M${x} ${y}h${length}v1h-${length}z`]
    }),
  )
  return runs.join('')
}

/** The code as a whole SVG file, black on white whatever it lies on. */
export function svgOf(squares: Squares): string {
  const side = squares.length
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${side * 8}" height="${side * 8}" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${pathOf(squares)}"/></svg>\n`
}
