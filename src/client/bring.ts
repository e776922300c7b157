// Asks for the part of the script that a form needs only once somebody has begun.
import type { Later } from './later.ts'

/** Where that part is; written in by the build. */
declare const LATER: string
/** The same with its words in the language of the page. */
export const LATER_AT = `${LATER}?lang=${document.documentElement.lang}`

type Use = (later: Later) => void

/** Makes what asks for it once, and uses it as soon as it is there; `first` is what is done with it before all else. */
export function bringOnce(first: Use): (use: Use) => void {
  const uses = [first]
  let later: Later | null = null
  let hasAsked = false
  return (use) => {
    if (later) use(later)
    else uses.push(use)
    if (hasAsked) return
    hasAsked = true
    document.addEventListener('later', (event) => {
      later = (event as CustomEvent<Later>).detail
      for (const one of uses) one(later)
    })
    const script = document.createElement('script')
    script.src = LATER_AT
    document.body.appendChild(script)
  }
}
