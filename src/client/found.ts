// Answers that were left on this phone: a list that shows none of them, and what can be done with each.
import { anchor, button } from './build.ts'
import type { Draft } from './draft.ts'
import type { Entry, Pairs } from './kept.ts'
import { dropPages } from './pages.ts'
import { say } from './say.ts'
import { post } from './server.ts'
import type { LaterWords } from './words.ts'

const WRITTEN: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
}

/** Sends fields; resolves to the address of their receipt, to '' where they were refused, to null where they have to wait. */
async function send(target: string, fields: Pairs): Promise<string | null> {
  const { status, told } = await post(target, fields, '')
  // As in draft-next.ts.
  return !status || status > 428 ? null : told.receipt || ''
}

/** Asks about them first of all. What waited to be sent is sent at once, and stays where that fails. */
export function ask(words: LaterWords, draft: Draft, entries: readonly (readonly [string, Entry])[]): void {
  const { kept, target } = draft
  const box = document.createElement('div')
  box.className = 'box'
  const add = (tag: string, text = ''): HTMLElement => {
    const made = document.createElement(tag)
    made.textContent = text
    return box.appendChild(made)
  }
  const heading = add('h2', words.found)
  const anew = document.createElement('p')
  anew.appendChild(button(words.anew, () => box.remove()))
  /** Forgets an entry, and with the last one what opens forms without network. */
  const forget = (key: string): void => {
    kept.forget(key)
    if (kept.all().length === 0) for (const one of [heading, anew]) one.remove()
    if (kept.isEmpty())
      Promise.resolve()
        .then(dropPages)
        .catch(() => undefined)
  }
  draft.announce(words.found)
  for (const [key, { fields, name, at, waiting, link }] of entries) {
    const row = add('p')
    const state = row.appendChild(document.createTextNode(waiting ? words.waits : ''))
    const title = `${name || words.unnamed}, ${new Date(at).toLocaleString(document.documentElement.lang, WRITTEN)}`
    const sendNow = (): void => {
      send(target, fields).then((receipt) => {
        if (receipt === null) return
        const text = say(receipt ? words.done : words.failed, title)
        draft.announce(text)
        if (receipt) {
          forget(key)
          row.textContent = ''
          row.append(anchor(text, receipt))
        } else state.textContent = text
      })
    }
    const goOn = (): void => {
      box.remove()
      draft.link = link
      draft.bringBack(fields)
    }
    const takeAway = (): void => {
      forget(key)
      row.textContent = `${say(words.deleted, title)} `
      draft.announce(row.textContent)
      // Another phone may go on with the server's copy, so that is asked about by itself.
      if (link) row.append(anchor(words.deleteThere, link.replace(/(\?|$)/, '/delete$1')))
    }
    const remove = button(say(words.delete, title), () => {
      const sure = button(say(words.sure, title), takeAway)
      const stay = button(words.stay, () => {
        sure.remove()
        stay.remove()
        remove.hidden = false
        remove.focus()
      })
      remove.before(sure, stay)
      remove.hidden = true
      stay.focus()
    })
    if (waiting) row.append(button(say(words.sendNow, title), sendNow))
    row.append(button(say(words.go, title), goOn), remove)
    if (waiting) sendNow()
  }
  box.append(anew)
  const title = document.querySelector('h1')
  if (title) title.after(box)
}
