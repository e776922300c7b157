// What a button of the form asks for, and what is done where nobody understands it.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ACTION_FIELD, type Action, actionValue, readAction } from '../../../src/core/form/action.ts'
import { collectFields } from '../../../src/core/form/fields.ts'
import { LOCALES } from '../../../src/core/kernel/text.ts'

const asked = (value: string) => readAction(collectFields([[ACTION_FIELD, value]]))

const question = fc.constantFrom('email', 'results', 'a_b')
const actions: fc.Arbitrary<Action> = fc.oneof(
  fc.constant<Action>({ does: 'send', isSure: false }),
  fc.constant<Action>({ does: 'check' }),
  fc.record({ does: fc.constantFrom('edit', 'meant'), question }),
  fc.record({ does: fc.constant('lang'), locale: fc.constantFrom(...LOCALES), tellsIssues: fc.boolean() }),
)

it('a button asks for what it says', () => {
  fc.assert(
    fc.property(actions, (action) => {
      expect(asked(actionValue(action))).toEqual(action)
    }),
  )
})

it.each(['', 'unheard', 'lang:xx', 'issues', 'Check', 'send:'])(
  'what nobody understands sends, so that no answer is lost: %j',
  (value) => {
    expect(asked(value)).toEqual({ does: 'send', isSure: true })
  },
)

it('a POST without an action sends', () => {
  expect(readAction(new Map())).toEqual({ does: 'send', isSure: true })
})
