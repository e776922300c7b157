// What mail services mean when they say why a mail did not go: the common reasons, told from their words and codes.
import { DAY_FULL, PUT_OFF, RAN_OUT, TOO_MANY_WAIT } from './message.ts'
import { CLOSED, NO_ANSWER, SMTP_STEPS } from './smtp.ts'

/**
 * Of the recipient or the mail: `full`: the mailbox has no room; `refused`: taken neither now nor later; `tooMany`: it gets
 * too many in a short time; `deferred`: asked to come again. Of our own mail service: `noConnection`: it was not reached;
 * `unavailable`: it takes nobody's mail now; `quota`: we sent as many as we may; `authentication`, `sender`: it does not
 * know our password, or does not let us send as who we are. The last four are rules of our own.
 */
export type MailReason =
  | 'unknownAddress'
  | 'full'
  | 'refused'
  | 'tooMany'
  | 'deferred'
  | 'noConnection'
  | 'unavailable'
  | 'quota'
  | 'authentication'
  | 'sender'
  | OwnReason

/** Reasons that no mail service has said anything of. */
export type OwnReason = 'putOff' | 'dayFull' | 'ranOut' | 'tooManyWait'

const OWN: ReadonlyMap<string, OwnReason> = new Map([
  [PUT_OFF, 'putOff'],
  [DAY_FULL, 'dayFull'],
  [RAN_OUT, 'ranOut'],
  [TOO_MANY_WAIT, 'tooManyWait'],
])

/** The rule of ours that a reason is, or null. */
export const ownReasonOf = (reason: string): OwnReason | null => OWN.get(reason) ?? null

type Signs = readonly (readonly [RegExp, MailReason])[]

// Which step a server spoke in (src/core/message/verdict.ts); a bounce, and what a service's own events say, names none.
const STEP = new RegExp(`^(${Object.values(SMTP_STEPS).join('|')}): `)

// What our own mail service says of us, whichever mail it says it about. The first that fits counts, as below.
const OF_OURS: Signs = [
  [new RegExp(`^connect: |: (?:${NO_ANSWER}|${CLOSED})$`), 'noConnection'],
  // How many mails we send, and not how large they are or how full a mailbox is. 5.4.5 and 4.7.28 are Gmail's.
  [
    /^(?!.*\b(?:size|mailbox|[45]\.2\.[23])\b).*(?:\b[45]\.4\.5\b|\b[45]\.7\.28\b|unusual rate|\b(?:sending|outgoing|outbound|relay|hourly|daily)\b[^.]{0,30}\b(?:limit|quota)\b|exceed\w*[^.]{0,60}\b(?:sending|outgoing|outbound|hourly|daily|per (?:second|minute|hour|day))\b|\brate.?limit|\bthrottl)/i,
    'quota',
  ],
  // A group that takes no mail from outside says that its sender is not authenticated, too (Exchange).
  [
    /^(?!.*\bRESOLVER\.RST\.).*(?:^AUTH: 5|: 53[0458]\b|\bauthentication (?:is )?required\b|\bnot authenticated\b)/i,
    'authentication',
  ],
  [/^(?:greeting|EHLO|STARTTLS|AUTH): /, 'unavailable'],
  // Some servers say only after RCPT what they think of the sender (Postfix, smtpd_delay_reject).
  [
    /^MAIL FROM: 5|\b[45]\.1\.[78]\b|\b5\.7\.(?:2[0-7]|60)\b|\bsender (?:address )?(?:rejected|denied)\b|\bsender\b[^.]{0,40}\bnot (?:owned|verified)\b|\b(?:not (?:allowed|permitted|authori[sz]ed)|not have permissions?) to (?:relay|submit|send(?! (?:(?:e?mails?|messages?) )?to\b))|\brelay(?:ing)?\b[^.]{0,20}\b(?:denied|not permitted|not allowed|prohibited)\b|\bunable to relay\b/i,
    'sender',
  ],
  [/\bgr[ae]y-?list|\btemporarily deferred\b/i, 'deferred'],
  [
    /^MAIL FROM: |\b[45]\.3\.[12]\b|\b4\.7\.500\b|\b(?:server|system|service) (?:is )?(?:too )?(?:busy|(?:temporarily )?(?:un|not )available)\b|\bclient host\b|\bblocked using\b|\bhelo command rejected\b/i,
    'unavailable',
  ],
]

// Of the recipient or the mail. What says more stands above what says less: codes of Cloudflare Email Service, enhanced
// status codes (RFC 3463), and words.
const OF_THE_MAIL: Signs = [
  [/^E_(?:RATE|DAILY)_LIMIT_EXCEEDED$/, 'quota'],
  [/^E_SENDER_/, 'sender'],
  [/^E_INTERNAL_/, 'unavailable'],
  [/^E_(?:RECIPIENT|VALIDATION|FIELD|CONTENT|HEADERS?|TOO_MANY)_/, 'refused'],
  [/\b[45]\.1\.(?:[0-3]|6|10)\b/, 'unknownAddress'],
  [/\b[45]\.2\.2\b/, 'full'],
  [/\btoo many\b|\brate limit|\bthrottl|\breceiving mail (?:too quickly|at a rate)\b/i, 'tooMany'],
  [
    /\bmessage (?:is )?too (?:big|large)\b|\bsize\b.{0,40}\b(?:exceed|limit)|\bexceed\w*.{0,40}\bsize\b/i,
    'refused',
  ],
  [/\bfull\b|\bquota\b|insufficient (?:system )?storage/i, 'full'],
  [
    /\b(?:user|recipient|address|mailbox|account)\b.{0,40}\b(?:unknown|unavailable|not found|does(?: not|n[’']t) exist)\b/i,
    'unknownAddress',
  ],
  [/\b(?:unknown|no such)\b.{0,20}\b(?:user|recipient|address|mailbox|account)\b/i, 'unknownAddress'],
  [
    /\bunreachable\b|\bno answer in time\b|\btimed? ?out\b|\bconnect(?:ion|ing)?\b|\bsocket\b|\bECONN/i,
    'noConnection',
  ],
  [
    /\b5\.7\.(?!8\b)\d+\b|\bspam\b|\bblocked\b|\bblacklist|\bsuppressed\b|\bdenied\b|\brejected\b/i,
    'refused',
  ],
]

// The bare reply codes (RFC 5321 §4.2.3), which speak of the recipient unless they come after the mail.
const BARE: Signs = [
  [/(?:^|\D)(?:452|552)[ -]/, 'full'],
  [/(?:^|\D)(?:550|551|553)[ -]/, 'unknownAddress'],
  [/(?:^|\D)554[ -]/, 'refused'],
]

const OF_CONTENT: readonly string[] = [SMTP_STEPS.data, SMTP_STEPS.end]

/** Words for a no that holds for now, whatever the code says. */
export const PASSES = /\btry (?:again|later)\b|\btemporar/i

const first = (signs: Signs, reason: string): MailReason | undefined =>
  signs.find(([sign]) => sign.test(reason))?.[1]

/** What a reason in a service's own words comes down to, or null where it is none of the common ones. */
export function mailReasonOf(reason: string): MailReason | null {
  const own = ownReasonOf(reason)
  if (own !== null) return own
  const step = STEP.exec(reason)?.[1]
  if (step === undefined) return first([...OF_THE_MAIL, ...BARE], reason) ?? null
  const ours = first(OF_OURS, reason) ?? first(OF_THE_MAIL, reason)
  if (ours !== undefined) return ours
  if (/: 4\d\d\b/.test(reason) || PASSES.test(reason)) return /: 452\b/.test(reason) ? 'full' : 'deferred'
  return OF_CONTENT.includes(step)
    ? /: 5\d\d\b/.test(reason)
      ? 'refused'
      : null
    : (first(BARE, reason) ?? null)
}
