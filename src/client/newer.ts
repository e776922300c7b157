// Newer answers than those on a page: told where somebody is typing, with the questions they differ in and both ways out.
import { anchor, button } from './build.ts'
import type { Draft } from './draft.ts'
import type { Pairs } from './kept.ts'
import { say } from './say.ts'
import type { LaterWords } from './words.ts'

/** What is known of newer answers. */
export interface Newer {
  readonly draft: Draft
  /** When they were saved. */
  readonly moment: string
  /** Where they are: the address of a page that shows them, or the answers themselves. */
  readonly theirs: string | Pairs
  /** Loads answers from this phone, or does what comes before the page that shows them. */
  readonly load: () => void
  readonly keep: () => void
}

const valuesOf = (fields: Pairs, name: string): string =>
  JSON.stringify(fields.filter(([one]) => one === name).map(([, value]) => value))

/** What the questions are called whose answers differ, each once. */
function differing({ form, pairsIn }: Draft, theirs: Pairs): string[] {
  const ours = pairsIn(form)
  const called = Array.from(form.querySelectorAll<HTMLElement>('.q'))
    .filter((question) =>
      Array.from(question.querySelectorAll<HTMLInputElement>('[name]')).some(
        ({ name }) => valuesOf(ours, name) !== valuesOf(theirs, name),
      ),
    )
    .map((question) => question.querySelector('.k') || question.querySelector('legend,.l'))
    // What follows the first words says only whether an answer is needed.
    .map((title) => (title?.firstChild?.textContent || '').trim())
  return Array.from(new Set(called))
}

/** What stands in the form of another page. */
const pairsAt = (address: string, pairsIn: Draft['pairsIn']): Promise<Pairs> =>
  fetch(address)
    .then((answer) => answer.text())
    .then((html) =>
      new DOMParser().parseFromString(html, 'text/html').querySelector<HTMLFormElement>('#form'),
    )
    .then((form) => (form ? pairsIn(form) : Promise.reject()))

/** Tells of newer answers; nothing is saved until one of the two is chosen. */
export function tellNewer(words: LaterWords, newer: Newer): void {
  const { draft, moment, theirs, load, keep } = newer
  const { line, isFramed } = draft
  // What can have the focus on a page of HTML is an element of it.
  const typing = document.activeElement as HTMLElement | null
  const chosen = (then: () => void) => () => {
    draft.settle('')
    typing?.focus()
    then()
  }
  const way = typeof theirs === 'string' ? anchor(words.load, theirs) : button(words.load, chosen(load))
  if (way instanceof HTMLAnchorElement) {
    way.onclick = load
    if (isFramed) way.target = '_blank'
  }
  const keeps = button(words.keep, chosen(keep))
  draft.tell(`${say(words.newer, moment)} ${words.choose}`, way, keeps)
  Promise.resolve(typeof theirs === 'string' ? pairsAt(theirs, draft.pairsIn) : theirs)
    .then((fields) => {
      const names = differing(draft, fields)
      const told = document.createElement('p')
      told.textContent = say(words.differ, names.join('; '))
      if (names.length === 0 || !line.contains(way)) return
      way.before(told)
      keeps.scrollIntoView({ block: 'nearest' })
    })
    // Without network the two ways out are all that can be told.
    .catch(() => undefined)
}
