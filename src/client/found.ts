// Answers that were left on this phone: a list that shows none of them, and what can be done with each.
import { anchor, button } from './build.ts'
import type { Draft } from './draft.ts'
import type { Entry, Pairs } from './kept.ts'
import { dropPages } from './pages.ts'
import { say } from './say.ts'
import { post, told } from './server.ts'
import type { LaterWords } from './words.ts'

const WRITTEN: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
}

/** Sends fields; resolves to the address of their receipt, to '' where they were refused, to null without network. */
async function send(target: string, fields: Pairs): Promise<string | null> {
  const answer = await post(target, fields, '')
  if (!answer || answer.status === 429) return null
  return answer.status === 201 ? (await told(answer)).receipt : ''
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
          row.appendChild(anchor(text, receipt))
        } else state.textContent = text
      })
    }
    if (waiting) row.appendChild(button(say(words.sendNow, title), sendNow))
    row.appendChild(
      button(say(words.go, title), () => {
        box.remove()
        draft.link = link
        draft.bringBack(fields)
      }),
    )
    const takeAway = (): void => {
      forget(key)
      row.textContent = `${say(words.deleted, title)} `
      draft.announce(row.textContent)
      // Another phone may go on with the server's copy, so that is asked about by itself.
      if (link) row.appendChild(anchor(words.deleteThere, link.replace(/(\?|$)/, '/delete$1')))
    }
    const remove = button(say(words.delete, title), () => {
      const ways = [button(say(words.sure, title), takeAway), button(words.stay, stay)]
      for (const way of ways) row.insertBefore(way, remove)
      remove.hidden = true
      ways[1]?.focus()
      function stay(): void {
        for (const way of ways) way.remove()
        remove.hidden = false
        remove.focus()
      }
    })
    row.appendChild(remove)
    if (waiting) sendNow()
  }
  box.appendChild(anew)
  const title = document.querySelector('h1')
  title?.parentNode?.insertBefore(box, title.nextSibling)
}
