// What every form is made of, told at run time: a form that comes from data has had no compiler.
import * as v from 'valibot'
import { isColour, SCHEMES } from '../kernel/colours.ts'
import { LOCALES } from '../kernel/text.ts'
import type { Fault } from './fault.ts'
import { ANSWERS_PER, type Form } from './form.ts'

const string = v.string()
const number = v.number()
const text = v.object(v.entriesFromList(LOCALES, string))
const texts = v.object(v.entriesFromList(LOCALES, v.array(string)))

const keysOf = (given: unknown): readonly string[] =>
  typeof given === 'object' && given !== null ? Object.keys(given) : []

/** Parts by any name, even those that `v.record` leaves out because every object knows them (`constructor`). */
const named = <Part>(part: v.GenericSchema<unknown, Part>): v.GenericSchema<unknown, Record<string, Part>> =>
  v.lazy((given) => v.object(v.entriesFromList(keysOf(given), part)))

const image = v.object({ source: string, width: number, height: number, alt: text })
const section = v.object({ title: text, intro: v.exactOptional(text), image: v.exactOptional(image) })

const condition = v.union([
  v.object({ question: string, is: v.union([string, v.array(string)]) }),
  v.object({ question: string, answered: v.boolean() }),
])

const asked = {
  section: string,
  label: text,
  name: v.exactOptional(text),
  hint: v.exactOptional(text),
  image: v.exactOptional(image),
  required: v.exactOptional(v.union([v.literal(true), condition])),
  when: v.exactOptional(condition),
  data: v.exactOptional(v.picklist(['personal', 'sensitive'])),
  autocomplete: v.exactOptional(string),
}

const choices = named(text)
const level = v.object({ description: text, nextSteps: texts })

const question = v.variant('kind', [
  v.object({ kind: v.literal('text'), ...asked, max: v.exactOptional(number) }),
  v.object({ kind: v.literal('longText'), ...asked, max: v.exactOptional(number) }),
  v.object({ kind: v.literal('email'), ...asked }),
  v.object({ kind: v.literal('phone'), ...asked }),
  v.object({
    kind: v.literal('number'),
    ...asked,
    min: v.exactOptional(number),
    max: v.exactOptional(number),
  }),
  v.object({ kind: v.literal('date'), ...asked, notAfterToday: v.exactOptional(v.literal(true)) }),
  v.object({ kind: v.literal('choice'), ...asked, choices }),
  v.object({ kind: v.literal('select'), ...asked, choices: v.union([choices, v.literal('districts')]) }),
  v.object({ kind: v.literal('choices'), ...asked, choices }),
  v.object({
    kind: v.literal('level'),
    ...asked,
    subdomain: string,
    levels: v.array(level),
    evidence: texts,
  }),
  v.object({ kind: v.literal('consent'), ...asked, purpose: string }),
])

const subdomain = v.object({ id: string, name: text })
const instrument = v.object({
  id: string,
  version: number,
  name: text,
  attribution: text,
  scale: v.object({ min: number, max: number, direction: v.literal('higher-is-better') }),
  aggregate: v.picklist(['mean-of-means', 'mean-of-items']),
  missing: v.picklist(['incomplete', 'excluded']),
  bands: v.array(
    v.object({ id: string, from: string, name: text, summary: text, focus: text, focusOn: v.array(string) }),
  ),
  domains: v.array(v.object({ id: string, name: text, description: text, subdomains: v.array(subdomain) })),
})

const colour = v.pipe(
  string,
  v.guard(isColour, ({ received }) => `${received} is not a colour such as #0b4f8a`),
)

const form: v.GenericSchema<unknown, Form> = v.object({
  id: string,
  version: number,
  title: text,
  intro: text,
  introOnScreen: v.exactOptional(text),
  afterwards: text,
  noticeVersion: string,
  notice: text,
  respondent: v.object({
    organisation: string,
    district: string,
    email: v.exactOptional(string),
    whatsapp: v.exactOptional(string),
    person: v.exactOptional(string),
  }),
  answersPer: v.exactOptional(v.picklist(ANSWERS_PER)),
  registers: v.exactOptional(
    v.object({
      shortNames: v.exactOptional(string),
      legalForm: v.exactOptional(string),
      decreeNo: v.exactOptional(string),
      themes: v.exactOptional(string),
      role: v.exactOptional(string),
      contactName: v.exactOptional(string),
      contactPosition: v.exactOptional(string),
    }),
  ),
  sections: named(section),
  questions: named(question),
  instrument: v.exactOptional(instrument),
  theme: v.exactOptional(v.object(v.entriesFromList(SCHEMES, v.object({ accent: colour })))),
})

function reasonOf({ kind, message, received, expected }: v.BaseIssue<unknown>): string {
  if (kind !== 'schema') return message
  return received === 'undefined' ? 'is missing' : `is ${received}, expected was ${expected}`
}

/** Every part of a form that is missing, or is not what such a part is; whatever it was made from. */
export const checkShape = (given: unknown): readonly Fault[] =>
  (v.safeParse(form, given).issues ?? []).map((issue) => ({
    place: issue.path?.map(({ key }) => String(key)).join('.') ?? '',
    reason: reasonOf(issue),
  }))
