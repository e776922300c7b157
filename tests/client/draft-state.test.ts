// What becomes of half-filled answers, as rules: from which state what leads where, and what is done then.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { EVERY, FIRST, isBusy, newState, nextAfter, nextHere } from '../../src/client/draft-next.ts'
import type { Effects, Event, Next, State } from '../../src/client/draft-state.ts'
import type { Told } from '../../src/client/server.ts'
import { runs } from '../support/runs.ts'

const next = nextAfter(nextHere)
const NOW = 1_000_000
const LATER = NOW + 60_000

const told = (what: Partial<Told>): Told => ({ version: 0, moment: '', link: '', receipt: '', ...what })
const answer = (status: number, what: Partial<Told> = {}, asked = 0): Event => ({
  type: 'answer',
  answer: { status, asked, told: told(what) },
})

const edit: Event = { type: 'edit' }
const press: Event = { type: 'press' }
const arrive: Event = { type: 'arrive' }
const due: Event = { type: 'due', canSave: true }
const hide: Event = { type: 'hide', canSave: true }
const mine: Event = { type: 'mine', canSave: true }
const theirs: Event = { type: 'theirs' }
const other: Event = { type: 'other' }
const gone: Event = { type: 'gone' }
const none = answer(0)
const putOff = answer(429, {}, 40_000)
const failing = answer(503, { problem: 'unavailable' }, 10_000)
const gateway = answer(502, {}, Number.NaN)
const full = answer(429, { problem: 'full', message: 'Belum tersimpan.' }, 40_000)
const tooLong = answer(422, { problem: 'tooLong', message: 'Terlalu panjang.' })
const saved = answer(200, { version: 3, moment: '10.00', link: '/d/a' })
const newer = answer(409, { problem: 'newer', version: 4, link: '/d/a' })
const conflict = answer(409, { problem: 'conflict' })
const closed = answer(403, { problem: 'closed' })
const receipt = answer(201, { receipt: '/s/a' })
const refused = answer(422)

/** Where events lead from a form that was just opened, all but the last of them at the same moment. */
function from(events: readonly Event[], now = NOW, page: State['page'] = 'open'): Next {
  let last: Next = { state: newState(page), effects: {} }
  events.forEach((event, at) => {
    last = next(Object.freeze(last.state), event, at === events.length - 1 ? now : NOW)
  })
  return last
}

/** A rule: what happened, what happens then, which state that leads to, and what is done. */
type Rule = readonly [rule: string, before: readonly Event[], event: Event, to: Partial<State>, does: Effects]

const saving = [edit, due]
const sending = [press]
/** Pressed while a save was in flight. */
const pressed = [...saving, press]
const waiting = [press, none]
const choosing = [...saving, newer]
const elsewhere = [edit, other]

const rules: readonly Rule[] = [
  // Typing.
  ['the first change is saved four seconds later', [], edit, { at: 'dirty' }, { keep: true, plan: FIRST }],
  ['a change more waits for the same save', [edit], edit, { at: 'dirty' }, { keep: true }],
  ['when its time has come, it is saved', [edit], due, { at: 'saving', isUnsaved: false }, { save: false }],
  [
    'a page that is hidden is saved at once, beyond its own end',
    [edit],
    hide,
    { at: 'saving' },
    { save: true },
  ],
  ['where nothing was changed, nothing is saved', [], hide, { at: 'untouched' }, {}],
  [
    'a form that is kept on the phone alone is not saved',
    [edit],
    { type: 'due', canSave: false },
    { at: 'dirty' },
    {},
  ],
  ['what is changed during a save waits for its answer', saving, edit, { at: 'saving' }, { keep: true }],

  // What the server says to a save.
  ['saved is saved', saving, saved, { at: 'untouched', failures: 0 }, { saved: told3(), keep: true }],
  [
    'what was changed meanwhile is saved fifteen seconds later',
    [...saving, edit],
    saved,
    { at: 'dirty' },
    { saved: told3(), keep: true, plan: EVERY },
  ],
  [
    'without network that is said, and tried again',
    saving,
    none,
    { at: 'dirty', failures: 1 },
    { keep: true, again: { failures: 1, asked: 0 }, lost: 0 },
  ],
  [
    'who is put off comes again when asked to, and hears nothing of it',
    saving,
    putOff,
    { at: 'dirty' },
    { keep: true, again: { failures: 1, asked: 40_000 } },
  ],
  [
    'a server that fails is not called a network that is away, and is asked again when it says',
    saving,
    failing,
    { at: 'dirty', failures: 1 },
    { keep: true, again: { failures: 1, asked: 10_000 }, lost: 503 },
  ],
  [
    'so is one that fails without a word of ours',
    saving,
    gateway,
    { at: 'dirty', failures: 1 },
    { keep: true, again: { failures: 1, asked: Number.NaN }, lost: 502 },
  ],
  [
    'a save that there is no room for is told of in words, and tried again when asked to',
    saving,
    full,
    { at: 'dirty', isUnsaved: true, page: 'open' },
    { keep: true, again: { failures: 1, asked: 40_000 }, tell: 'Belum tersimpan.' },
  ],
  [
    'so is one of a text that is too long: the next one may be shorter',
    saving,
    tooLong,
    { at: 'dirty', isUnsaved: true, page: 'open' },
    { keep: true, again: { failures: 1, asked: 0 }, tell: 'Terlalu panjang.' },
  ],
  ['what cannot be saved can be sent', [...pressed], tooLong, { at: 'sending' }, { keep: true, send: true }],
  [
    'newer answers on the server are told, and nothing is saved over them',
    saving,
    newer,
    { at: 'dirty', page: 'newer' },
    { offer: toldOf(newer) },
  ],
  ['what was sent elsewhere ends it', saving, conflict, { page: 'ended' }, { end: toldOf(conflict) }],
  ['a round that has closed ends it', saving, closed, { page: 'ended' }, { end: toldOf(closed) }],

  // Sending.
  ['who presses Send, sends', [edit], press, { at: 'sending', isPlanned: false }, { send: true }],
  ['a press during a save is kept', saving, press, { at: 'saving', isWaiting: true }, {}],
  [
    'and sent once that is saved',
    pressed,
    saved,
    { at: 'sending' },
    { saved: told3(), keep: true, send: true },
  ],
  ['or could not be saved', pressed, none, { at: 'sending', isUnsaved: true }, { keep: true, send: true }],
  ['or was put off', pressed, putOff, { at: 'sending', isUnsaved: true }, { keep: true, send: true }],
  ['a receipt ends it', sending, receipt, { page: 'ended', isWaiting: false }, { receipt: toldOf(receipt) }],
  ['any other answer is for the browser to show', sending, refused, { isWaiting: false }, { submit: true }],
  [
    'and nothing is saved beside that',
    [edit, press],
    refused,
    { at: 'dirty', isWaiting: false },
    { submit: true },
  ],
  [
    'what could not be sent waits for the network',
    sending,
    none,
    { at: 'waiting' },
    { keep: true, again: { failures: 1, asked: 0 }, lost: 0 },
  ],
  [
    'or for the server, where that fails',
    sending,
    failing,
    { at: 'waiting' },
    { keep: true, again: { failures: 1, asked: 10_000 }, lost: 503 },
  ],
  ['and is sent when it is there', waiting, due, { at: 'sending' }, { send: true }],
  ['or at the next press', waiting, press, { at: 'sending' }, { send: true }],
  ['but not saved when the page is hidden', waiting, hide, { at: 'waiting' }, {}],
  ['a change calls that off', waiting, edit, { at: 'dirty' }, { keep: true, calm: true }],
  ['also while it is sent', sending, edit, { at: 'sending', isWaiting: false }, { keep: true, calm: true }],
  [
    'and what did not arrive then is saved, not sent',
    [...sending, edit],
    none,
    { at: 'dirty' },
    { keep: true, again: { failures: 1, asked: 0 }, lost: 0 },
  ],
  ['a second press sends nothing twice', sending, press, { at: 'sending' }, {}],

  // Newer answers on the server.
  ['what is typed then is nobody’s yet', choosing, edit, { page: 'newer' }, {}],
  ['nor is it saved', choosing, due, { page: 'newer' }, {}],
  ['who keeps these saves them at once', choosing, mine, { page: 'open', at: 'saving' }, { save: false }],
  [
    'who loads the newer ones owes nothing',
    choosing,
    theirs,
    { page: 'open', at: 'untouched' },
    { keep: true },
  ],
  ['who sends all the same is answered by the server', choosing, press, { at: 'sending' }, { send: true }],

  // Another page of this phone.
  ['another page that types has this one choose', [edit], other, { page: 'other' }, {}],
  ['nothing is saved before that', elsewhere, due, { page: 'other', at: 'dirty' }, {}],
  ['who loads its answers goes on', elsewhere, theirs, { page: 'open' }, {}],
  [
    'and what it saves itself is not saved once more',
    [...elsewhere, due],
    theirs,
    { page: 'open', at: 'dirty', isPlanned: false },
    {},
  ],
  [
    'who keeps these owes them',
    elsewhere,
    { type: 'mine', canSave: false },
    { page: 'open', at: 'dirty' },
    {},
  ],
  ['another page that takes them away ends it', [edit], gone, { page: 'ended' }, {}],
  ['what is chosen already is not asked again', choosing, other, { page: 'newer' }, {}],
  [
    'what a save brought meanwhile is left to the choice',
    [...saving, other],
    newer,
    { page: 'other', at: 'untouched' },
    {},
  ],

  // What has ended.
  ['what is typed then is not kept', [edit, gone], edit, { page: 'ended' }, {}],
  ['nor saved', [edit, gone], hide, { page: 'ended' }, {}],
]

function toldOf(event: Event): Told {
  if (event.type !== 'answer') throw new Error('no answer')
  return event.answer.told
}
function told3(): Told {
  return toldOf(saved)
}

test.each(rules)('%s', (_, before, event, to, does) => {
  const { state, effects } = from([...before, event])
  expect(state).toMatchObject(to)
  expect(effects).toEqual(does)
})

describe('times', () => {
  test('what was saved long ago is saved again at once, and else fifteen seconds after it', () => {
    expect(from([...saving, saved, edit], LATER).effects.plan).toBeLessThanOrEqual(0)
    expect(from([...saving, saved, edit], NOW + 5000).effects.plan).toBe(EVERY - 5000)
  })

  test('the first save is counted from the first change, also where the part that saves came later', () => {
    const begun = nextHere(newState('open'), edit, NOW)
    const { effects } = next(begun, arrive, NOW + 3000)
    expect(effects).toEqual({ plan: FIRST - 3000 })
  })

  test('each failure is told from the one before, until something is saved', () => {
    const { effects } = from([...saving, none, due, none])
    expect(effects.again?.failures).toBe(2)
    expect(from([...saving, none, due, saved, edit, due, none]).effects.again?.failures).toBe(1)
  })
})

describe('the page alone', () => {
  const alone = (...events: readonly Event[]) =>
    events.reduce((state, event) => nextHere(state, event, NOW), newState('open'))

  test('knows what is owed, and the part that comes does it', () => {
    expect(alone(edit)).toMatchObject({ at: 'dirty' })
    expect(alone(edit, press)).toMatchObject({ at: 'waiting', isUnsaved: true })
    expect(next(alone(edit, press), arrive, NOW)).toMatchObject({
      state: { at: 'sending' },
      effects: { send: true },
    })
    expect(next(alone(), arrive, NOW).effects).toEqual({})
  })

  test('calls a sending off, as the whole does', () => {
    expect(next(alone(edit, press, edit), arrive, NOW).effects).toEqual({ plan: FIRST })
  })

  test('of the server that asks which answers to keep, keeps nothing', () => {
    const asked = newState('newer')
    expect(nextHere(asked, edit, NOW)).toBe(asked)
    expect(from([edit, hide], NOW, 'newer').effects).toEqual({})
  })
})

/** What can happen in a state; some of it is several events, as the page makes them. */
function possible({ at, page }: State): readonly (readonly Event[])[] {
  const always = [[edit], [press], [due], [hide], [other], [gone], [{ type: 'due', canSave: false } as const]]
  const heard =
    at === 'saving'
      ? [[none], [putOff], [full], [tooLong], [saved], [newer], [conflict], [closed]]
      : at === 'sending'
        ? [[none], [putOff], [receipt], [refused]]
        : []
  // Who keeps these over another page's, changes them.
  const chosen =
    page === 'newer'
      ? [[mine], [theirs]]
      : page === 'other'
        ? [[{ type: 'mine', canSave: false } as const, edit], [theirs]]
        : []
  return [...always, ...heard, ...chosen]
}

interface Step {
  readonly before: State
  readonly event: Event
  readonly state: State
  readonly effects: Effects
}

/** A walk through what can happen, which takes whatever the numbers say. */
function walk(numbers: readonly number[]): Step[] {
  const steps: Step[] = []
  let state = newState('open')
  let now = NOW
  for (const number of numbers) {
    const ways = possible(state)
    for (const event of ways[number % ways.length] ?? []) {
      now += (number % 7) * 1000
      const made = next(Object.freeze(state), event, now)
      steps.push({ before: state, event, ...made })
      state = made.state
    }
  }
  return steps
}

const walks = fc.array(fc.nat(1000), { maxLength: 40 }).map(walk)
const many = { numRuns: runs(1000, 20_000) }

/** Tries a rule at every step of many walks. */
const always = (rule: (step: Step) => void) =>
  fc.assert(
    fc.property(walks, (steps) => steps.forEach(rule)),
    many,
  )

describe('whatever happens', () => {
  test('an edit is kept on the phone and owed: a save is in flight or planned, and nothing is sent', () => {
    always(({ before, event, state, effects }) => {
      if (event.type !== 'edit' || before.page !== 'open') return
      expect(effects.keep).toBe(true)
      expect(state).toMatchObject({ isUnsaved: true, isWaiting: false })
      expect(isBusy(state) || state.isPlanned).toBe(true)
    })
  })

  test('nothing typed is dropped: on a page that is open, it is saved, sent, or still owed', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        let typed = 0
        let asked = 0
        let safe = 0
        for (const { before, event, state, effects } of steps) {
          if (event.type === 'edit' && before.page === 'open') typed++
          // Others are in its place then, because somebody wanted that.
          if (event.type === 'theirs') safe = typed
          if (effects.saved) safe = Math.max(safe, asked)
          if (effects.save !== undefined || effects.send) asked = typed
          if (state.page === 'open' && safe < typed)
            expect(state.isUnsaved || state.isWaiting || isBusy(state)).toBe(true)
        }
      }),
      many,
    )
  })

  test('one request is in flight at most', () => {
    always(({ before, event, effects }) => {
      const asks = [effects.save, effects.send].filter((one) => one !== undefined)
      expect(asks.length).toBeLessThanOrEqual(isBusy(before) && event.type !== 'answer' ? 0 : 1)
    })
  })

  test('nothing is saved while somebody is to choose, nor after the end; and nothing opens again what has ended', () => {
    always(({ before, state, effects }) => {
      if (effects.save !== undefined) expect(state).toMatchObject({ page: 'open', at: 'saving' })
      if (before.page === 'ended') expect(state.page).toBe('ended')
    })
  })

  test('what waits to be sent is planned', () => {
    always(({ state }) => {
      if (state.at === 'waiting') expect(state.isPlanned).toBe(true)
    })
  })

  test('a state is called what it is', () => {
    always(({ state }) => {
      const { at, isUnsaved, isWaiting } = state
      const called = isWaiting ? 'waiting' : isUnsaved ? 'dirty' : 'untouched'
      if (!isBusy(state)) expect(at).toBe(called)
    })
  })
})
