// Keeps what is typed in a form on the phone, from the first change on, and brings it back. Whatever needs the server is in
// the part of the script that is asked for then (saving.ts). Like the rest of the script it holds no word of its own, and
// the page works without it.
import { bringOnce } from './bring.ts'
import { newState, nextHere } from './draft-next.ts'
import type { Event, State } from './draft-state.ts'
import { addTo, FORM, fill, firstOf, hiddenIn, KEY, pairsIn, VERSION, WRITER } from './fields.ts'
import { type Kept, keptAt, type Pairs } from './kept.ts'

/** The part that sends is waited for so long (ms); then a browser sends by itself, as it does without script. */
const PATIENCE = 5000

/** A half-filled form, as the page and the part that is asked for later know it together. */
export interface Draft {
  readonly form: HTMLFormElement
  /** Says beside the form how it stands. */
  readonly line: HTMLElement
  readonly kept: Kept
  /** Where the form is sent. */
  readonly target: string
  readonly isFramed: boolean
  /** What the page makes of it by itself. */
  readonly nextHere: typeof nextHere
  /** What stands in a form. */
  readonly pairsIn: typeof pairsIn
  /** What is called by answers: the organisation. */
  readonly nameIn: (fields: Pairs) => string
  /** Tells the server which version of the draft the page knows. */
  readonly version: HTMLInputElement
  /** The key of its answers. */
  readonly key: () => string
  /** The link by which it is gone on with, once it was saved. */
  link: string
  /** Where it is sent, and by which action. */
  sendTo: string
  sendAs: string
  /** What becomes of the answers. */
  state: State
  /** Whether another page is on its way. */
  isLeaving: boolean
  /** Whether it was said that there is no network. */
  isLost: boolean
  /** Something happens to the answers. The part that is asked for later puts its own in place of this. */
  happen(event: Event): void
  /** Keeps them on the phone. */
  keep(): void
  /** Puts kept fields into the form, or has the server show them where the form is another version by now; tells which. */
  bringBack(fields: Pairs): boolean
  /** Sends the form as a browser does, with some fields more. */
  leave(more: Pairs): void
  /** Says something aloud, if it is another thing than before. */
  announce(text: string | undefined): void
  /** Says something in the line, with what can be done there. */
  show(text: string | undefined, ...ways: readonly HTMLElement[]): void
  /** The same above the form, where nothing has to be done. */
  settle(text: string | undefined, ...ways: readonly HTMLElement[]): void
  /** Says something aloud and in sight: below what is answered or pressed, else above the form. */
  tell(text: string | undefined, ...ways: readonly HTMLElement[]): void
  /** The network is gone: says so, and what becomes of the answers meanwhile. */
  lost(): void
}

const newWriter = (): string => `p${String(Math.random()).slice(2, 14)}00000000`

/** Keeps a form; `line` brings the words along, `status` is read aloud. */
export function keepDraft(form: HTMLFormElement, line: HTMLElement, status: HTMLElement): void {
  const words = line.dataset
  // Buttons are called `action` too, which is what `form.action` would then be.
  const target = form.getAttribute('action') || ''
  const kept = keptAt(target.replace(/\?.*/, ''))
  const isFramed = parent !== window
  const key = () => hiddenIn(form, KEY).value
  const version = hiddenIn(form, VERSION)
  const nameIn = (fields: Pairs) => (words.name ? firstOf(fields, words.name) : '')
  let canKeep = true
  let spoken: string | undefined

  const draft: Draft = {
    form,
    line,
    kept,
    target,
    isFramed,
    nextHere,
    pairsIn,
    nameIn,
    version,
    key,
    link: '',
    sendTo: target,
    sendAs: '',
    state: newState(document.querySelector('.newer') ? 'newer' : 'open'),
    isLeaving: false,
    isLost: false,
    happen(event) {
      const state = nextHere(draft.state, event, Date.now())
      if (state === draft.state) return
      draft.state = state
      draft.keep()
      bring()
      if (event.type !== 'press') return
      const alone = draft.happen
      if (navigator.onLine)
        setTimeout(() => alone !== draft.happen || draft.leave([['action', draft.sendAs]]), PATIENCE)
      else draft.lost()
    },
    keep() {
      const fields = pairsIn(form)
      const { isUnsaved: unsaved, isWaiting: waiting } = draft.state
      const { link } = draft
      canKeep =
        !isFramed &&
        kept.write(key(), { fields, name: nameIn(fields), at: Date.now(), unsaved, waiting, link })
      if (canKeep) kept.mark(key())
    },
    lost() {
      draft.isLost = true
      draft.tell(draft.state.isWaiting ? words.waiting : canKeep ? words.offline : words.page)
    },
    bringBack(fields) {
      if (firstOf(fields, FORM) === hiddenIn(form, FORM).value) {
        fill(form, fields)
        kept.mark(key())
        return true
      }
      if (navigator.onLine) {
        // Every kind of control can be disabled.
        for (const one of Array.from(form.elements) as HTMLInputElement[]) one.disabled = true
        draft.leave([...fields, ['action', 'edit:']])
      } else {
        // A browser would show its own page of errors in place of this one.
        draft.lost()
      }
      return false
    },
    leave(more) {
      for (const [name, value] of more) addTo(form, name, value)
      draft.isLeaving = true
      form.setAttribute('action', draft.sendTo)
      form.submit()
    },
    announce(text) {
      if (text !== spoken) status.textContent = text || ''
      spoken = text
    },
    show(text, ...ways) {
      line.textContent = `${text} `
      line.append(...ways)
    },
    settle(text, ...ways) {
      form.before(line)
      draft.show(text, ...ways)
    },
    tell(text, ...ways) {
      // Above the form it would be out of sight of whoever answers further down.
      const at = document.activeElement?.closest('.q,p')
      if (at) at.after(line)
      else form.before(line)
      draft.show(text, ...ways)
      if (at) line.scrollIntoView({ block: 'nearest' })
      draft.announce(text)
    },
  }

  /** Asks for the rest of the script. */
  const bring = bringOnce((later) => {
    later.saveDraft(draft)
    const end = form.querySelector('section:last-of-type')
    if (end && !isFramed) end.appendChild(later.fileRow(draft))
  })

  function begin(): void {
    const own = kept.read(key())
    const mine = own || kept.read(kept.marked())
    const entries = kept.all()
    // 0 is a visit; others are a reload, and a way back or forward.
    const isReturn = performance.navigation.type > 0
    // A page that answers a POST shows what was typed last; one that the server kept may be older than what is here.
    const isServers = location.pathname.startsWith('/d/')
    const isNewer = own && (own.unsaved || firstOf(own.fields, VERSION) === version.value)
    if (version.value === '0') {
      // What was typed has another key now, because its own stands for something else. The server hears of it at a change.
      kept.forget(kept.marked())
      draft.keep()
    } else if (mine && (isReturn || (isServers && isNewer))) {
      draft.link = mine.link
      // What was to be sent, or saved, is so still.
      if (draft.bringBack(mine.fields))
        draft.happen({ type: mine.waiting ? 'press' : mine.unsaved ? 'edit' : 'arrive' })
    } else if (!own && !isServers && !/send=/.test(location.search) && entries.length > 0) {
      bring((later) => later.ask(draft, entries))
    }
    if (mine || version.value === '0') bring()
  }

  form.addEventListener('focusin', () => isFramed || bring())
  const edit = () => draft.happen({ type: 'edit' })
  form.addEventListener('input', edit)
  form.addEventListener('change', (event) => {
    if (event.isTrusted) edit()
  })
  form.addEventListener('submit', (event) => {
    // Only buttons submit a form here; older browsers do not tell which, but it has the focus.
    const pressed = ((event as SubmitEvent).submitter || document.activeElement) as HTMLButtonElement
    const isSending = pressed.matches('main button') && /^(send)?$/.test(pressed.value)
    draft.isLeaving = !isSending && navigator.onLine !== false
    if (draft.isLeaving) return
    event.preventDefault()
    // What becomes of it is told where it was pressed, which not every browser gives the focus.
    pressed.focus()
    if (!isSending) return draft.lost()
    draft.sendTo = pressed.getAttribute('formaction') || target
    draft.sendAs = pressed.value
    draft.happen({ type: 'press' })
  })
  addEventListener('offline', () => {
    if (draft.state.page === 'open') draft.lost()
  })
  addEventListener('pageshow', ({ persisted }) => {
    draft.isLeaving = draft.isLeaving && !persisted
  })
  const writer = hiddenIn(form, WRITER)
  writer.value = writer.value || newWriter()
  if (!isFramed) begin()
}
