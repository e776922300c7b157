// Half-filled answers that are kept on the server: who knows which version of them, and until when.
import { collectFields, type Fields } from '../form/fields.ts'
import type { Form } from '../form/form.ts'
import { readEmail } from '../form/kinds.ts'
import { readPhone } from '../form/phone.ts'
import type { SealPlace } from '../kernel/seal.ts'
import { closingOf, GRACE, type RoundTimes } from '../round/times.ts'

/** The field that carries the hash of the form a page shows: its answers are read as they were asked. */
export const FORM_FIELD = 'form-hash'
/** The field that carries which version of the draft a page knows; without it, none. */
export const VERSION_FIELD = 'draft-version'
/** The field that carries the name a page gave itself: its own saves are no surprise to it. */
export const WRITER_FIELD = 'draft-writer'

/** How long a draft is kept after its first save (ms): a half-filled form is no archive. */
export const DRAFT_LASTS = 60 * 24 * 60 * 60 * 1000
/** How long before the close the contact of an unfinished draft is told (ms), and how long nobody has typed in it then. */
export const NOTICE_BEFORE = 24 * 60 * 60 * 1000
export const IDLE = 60 * 60 * 1000
/** How close two saves of one draft may follow each other (ms); scripts of ours wait fifteen times as long. */
export const SAVES_APART = 1000
/** How many mails with its link a draft may owe in all. */
export const MOST_MAILS = 10

/**
 * The last millisecond (UTC) at which a draft can be gone on with and sent: until its round closes, then until the grace
 * is over, and no longer than it is kept.
 */
export function lastMomentOf(round: RoundTimes, expiresAt: number, now: number): number {
  const closing = closingOf(round) ?? expiresAt
  return Math.min(expiresAt, now < closing ? closing : closing + GRACE) - 1
}

/** The id of a draft: the digest of its submission key, in the writing of a UUID, because links are made of such. */
export const draftIdOf = (digest: string): string =>
  digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** Where the sealed part of a draft stands. */
export const placeOfDraft = (id: string): SealPlace => ({ field: 'drafts.sealed', row: id })

/** The digest of the key, under which what was sent from the draft stands. */
export const digestOfDraft = (id: string): string => id.replaceAll('-', '')

/** Which version of a draft somebody knows, and who they are. */
export interface KnownVersion {
  readonly version: number
  readonly writer: string | null
}

/** What a page says that it knows of its draft. */
export function knownVersionOf(fields: Fields): KnownVersion {
  const [version = '', writer = ''] = [VERSION_FIELD, WRITER_FIELD].map((name) => fields.get(name)?.[0])
  return {
    version: /^\d{1,9}$/.test(version) ? Number(version) : 0,
    writer: /^[\w-]{8,36}$/.test(writer) ? writer : null,
  }
}

/** Fields as they are kept, by name. */
export type DraftFields = Readonly<Record<string, readonly string[]>>

/** Kept fields as a page shows them. */
export const fieldsOfDraft = (...kept: readonly DraftFields[]): Fields =>
  collectFields(
    kept.flatMap((one) =>
      Object.entries(one).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
    ),
  )

/** What a form asks that another version of it did not, asks in other words, or asks no more: ids of questions. */
export interface Renewal {
  readonly added: readonly string[]
  readonly changed: readonly string[]
  readonly removed: readonly string[]
}

/** What is new in a form for somebody who began with an earlier version. */
export function renewalOf(begun: Form, now: Form): Renewal {
  const [before, after] = [begun.questions, now.questions].map((questions) =>
    Object.fromEntries(Object.entries(questions).map(([id, question]) => [id, JSON.stringify(question)])),
  ) as [Record<string, string>, Record<string, string>]
  const has = (questions: Record<string, string>, id: string) => Object.hasOwn(questions, id)
  return {
    added: Object.keys(after).filter((id) => !has(before, id)),
    changed: Object.keys(after).filter((id) => has(before, id) && before[id] !== after[id]),
    removed: Object.keys(before).filter((id) => !has(after, id)),
  }
}

/** Who is answering, as far as a draft tells it: what is not typed, or cannot be read, is empty. */
export interface DraftOutline {
  readonly organisation: string
  /** Kemendagri code. */
  readonly district: string
  /** E.164. */
  readonly whatsapp: string
  readonly email: string
}

/** What a draft tells of who is answering. */
export function draftOutline(
  { organisation, district, whatsapp, email }: Form['respondent'],
  answers: string,
): DraftOutline {
  // Written by us.
  const kept = JSON.parse(answers) as DraftFields
  const first = (id: string | undefined) => (id === undefined ? '' : (kept[id]?.[0]?.trim() ?? ''))
  return {
    organisation: first(organisation),
    district: first(district),
    whatsapp: readPhone(first(whatsapp)) ?? '',
    email: readEmail(first(email)) ?? '',
  }
}
