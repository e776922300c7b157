// Asks for the part of the script that a form needs only once somebody has begun.
import type { Later } from './later.ts'

/** Where that part is; written in by the build. */
declare const LATER: string

/** Without network it is asked for again after this time (ms). */
const AGAIN = 15_000

type Use = (later: Later) => void

/** Makes what asks for it once, and uses it as soon as it is there; `first` is what is done with it before all else. */
export function bringOnce(first: Use): (use?: Use) => void {
  const uses = [first]
  let later: Later | null = null
  let hasAsked = false
  let again = 0
  function ask(): void {
    clearTimeout(again)
    again = 0
    const script = document.createElement('script')
    script.src = `${LATER}?lang=${document.documentElement.lang}`
    script.onerror = () => {
      again = setTimeout(ask, AGAIN)
    }
    document.body.appendChild(script)
  }
  addEventListener('online', () => {
    if (again) ask()
  })
  return (use) => {
    if (use && later) use(later)
    else if (use) uses.push(use)
    if (hasAsked) return
    hasAsked = true
    document.addEventListener('later', (event) => {
      // Told by later.ts alone.
      later = (event as CustomEvent<Later>).detail
      for (const one of uses) one(later)
    })
    ask()
  }
}
