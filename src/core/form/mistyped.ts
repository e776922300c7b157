// Addresses that look mistyped (`siti@gmial.com`): a receipt sent there is lost, or read by somebody else.
import distance from 'damerau-levenshtein'
import type { Form } from './form.ts'
import { LIKELY, REAL } from './mail-domains.ts'
import type { Answers } from './question.ts'

/** Nobody takes mail under another ending, so whoever writes `gmail.id` or `gmail.co.id` means this. */
const GMAIL = 'gmail.com'

const isOneSlip = (one: string, other: string): boolean =>
  Math.abs(one.length - other.length) <= 1 && distance(one, other).steps === 1

function likelyDomain(domain: string): string | null {
  if (LIKELY.includes(domain) || REAL.includes(domain)) return null
  if (domain.startsWith('gmail.')) return GMAIL
  return LIKELY.find((likely) => isOneSlip(domain, likely)) ?? null
}

/**
 * The address probably meant, or null where nothing looks mistyped: `siti@gmial.com` → `siti@gmail.com`. One letter too
 * many, too few, another one or two that changed places, in the domain only. It is to be asked, never to be assumed.
 */
export function likelyMeant(address: string): string | null {
  const at = address.lastIndexOf('@')
  const domain = at < 1 ? null : likelyDomain(address.slice(at + 1).toLowerCase())
  return domain === null ? null : `${address.slice(0, at)}@${domain}`
}

/** An e-mail question whose answer looks mistyped, and the address probably meant. */
export interface Suspect {
  readonly question: string
  readonly typed: string
  readonly meant: string
}

/** Every e-mail answer that looks mistyped, in page order. */
export const suspectsIn = ({ questions }: Form, answers: Answers): readonly Suspect[] =>
  Object.entries(questions).flatMap(([question, { kind }]) => {
    const typed = answers[question]
    if (kind !== 'email' || typeof typed !== 'string') return []
    const meant = likelyMeant(typed)
    return meant === null ? [] : [{ question, typed, meant }]
  })
