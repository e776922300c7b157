// What is asked, as data: authors write a strict declaration, the rest of the code reads a plain Form.
import type { Instrument } from '../instrument/instrument.ts'
import type { Theme } from '../kernel/colours.ts'
import type { Text } from '../kernel/text.ts'
import type { Image } from './image.ts'
import type { Answer, LevelAnswer, Question } from './question.ts'

/** A part of the page under a heading of its own. */
export interface Section {
  readonly title: Text
  readonly intro?: Text
  readonly image?: Image
}

/** Which questions say who answers; `email` receives receipt and report, `whatsapp` stands in where there is none. */
export interface Respondent {
  readonly organisation: string
  readonly district: string
  readonly email?: string
  readonly whatsapp?: string
  /** Who answers for the organisation, where each of its people answers once. */
  readonly person?: string
}

/** Whose answers a round takes, once each: those of an organisation, of a person of one, or of anybody as often as they like. */
export const ANSWERS_PER = ['organisation', 'person', 'any'] as const
export type AnswersPer = (typeof ANSWERS_PER)[number]

/**
 * Which questions tell the registry of an organisation that registers, and whom to reach there. Short names are several
 * where commas part them; `role` is what the organisation wants to be in the network.
 */
export interface Registers {
  readonly shortNames?: string
  readonly legalForm?: string
  readonly decreeNo?: string
  readonly themes?: string
  readonly role?: string
  readonly contactName?: string
  readonly contactPosition?: string
}

/** One version of a form. Published, it never changes meaning under its version, and ids are never reused. */
export interface Form {
  readonly id: string
  readonly version: number
  readonly title: Text
  readonly intro: Text
  /** What is read after the introduction where the form is filled in on a screen, and would not be true on paper. */
  readonly introOnScreen?: Text
  /** What happens after sending, shown on the receipt. */
  readonly afterwards: Text
  /** The version of the privacy notice, stored with each consent. */
  readonly noticeVersion: string
  /** Why the data are collected, who sees them, how long they are kept (UU 27/2022 art. 21). */
  readonly notice: Text
  readonly respondent: Respondent
  /** Whose answer it is; an organisation's where nothing is said. */
  readonly answersPer?: AnswersPer
  readonly registers?: Registers
  /** In page order. */
  readonly sections: Readonly<Record<string, Section>>
  /** In page order; the questions of one section stand together. */
  readonly questions: Readonly<Record<string, Question>>
  readonly instrument?: Instrument
  /** Colours of its own, e.g. the network's. */
  readonly theme?: Theme
}

type ChoiceOf<Q> = Q extends { choices: infer C } ? (C extends string ? string : keyof C & string) : never

/** Refuses, at compile time, a condition on a question that does not exist or a choice that is not offered. */
type SoundCondition<C, Qs> = C extends { question: infer R }
  ? R extends keyof Qs
    ? C extends { is: infer V }
      ? V extends ChoiceOf<Qs[R]> | readonly ChoiceOf<Qs[R]>[]
        ? unknown
        : { readonly question: R; readonly is: ChoiceOf<Qs[R]> | readonly ChoiceOf<Qs[R]>[] }
      : unknown
    : { readonly question: keyof Qs & string }
  : unknown

type Sound<Qs> = {
  readonly [K in keyof Qs]: (Qs[K] extends { when: infer C }
    ? { readonly when: SoundCondition<C, Qs> }
    : unknown) &
    (Qs[K] extends { required: infer C } ? { readonly required: SoundCondition<C, Qs> } : unknown)
}

type IdsOfKind<Qs, K extends Question['kind']> = {
  [Id in keyof Qs]: Qs[Id] extends { kind: K } ? Id : never
}[keyof Qs] &
  string

type ValueOf<Q> = Q extends { kind: 'level' }
  ? LevelAnswer
  : Q extends { kind: 'number' }
    ? number
    : Q extends { kind: 'consent' }
      ? boolean
      : Q extends { kind: 'choices' }
        ? readonly ChoiceOf<Q>[]
        : Q extends { kind: 'choice' | 'select' }
          ? ChoiceOf<Q>
          : Q extends { kind: string }
            ? string
            : Answer

/** The typed answers of a declared form: needed ones always, the others where given. */
export type AnswersOf<F extends Form> = {
  readonly [K in keyof F['questions'] as F['questions'][K] extends { required: true; when?: never }
    ? K
    : never]: ValueOf<F['questions'][K]>
} & {
  readonly [K in keyof F['questions'] as F['questions'][K] extends { required: true; when?: never }
    ? never
    : K]?: ValueOf<F['questions'][K]>
}

/**
 * Declares a form. What cannot be right does not compile: a missing translation, a condition on a question or
 * choice that does not exist, a respondent that is not asked for, a section that is not there.
 */
export function defineForm<
  const S extends Readonly<Record<string, Section>>,
  const Q extends Readonly<Record<string, Question & { readonly section: keyof S & string }>>,
>(
  form: Omit<Form, 'sections' | 'questions' | 'respondent' | 'registers'> & {
    readonly respondent: {
      readonly organisation: IdsOfKind<Q, 'text'>
      readonly district: IdsOfKind<Q, 'select'>
      readonly email?: IdsOfKind<Q, 'email'>
      readonly whatsapp?: IdsOfKind<Q, 'phone'>
      readonly person?: IdsOfKind<Q, 'text'>
    }
    readonly registers?: {
      readonly shortNames?: IdsOfKind<Q, 'text'>
      readonly legalForm?: IdsOfKind<Q, 'choice' | 'select'>
      readonly decreeNo?: IdsOfKind<Q, 'text'>
      readonly themes?: IdsOfKind<Q, 'choices'>
      readonly role?: IdsOfKind<Q, 'choice' | 'select'>
      readonly contactName?: IdsOfKind<Q, 'text'>
      readonly contactPosition?: IdsOfKind<Q, 'text'>
    }
    readonly sections: S
    readonly questions: Q & Sound<Q>
  },
): Omit<Form, 'sections' | 'questions'> & { readonly sections: S; readonly questions: Q } {
  return form
}
