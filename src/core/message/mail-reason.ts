// What mail services mean when they say why a mail did not go: the common reasons, told from their words and codes.
import { PUT_OFF } from './message.ts'

/** `full`: the mailbox has no room; `refused`: taken neither now nor later; `noConnection`: the service was not reached. */
export type MailReason = 'unknownAddress' | 'full' | 'refused' | 'tooMany' | 'noConnection'

// The first that fits counts, so what says more stands above what says less: codes of our own and of Cloudflare Email
// Service, enhanced status codes (RFC 3463), words, and the bare reply codes of SMTP (RFC 5321 §4.2.3).
const SIGNS: readonly (readonly [RegExp, MailReason])[] = [
  [/^E_(?:RATE|DAILY)_LIMIT_EXCEEDED$/, 'tooMany'],
  [/^E_(?:RECIPIENT|VALIDATION|FIELD|CONTENT)_/, 'refused'],
  [/\b[45]\.1\.(?:[0-3]|6|10)\b/, 'unknownAddress'],
  [/\b[45]\.2\.2\b/, 'full'],
  [/\btoo many\b|\brate limit|\bthrottl/i, 'tooMany'],
  [/\bfull\b|\bquota\b|insufficient (?:system )?storage/i, 'full'],
  [
    /\b(?:user|recipient|address|mailbox|account)\b.{0,40}\b(?:unknown|unavailable|not found|does(?: not|n[’']t) exist)\b/i,
    'unknownAddress',
  ],
  [/\b(?:unknown|no such)\b.{0,20}\b(?:user|recipient|address|mailbox|account)\b/i, 'unknownAddress'],
  [/\bunreachable\b|\btimed? ?out\b|\bconnect(?:ion|ing)?\b|\bsocket\b|\bECONN/i, 'noConnection'],
  [
    /\b5\.7\.(?!8\b)\d+\b|\bspam\b|\bblocked\b|\bblacklist|\bsuppressed\b|\bdenied\b|\brejected\b/i,
    'refused',
  ],
  [/(?:^|\D)(?:452|552)[ -]/, 'full'],
  [/(?:^|\D)(?:550|551|553)[ -]/, 'unknownAddress'],
  [/(?:^|\D)554[ -]/, 'refused'],
]

/** What a reason in a service's own words comes down to, or null where it is none of the common ones. */
export const mailReasonOf = (reason: string): MailReason | null =>
  reason === PUT_OFF ? 'tooMany' : (SIGNS.find(([sign]) => sign.test(reason))?.[1] ?? null)
