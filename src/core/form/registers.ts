// What a registration tells the registry, read from the answers by what the form says of it.

import { slugFor } from '../kernel/slug.ts'
import { LOCALES, type Locale, type Text } from '../kernel/text.ts'
import type { RoleName } from '../network/registry.ts'
import { comparableName } from '../organisation/organisation.ts'
import type { Faults } from './fault.ts'
import type { Form, Registers } from './form.ts'
import type { Answers, Question } from './question.ts'
import { respondentOf } from './respondent.ts'
import { showAnswer, textAnswer } from './show.ts'

const KINDS = [
  ['shortNames', ['text']],
  ['legalForm', ['choice', 'select']],
  ['decreeNo', ['text']],
  ['themes', ['choices']],
  ['role', ['choice', 'select']],
  ['contactName', ['text']],
  ['contactPosition', ['text']],
] as const satisfies readonly (readonly [keyof Registers, readonly Question['kind'][]])[]

/** Specific data is kept sealed; what tells who answers, and what the registry takes, is kept to be read. */
function* checkUnsealed({ respondent, registers = {}, questions }: Form): Faults {
  for (const [list, parts] of Object.entries({ respondent, registers }))
    for (const [part, id] of Object.entries<string>({ ...parts }))
      if (Object.hasOwn(questions, id) && questions[id]?.data === 'sensitive')
        yield {
          place: `${list}.${part}`,
          reason: `"${id}" is kept unsealed, so it cannot ask for specific data`,
        }
}

/** Whatever a form tells the registry it asks for, by a question of the kind that can tell it. */
export function* checkRegisters(form: Form): Faults {
  const { registers = {}, questions } = form
  yield* checkUnsealed(form)
  for (const [part, kinds] of KINDS) {
    const id = registers[part]
    if (id === undefined) continue
    const question = Object.hasOwn(questions, id) ? questions[id] : undefined
    if (!kinds.some((kind) => kind === question?.kind))
      yield {
        place: `registers.${part}`,
        reason: `there is no question "${id}" of kind ${kinds.join(' or ')}`,
      }
  }
}

/** An organisation as its registration tells of it; null where nothing was said. */
export interface Registrant {
  readonly name: string
  readonly shortNames: readonly string[]
  /** Kemendagri code. */
  readonly district: string
  /** In the words of the form's first language, as lists of organisations have them too. */
  readonly legalForm: string | null
  readonly decreeNo: string | null
  readonly themes: readonly string[]
  /** What it wants to be in the network: the choice of the form, and what that is called there. */
  readonly role: { readonly choice: string; readonly name: Text } | null
  readonly contact: {
    readonly name: string | null
    readonly position: string | null
    /** In lower case. */
    readonly email: string | null
    /** E.164. */
    readonly whatsapp: string | null
  }
}

/** What validated answers tell the registry. */
export function registrantOf(form: Form, answers: Answers): Registrant {
  const { questions, respondent, registers = {} } = form
  const { organisation, district, email } = respondentOf(form, answers)
  const text = (id: string | undefined): string | null => textAnswer(answers, id) || null
  const shown = (id: string | undefined, part?: string, locale: Locale = LOCALES[0]): string | null => {
    const question = id === undefined ? undefined : questions[id]
    const answer = id === undefined ? undefined : answers[id]
    if (!question || answer === undefined) return null
    return showAnswer(question, part === undefined ? answer : [part], locale)
  }
  const role = text(registers.role)
  const called = (locale: Locale): string => shown(registers.role, undefined, locale) ?? ''
  const chosen = registers.themes === undefined ? undefined : answers[registers.themes]
  return {
    name: organisation,
    shortNames: [
      ...new Set(
        (text(registers.shortNames) ?? '')
          .split(',')
          .map((name) => name.trim())
          .filter((name) => name !== '' && name !== organisation),
      ),
    ],
    district,
    legalForm: shown(registers.legalForm),
    decreeNo: text(registers.decreeNo),
    themes: Array.isArray(chosen) ? chosen.flatMap((one) => shown(registers.themes, one) ?? []) : [],
    role: role === null ? null : { choice: role, name: { id: called('id'), en: called('en') } },
    contact: {
      name: text(registers.contactName),
      position: text(registers.contactPosition),
      email: email?.toLowerCase() ?? null,
      whatsapp: text(respondent.whatsapp),
    },
  }
}

/**
 * The key of the network's role that a registration asks for: the one whose key is the choice of the form, written as keys
 * are, else one that is called as the choice is; empty where the network has none such.
 */
export function roleAskedFor({ role }: Registrant, roleNames: readonly RoleName[]): string {
  if (role === null) return ''
  const key = slugFor(role.choice)
  const isCalledSo = ({ name }: RoleName) =>
    LOCALES.some((locale) => comparableName(name[locale]) === comparableName(role.name[locale]))
  return (roleNames.find((one) => one.key === key) ?? roleNames.find(isCalledSo))?.key ?? ''
}
