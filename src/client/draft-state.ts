// What becomes of half-filled answers: the states they can be in, what can happen to them, and what is done then. Pure, as is
// draft-next.ts: page, clock and network tell it what happens and do what it says (draft.ts, saving.ts).
import type { Answer, Told } from './server.ts'

/** What is done with the answers; `isUnsaved`: the server has not heard of all of them, `isWaiting`: they are to be sent. */
export type Work =
  /** Nothing is owed: nothing was changed yet, or all is saved. */
  | { readonly at: 'untouched'; readonly isUnsaved: false; readonly isWaiting: false }
  /** A save is owed. */
  | { readonly at: 'dirty'; readonly isUnsaved: true; readonly isWaiting: false }
  /** A save is in flight; what was changed since is owed another, and a press on Send is owed then. */
  | { readonly at: 'saving'; readonly isUnsaved: boolean; readonly isWaiting: boolean }
  /** They are to be sent as soon as that can be done. */
  | { readonly at: 'waiting'; readonly isUnsaved: boolean; readonly isWaiting: true }
  /** They are being sent; a change calls that off, if they do not arrive. */
  | { readonly at: 'sending'; readonly isUnsaved: boolean; readonly isWaiting: boolean }

/** What is known besides. */
export interface Standing {
  /**
   * `open`: what is typed is kept. `newer`, `other`: the server, or another page of this phone, has newer answers; nothing is
   * saved until one of the two is chosen. `ended`: nothing is kept any more.
   */
  readonly page: 'open' | 'newer' | 'other' | 'ended'
  /** Whether a moment is set at which what is owed is done. */
  readonly isPlanned?: boolean
  /** When the first change was made, and when a save was answered last (ms, by this phone's clock). */
  readonly begun?: number
  readonly savedAt?: number
  /** How often the server was asked in vain since it last saved. */
  readonly failures?: number
}

export type State = Work & Standing

/** What can happen. */
export type Event =
  /** Somebody changes an answer, or presses Send. */
  | { readonly type: 'edit' | 'press' }
  /** The part that saves and sends is there. */
  | { readonly type: 'arrive' }
  /**
   * The planned moment has come, or the network; the page is hidden; somebody keeps these answers instead of newer ones. A
   * form that is gone from the page, or kept on the phone alone, cannot be saved.
   */
  | { readonly type: 'due' | 'hide' | 'mine'; readonly canSave: boolean }
  /** Somebody takes the newer ones. */
  | { readonly type: 'theirs' }
  /** The server answers, or does not. */
  | { readonly type: 'answer'; readonly answer: Answer }
  /** Another page of this phone has changed these answers, or taken them away. */
  | { readonly type: 'other' | 'gone' }

/** What is done, with what that needs to know. */
export interface Deeds {
  /** Keep the answers on the phone. */
  keep: true
  /** Say that there is no network (0), or that the server fails (its status), and so that nothing is sent or saved now. */
  lost: number
  /** Say why the server does not keep them, and that they are still here. */
  tell: string
  calm: true
  /** Do what is owed after this time (ms); or after one that grows with every failure, and at least what was asked for. */
  plan: number
  again: { readonly failures: number; readonly asked: number }
  /** Have the server save them, or take them; what is saved goes on without the page where it is hidden. */
  save: boolean
  send: true
  /** Know the version that was saved, and say when. */
  saved: Told
  /** Have somebody choose between these and the server's answers. */
  offer: Told
  /** Say that it has ended, and why. */
  end: Told
  /** Forget the answers, and go to their receipt. */
  receipt: Told
  /** Let the browser send, and show what comes of it. */
  submit: true
}

/** What is done, in its order, each at most once. */
export type Effects = { readonly [D in keyof Deeds]?: Deeds[D] }

export interface Next {
  readonly state: State
  readonly effects: Effects
}

/** From one state to the next, at a moment of the phone's clock (ms). */
export type Reducer = (state: State, event: Event, now: number) => Next
