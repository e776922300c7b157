// How half-filled answers go from one state to the next. Pure, in two halves: the page carries the first, which needs no
// server; the part that is asked for later adds the second to it.
import type { Deeds, Event, Reducer, Standing, State, Work } from './draft-state.ts'
import type { Answer } from './server.ts'

/** The first save is made so long after the first change, and others so long after the one before (ms). */
export const FIRST = 4000
export const EVERY = 15_000

/** How a form begins. */
export const newState = (page: Standing['page']): State => ({
  at: 'untouched',
  isUnsaved: false,
  isWaiting: false,
  page,
})

/** What typing and pressing Send make of a state, where nothing is in flight. The page alone knows no more than this. */
export function nextHere(state: State, { type }: Event, now: number): State {
  if (type === 'press') return Object.assign({}, state, { at: 'waiting', isWaiting: true } as const)
  if (type !== 'edit' || state.page !== 'open') return state
  const begun = state.begun || now
  return Object.assign({}, state, { at: 'dirty', isUnsaved: true, isWaiting: false, begun } as const)
}

/** A state while it is made, and what is to be done. */
type Fields = { -readonly [F in keyof Standing]: Standing[F] } & {
  at: Work['at']
  isUnsaved: boolean
  isWaiting: boolean
}
type Todo = { [D in keyof Deeds]?: Deeds[D] }

/** Whether a request is in flight. */
export const isBusy = ({ at }: { readonly at: Work['at'] }): boolean => at === 'saving' || at === 'sending'

/** The server has answered, or has not. */
function readAnswer(to: Fields, todo: Todo, { status, asked, told }: Answer, now: number): void {
  const isSave = to.at === 'saving'
  to.at = 'untouched'
  if (isSave) to.savedAt = now
  // Somebody is to choose by now, or all is over: what the save brought is no news then.
  if (isSave && to.page !== 'open') return
  // What is refused in words may be taken later, or from another network.
  const why = isSave && status < 500 && told.message
  // No answer, too much at once (429), or a server that failed.
  if (!status || status > 428 || why) {
    if (isSave) to.isUnsaved = true
    todo.keep = true
    // Whoever has pressed Send meanwhile does not wait for a save.
    if (isSave && to.isWaiting) return
    to.isPlanned = true
    to.failures = (to.failures || 0) + 1
    todo.again = { failures: to.failures, asked }
    if (why) todo.tell = why
    else if (status !== 429) todo.lost = status
  } else if (!isSave) {
    to.isWaiting = false
    if (status === 201) {
      to.page = 'ended'
      todo.receipt = told
    } else todo.submit = true
  } else if (told.link && status < 300) {
    to.failures = 0
    todo.saved = told
    todo.keep = true
  } else if (told.problem === 'newer') {
    to.page = 'newer'
    to.isUnsaved = true
    todo.offer = told
  } else {
    to.page = 'ended'
    todo.end = told
  }
}

/** Does what is owed, or sees to it that it is done; what rests is named by what it owes. */
function seeToOwed(to: Fields, todo: Todo, event: Event, now: number): void {
  const { savedAt, begun = 0 } = to
  if (to.isWaiting) {
    to.at = to.isPlanned ? 'waiting' : 'sending'
    if (!to.isPlanned) todo.send = true
    return
  }
  to.at = to.isUnsaved ? 'dirty' : 'untouched'
  if (!to.isUnsaved || to.page !== 'open') return
  if (event.type === 'due' || event.type === 'hide' || event.type === 'mine') {
    if (!event.canSave) return
    to.at = 'saving'
    to.isUnsaved = to.isPlanned = false
    todo.save = event.type === 'hide'
  } else if (!to.isPlanned && !todo.submit && event.type !== 'theirs') {
    to.isPlanned = true
    todo.plan = (savedAt ? savedAt + EVERY : begun + FIRST) - now
  }
}

/** From one state to the next, with what is to be done; `first` is what the page does by itself. */
export const nextAfter =
  (first: typeof nextHere): Reducer =>
  (state, event, now) => {
    const { type } = event
    const { at, page, isWaiting } = state
    const isOpen = page === 'open'
    // What is in flight stays so.
    const to: Fields = Object.assign({}, first(state, event, now), { at })
    const todo: Todo = {}
    if (type === 'edit' && isOpen) {
      todo.keep = true
      if (isWaiting) todo.calm = true
    }
    if (type === 'press' || type === 'due') to.isPlanned = false
    if (type === 'answer') readAnswer(to, todo, event.answer, now)
    if (type === 'other' && isOpen) to.page = type
    if (type === 'gone' && isOpen) to.page = 'ended'
    if (type === 'mine' || type === 'theirs') to.page = 'open'
    if (type === 'mine') to.isUnsaved = true
    if (type === 'theirs' && page === 'newer') {
      to.isUnsaved = false
      todo.keep = true
    }
    if (!isBusy(to)) seeToOwed(to, todo, event, now)
    // What rests above is one of the states, with its fields.
    return { state: to as State, effects: todo }
  }
