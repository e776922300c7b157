// What can be asked: every question is a plain tagged value, its `kind` decides how it is shown and read.
import type { Text, Texts } from '../kernel/text.ts'
import type { Image } from './image.ts'

/** Whose business an answer is: `personal` names a person, `sensitive` is specific data in the sense of UU 27/2022. */
export type DataClass = 'personal' | 'sensitive'

/**
 * Holds when an earlier question was answered in a certain way:
 * `is` names one or more choices (for `choices` questions: at least one of them), `answered` asks only whether there is an answer.
 */
export type Condition =
  | { readonly question: string; readonly is: string | readonly string[] }
  | { readonly question: string; readonly answered: boolean }

interface QuestionBase {
  /** The section of the form this question stands in. */
  readonly section: string
  /** What is asked, as the label or legend of the field. */
  readonly label: Text
  /** A short name for messages, summaries and reports, where the label is a whole sentence. */
  readonly name?: Text
  /** One or two sentences that help to answer. */
  readonly hint?: Text
  readonly image?: Image
  /** `true`, or the condition under which an answer is needed. Absent: the question may be left empty. */
  readonly required?: true | Condition
  /** The question is asked only where this holds; without script it stands there with the condition in words. */
  readonly when?: Condition
  readonly data?: DataClass
  /** A token of the HTML `autocomplete` attribute (WCAG 2.2 SC 1.3.5). */
  readonly autocomplete?: string
}

/** One line of at most `max` characters (500 unless said). */
export interface TextQuestion extends QuestionBase {
  readonly kind: 'text'
  readonly max?: number
}
/** Several lines of at most `max` characters (5,000 unless said). */
export interface LongTextQuestion extends QuestionBase {
  readonly kind: 'longText'
  readonly max?: number
}
/** One e-mail address. */
export interface EmailQuestion extends QuestionBase {
  readonly kind: 'email'
}
/** One Indonesian telephone number in any usual writing; the answer is E.164 (`+62…`). */
export interface PhoneQuestion extends QuestionBase {
  readonly kind: 'phone'
}
/** A whole number between `min` (0 unless said) and `max` (1,000,000 unless said), both included. */
export interface NumberQuestion extends QuestionBase {
  readonly kind: 'number'
  readonly min?: number
  readonly max?: number
}
/** One calendar day; the answer is ISO 8601 (`2026-11-23`). `notAfterToday` refuses a day to come. */
export interface DateQuestion extends QuestionBase {
  readonly kind: 'date'
  readonly notAfterToday?: true
}
/** What can be chosen: id → text, in page order; `districts` stands for the districts of the network's provinces. */
export type Choices = Readonly<Record<string, Text>>
/** Exactly one of a few choices, as radio buttons. */
export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice'
  readonly choices: Choices
}
/** Exactly one of many choices, as a list to pick from. */
export interface SelectQuestion extends QuestionBase {
  readonly kind: 'select'
  readonly choices: Choices | 'districts'
}
/** Any number of choices, as checkboxes. */
export interface ChoicesQuestion extends QuestionBase {
  readonly kind: 'choices'
  readonly choices: Choices
}
/** One benchmark: the description of a level and what to do next from there. */
export interface Level {
  readonly description: Text
  readonly nextSteps: Texts
}
/**
 * An item of the form's instrument: one level, each described in full, with an evidence note (`<id>.evidence`).
 * `levels` runs from the lowest level of the instrument's scale to its highest, without gap.
 */
export interface LevelQuestion extends QuestionBase {
  readonly kind: 'level'
  /** The subdomain of the instrument this item measures. */
  readonly subdomain: string
  readonly levels: readonly Level[]
  /** What usually serves as evidence for this item. */
  readonly evidence: Texts
}
/** An unticked box of its own for one purpose (UU 27/2022 art. 22); never required to send. */
export interface ConsentQuestion extends QuestionBase {
  readonly kind: 'consent'
  /** The purpose recorded with the consent. */
  readonly purpose: string
}

/** Everything a form can ask. */
export type Question =
  | TextQuestion
  | LongTextQuestion
  | EmailQuestion
  | PhoneQuestion
  | NumberQuestion
  | DateQuestion
  | ChoiceQuestion
  | SelectQuestion
  | ChoicesQuestion
  | LevelQuestion
  | ConsentQuestion

/** The chosen level and the note on its evidence, which may be empty. */
export interface LevelAnswer {
  readonly level: number
  readonly evidence: string
}

/** One typed answer, after validation. */
export type Answer = string | number | boolean | readonly string[] | LevelAnswer

/** Typed answers by question id; a question without an answer is absent. */
export type Answers = Readonly<Record<string, Answer>>
