// Half-filled answers on their way to the server: saved while somebody types, and sent once the network is there.
import { anchor } from './build.ts'
import type { Draft } from './draft.ts'
import { isBusy, nextAfter } from './draft-next.ts'
import type { Deeds, Effects, Event } from './draft-state.ts'
import { tellNewer } from './newer.ts'
import { dropPages, keepPages } from './pages.ts'
import { say } from './say.ts'
import { post, type Told, waitAfter } from './server.ts'
import type { LaterWords } from './words.ts'

/** Saves that follow each other more closely are refused (src/core/draft/draft.ts), with some time for the way there (ms). */
const APART = 1500

/** How each is done. */
type Doing = { readonly [D in keyof Deeds]: (deed: Deeds[D]) => void }

/**
 * Saves and sends a form from now on, a correction only when it is sent: until then it is kept on the phone. `script` is
 * the address of this part, which is kept with the page.
 */
export function saveDraft(words: LaterWords, script: string, draft: Draft): void {
  const { form, line, kept } = draft
  let timer = 0

  // In a frame another page may have taken the place of this one.
  const happens = (type: 'due' | 'hide' | 'mine') =>
    happen({ type, canSave: form.isConnected && line.dataset.here === undefined })
  const last = () => kept.read(draft.key())

  function wayTo(text: string, link: string): HTMLAnchorElement {
    const way = anchor(text, link)
    if (draft.isFramed) way.target = '_blank'
    return way
  }

  /** The page knows this version of the draft from now on. */
  function learn({ version }: Told): void {
    draft.version.value = String(version)
  }

  /** What became of the answers stands behind their link. */
  function tellEnd(text: string): void {
    draft.tell(text, ...(draft.link ? [wayTo(words.see, draft.link)] : []))
  }

  /** Sets the moment; with the first one, the form can be opened without network. */
  function plan(wait: number): void {
    if (!timer && !draft.isFramed) keepPages(script)
    clearTimeout(timer)
    timer = setTimeout(happens, wait, 'due')
  }

  /** Has the server answer. */
  async function ask(target: string, action: string, keepalive?: boolean): Promise<void> {
    clearTimeout(timer)
    happen({ type: 'answer', answer: await post(target, draft.pairsIn(form), action, keepalive) })
  }

  const doing: Doing = {
    keep: draft.keep,
    lost(status) {
      draft.lost()
      // In place of that, before anybody sees or hears it.
      if (status) draft.tell(draft.state.isWaiting ? words.later : words.down)
    },
    tell: draft.tell,
    calm: () => draft.tell(words.calledOff),
    plan,
    again: ({ failures, asked }) => plan(Math.max(asked, waitAfter(failures))),
    save: (keepalive) => ask(draft.target, 'save', keepalive),
    send: () => ask(draft.sendTo, draft.sendAs),
    saved(told) {
      const text = say(words.saved, told.moment)
      learn(told)
      draft.link = told.link
      draft.settle(text, wayTo(words.link, told.link))
      // What goes well is said aloud only where something else was said before.
      if (draft.isLost) draft.announce(text)
      draft.isLost = false
    },
    offer(told) {
      const load = () => happen({ type: 'theirs' })
      const keep = () => {
        learn(told)
        happens('mine')
      }
      tellNewer(words, {
        draft,
        moment: told.moment,
        theirs: told.link.replace(/(\?|$)/, '/form$1'),
        load,
        keep,
      })
    },
    end({ problem }) {
      if (problem === 'conflict') kept.forget(draft.key())
      tellEnd(problem === 'conflict' ? words.sent : problem === 'closed' ? words.closed : words.ended)
    },
    receipt({ receipt }) {
      kept.forget(draft.key())
      const go = () => location.assign(receipt)
      if (!kept.isEmpty()) return go()
      // Nothing is left to go on with, so the form itself need not stay; whoever waits for that in vain goes on.
      Promise.resolve().then(dropPages).then(go, go)
      setTimeout(go, 2000)
    },
    submit: () => draft.leave(draft.sendAs ? [['action', draft.sendAs]] : []),
  }
  const next = nextAfter(draft.nextHere)
  const perform = <D extends keyof Deeds>(name: D, effects: Effects) => doing[name](effects[name] as Deeds[D])

  function happen(event: Event): void {
    const { state, effects } = next(draft.state, event, Date.now())
    draft.state = state
    for (const name of Object.keys(effects) as (keyof Deeds)[]) perform(name, effects)
  }
  draft.happen = happen

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !draft.isLeaving) happens('hide')
  })
  addEventListener('online', () => happens('due'))
  // Another page of this browser has the same answers: whoever types last is not let over the other unasked.
  addEventListener('storage', ({ key }) => {
    if (!kept.isOf(key, draft.key()) || draft.state.page !== 'open') return
    const entry = last()
    happen({ type: entry ? 'other' : 'gone' })
    if (!entry) return tellEnd(words.ended)
    const moment = new Date().toLocaleTimeString(document.documentElement.lang)
    const load = () => {
      const entry = last()
      happen({ type: 'theirs' })
      if (entry) draft.bringBack(entry.fields)
    }
    const keep = () => {
      happen({ type: 'mine', canSave: false })
      happen({ type: 'edit' })
    }
    tellNewer(words, { draft, moment, theirs: entry.fields, load, keep })
  })
  // A button pressed just after it was saved by itself would be told to come again.
  form.addEventListener('submit', (event) => {
    // As in draft.ts.
    const pressed = ((event as SubmitEvent).submitter || document.activeElement) as HTMLButtonElement
    const { savedAt = 0 } = draft.state
    const wait = isBusy(draft.state) ? APART : savedAt + APART - Date.now()
    if (event.defaultPrevented || pressed.value !== 'save' || wait <= 0) return
    event.preventDefault()
    draft.isLeaving = false
    setTimeout(() => pressed.click(), wait)
  })
  if (!draft.isLeaving) happen({ type: 'arrive' })
}
