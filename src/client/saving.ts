// Half-filled answers on their way to the server: saved while somebody types, and sent once the network is there.
import { anchor } from './build.ts'
import type { Draft } from './draft.ts'
import { hiddenIn, pairsIn, VERSION } from './fields.ts'
import type { Pairs } from './kept.ts'
import { tellNewer } from './newer.ts'
import { dropPages, keepPages } from './pages.ts'
import { say } from './say.ts'
import { post, told, waitAfter } from './server.ts'
import type { LaterWords } from './words.ts'

const FIRST = 4000
const EVERY = 15_000
/** Saves that follow each other more closely are refused (src/core/draft.ts), with some time for the way there. */
const APART = 1500

/**
 * Saves and sends a form from now on, a correction only when it is sent: until then it is kept on the phone. `script` is
 * the address of this part, which is kept with the page.
 */
export function saveDraft(words: LaterWords, script: string, draft: Draft): void {
  const { form, line, kept } = draft
  const isKeptHereAlone = line.dataset.here !== undefined
  let isBusy = false
  let failures = 0
  let timer = 0
  let savedAt = 0
  let hasBegun = false

  function end(): void {
    draft.isOver = true
    clearTimeout(timer)
    kept.forget(draft.key())
  }

  function plan(wait: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => (draft.isWaiting ? send() : save()), wait)
  }

  /** Tries again, after the time that the server asks for or after one that grows. */
  function retry(answer: Response | null): void {
    failures++
    const asked = answer ? Number(answer.headers.get('Retry-After')) * 1000 : 0
    plan(Math.max(asked, waitAfter(failures)))
    if (!answer) draft.lost()
  }

  /** Nothing is saved any more until somebody has chosen between newer answers and these. */
  function offer(moment: string, theirs: string | Pairs, load: () => void, keep: () => void): void {
    draft.isOver = true
    const go = (way: () => void) => () => {
      draft.isOver = false
      way()
    }
    tellNewer(words, { draft, moment, theirs, load: go(load), keep: go(keep) })
  }
  /** Nothing is kept any more; what became of the answers stands behind their link. */
  function tellEnd(text: string): void {
    draft.isOver = true
    draft.tell(text, ...(draft.link ? [wayTo(words.see, draft.link)] : []))
  }
  function wayTo(text: string, link: string): HTMLAnchorElement {
    const way = anchor(text, link)
    if (draft.isFramed) way.target = '_blank'
    return way
  }

  function tellSaved(moment: string, link: string): void {
    const text = say(words.saved, moment)
    draft.link = link
    draft.settle(text, wayTo(words.link, link))
    // What goes well is said aloud only where something else was said before.
    if (draft.isLost) draft.announce(text)
    draft.isLost = false
    failures = 0
  }

  async function save(keepalive = false): Promise<void> {
    timer = 0
    // In a frame another page may have taken the place of this one.
    if (isBusy || draft.isOver || draft.isWaiting || !draft.isUnsaved || !form.isConnected) return
    if (isKeptHereAlone) return
    isBusy = true
    draft.isUnsaved = false
    const answer = await post(draft.target, pairsIn(form), 'save', keepalive)
    isBusy = false
    savedAt = Date.now()
    if (draft.isOver) return
    if (!answer || answer.status === 429) {
      draft.isUnsaved = true
      draft.keepHere()
      if (draft.isWaiting) plan(0)
      else retry(answer)
      return
    }
    const { problem, version, moment, link } = await told(answer)
    const knows = () => {
      hiddenIn(form, VERSION).value = String(version)
    }
    if (answer.ok && link) {
      knows()
      tellSaved(moment, link)
      draft.keepHere()
    } else if (problem === 'newer') {
      draft.isUnsaved = true
      // What is kept here is older then than what is loaded.
      const load = () => {
        draft.isUnsaved = false
        draft.keepHere()
      }
      offer(moment, link.replace(/(\?|$)/, '/form$1'), load, () => {
        knows()
        save()
      })
    } else {
      if (problem === 'conflict') end()
      tellEnd(problem === 'conflict' ? words.sent : problem === 'closed' ? words.closed : words.ended)
    }
    if (draft.isWaiting) plan(0)
    else if (draft.isUnsaved && !timer) plan(EVERY)
  }

  /** Sends, now or as soon as that can be done; anything but a receipt is the server's page to show. */
  async function send(): Promise<void> {
    timer = 0
    draft.isWaiting = true
    if (isBusy) return
    isBusy = true
    const answer = await post(draft.sendTo, pairsIn(form), draft.sendAs)
    isBusy = false
    if (!answer || answer.status === 429) {
      draft.keepHere()
      retry(answer)
      return
    }
    draft.isWaiting = false
    if (answer.status === 201) {
      const { receipt } = await told(answer)
      end()
      const go = () => location.assign(receipt)
      if (!kept.isEmpty()) return go()
      // Nothing is left to go on with, so the form itself need not stay; whoever waits for that in vain goes on.
      Promise.resolve().then(dropPages).then(go, go)
      setTimeout(go, 2000)
      return
    }
    draft.leave(draft.sendAs ? [['action', draft.sendAs]] : [])
  }

  function changed(wasWaiting: boolean): void {
    if (wasWaiting) draft.tell(words.calledOff)
    if (!hasBegun && !draft.isFramed) keepPages(script)
    hasBegun = true
    const now = Date.now()
    if (!timer && !isBusy) plan(Math.max(0, savedAt ? savedAt + EVERY - now : draft.begun + FIRST - now))
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !draft.isLeaving) save(true)
  })
  addEventListener('online', () => {
    if (draft.isUnsaved || draft.isWaiting) plan(0)
  })
  // Another page of this browser has the same answers: whoever types last is not let over the other unasked.
  addEventListener('storage', ({ key }) => {
    if (draft.isOver || !kept.isOf(key, draft.key())) return
    const entry = kept.read(draft.key())
    if (!entry) return tellEnd(words.ended)
    const moment = new Date().toLocaleTimeString(document.documentElement.lang)
    const load = () => {
      const last = kept.read(draft.key())
      if (last) draft.bringBack(last.fields)
    }
    offer(moment, entry.fields, load, draft.changed)
  })
  // A button pressed just after it was saved by itself would be told to come again.
  form.addEventListener('submit', (event) => {
    const { activeElement } = document
    // As in draft.ts.
    const pressed = ((event as SubmitEvent).submitter || activeElement) as HTMLButtonElement
    const wait = isBusy ? APART : savedAt + APART - Date.now()
    if (event.defaultPrevented || pressed.value !== 'save' || wait <= 0) return
    event.preventDefault()
    draft.isLeaving = false
    setTimeout(() => pressed.click(), wait)
  })
  draft.onChange = changed
  draft.onSend = send
  if (draft.isLeaving) return
  if (draft.isWaiting) send()
  else if (draft.begun) changed(false)
}
