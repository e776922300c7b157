// Answers to the IKO, written as the levels of its ten items in the order of the form.
import { iko } from '../../../forms/iko/v1.ts'
import type { Form } from '../../../src/core/form/form.ts'
import type { Answers } from '../../../src/core/form/question.ts'
import type { Instrument } from '../../../src/core/instrument/instrument.ts'
import { instrumentOf, itemsOf } from '../../../src/core/instrument/items.ts'

/** The ids of the ten items. */
export const items: readonly string[] = itemsOf(iko).map(({ id }) => id)

/** The IKO under other rules. */
export const ikoWith = (rules: Partial<Instrument>): Form => ({
  ...iko,
  instrument: { ...instrumentOf(iko), ...rules },
})

/** One level for each item, null for one that is not answered; the same evidence note for all. */
export const answersOf = (levels: readonly (number | null)[], evidence = ''): Answers =>
  Object.fromEntries(
    items.flatMap((id, place) => {
      const level = levels[place] ?? null
      return level === null ? [] : [[id, { level, evidence }]]
    }),
  )

export const allOf = (level: number): readonly number[] => items.map(() => level)
