// Forms of a few questions, and what is posted to them.

import { collectFields, type Fields } from '../../../src/core/form/fields.ts'
import type { Form } from '../../../src/core/form/form.ts'
import type { Level, Question } from '../../../src/core/form/question.ts'
import { type ReadAnswers, readAnswers } from '../../../src/core/form/read.ts'
import type { Instrument } from '../../../src/core/instrument/instrument.ts'
import type { Text, Texts } from '../../../src/core/kernel/text.ts'

export const text: Text = { id: 'Teks', en: 'Text' }
export const texts: Texts = { id: ['Satu'], en: ['One'] }
export const level: Level = { description: text, nextSteps: texts }

/** The day on which every form here is read. */
export const today = '2026-11-23'

/** What every question carries besides its kind. */
export const asked = { section: 'about', label: text } as const

/** A form of these questions. */
export const formAsking = (questions: Readonly<Record<string, Question>>, instrument?: Instrument): Form => ({
  id: 'small',
  version: 1,
  title: text,
  intro: text,
  afterwards: text,
  noticeVersion: '1',
  notice: text,
  respondent: { organisation: 'organisation', district: 'district' },
  sections: { about: { title: text } },
  questions,
  ...(instrument ? { instrument } : {}),
})

/** Fields as a browser posts them; a list stands for a field that is there several times. */
export const posted = (fields: Readonly<Record<string, string | readonly string[]>>): Fields =>
  collectFields(
    Object.entries(fields).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value]),
    ),
  )

/** Reads what was posted to a form of these questions. */
export const read = (
  questions: Readonly<Record<string, Question>>,
  fields: Readonly<Record<string, string | readonly string[]>>,
): ReadAnswers => readAnswers(formAsking(questions), posted(fields), today)
