// What mail services really answer, step by step, and what is right: the verdict, and what a coordinator reads.
import { nextDay } from '../../src/core/kernel/moment.ts'
import type { Handover } from '../../src/core/kernel/ports.ts'
import type { MailReason } from '../../src/core/message/mail-reason.ts'
import type { SmtpStep } from '../../src/core/message/smtp.ts'

/**
 * What becomes of a mail. `refused`: for ever. `later`: this mail waits. `outage`: everybody's waits. With a moment where one
 * is known: `tomorrow` (UTC), in an hour, in some minutes.
 */
export type Becomes =
  | 'refused'
  | 'later'
  | 'later in 1 minute'
  | 'later in 5 minutes'
  | 'outage'
  | 'outage until tomorrow'
  | 'outage for an hour'

type Case = readonly [step: SmtpStep, reply: string, becomes: Becomes, means: MailReason | null]

/** Replies as they are sent, lines parted by `\n`. Whose words they are stands beside. */
export const smtpCases: readonly Case[] = [
  // Greeting and EHLO
  ['greeting', '421 4.3.2 Service not available, closing transmission channel', 'outage', 'unavailable'],
  [
    'greeting',
    '421 mail.example: Too many concurrent SMTP connections; please try again later',
    'outage',
    'unavailable',
  ],
  [
    'greeting',
    '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
    'outage',
    'unavailable',
  ],
  ['greeting', '554 No SMTP service here', 'outage', 'unavailable'],
  ['hello', '421 4.7.0 Try again later, closing connection. - gsmtp', 'outage', 'unavailable'],
  ['hello', '550 5.7.1 Helo command rejected: Host not found', 'outage', 'unavailable'],
  // AUTH: Gmail, Microsoft 365, Postfix
  [
    'login',
    '535-5.7.8 Username and Password not accepted. For more information, go to\n535 5.7.8  https://support.google.com/mail/?p=BadCredentials - gsmtp',
    'outage',
    'authentication',
  ],
  ['login', '535 5.7.3 Authentication unsuccessful', 'outage', 'authentication'],
  [
    'login',
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
    'outage',
    'authentication',
  ],
  [
    'login',
    '534-5.7.9 Application-specific password required.\n534 5.7.9  https://support.google.com/mail/?p=InvalidSecondFactor - gsmtp',
    'outage',
    'authentication',
  ],
  [
    'login',
    '454 4.7.0 Temporary authentication failure: Connection lost to authentication server',
    'outage',
    'unavailable',
  ],
  [
    'login',
    '454-4.7.0 Too many login attempts, please try again later. For more\n454 4.7.0 information, go to https://support.google.com/mail/answer/7126229 - gsmtp',
    'outage',
    'unavailable',
  ],
  // MAIL FROM
  [
    'from',
    '421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes',
    'outage',
    'deferred',
  ],
  ['from', '451 4.3.0 Temporary lookup failure', 'outage', 'unavailable'],
  ['from', '452 4.3.1 Insufficient system storage', 'outage', 'unavailable'],
  [
    'from',
    '530 5.7.0 Authentication Required. For more information, go to https://support.google.com/mail - gsmtp',
    'outage',
    'authentication',
  ],
  ['from', '530 5.7.57 Client not authenticated to send mail', 'outage', 'authentication'],
  ['from', '550 5.7.1 Sender address rejected: not allowed', 'outage', 'sender'],
  [
    'from',
    '553 5.7.1 <simpul@mail.simpul.example>: Sender address rejected: not owned by auth user.',
    'outage',
    'sender',
  ],
  ['from', '550 5.1.8 Access denied, bad outbound sender', 'outage', 'sender'],
  [
    'from',
    '550-5.4.5 Daily user sending limit exceeded. For more information on Gmail\n550-5.4.5 sending limits go to\n550 5.4.5  https://support.google.com/a/answer/166852 x6sm1 - gsmtp',
    'outage until tomorrow',
    'quota',
  ],
  // RCPT: of the recipient
  [
    'recipient',
    "550-5.1.1 The email account that you tried to reach does not exist. Please try\n550-5.1.1 double-checking the recipient's email address for typos or\n550 5.1.1 unnecessary spaces. - gsmtp",
    'refused',
    'unknownAddress',
  ],
  [
    'recipient',
    '550 5.1.1 <siti@bina.example>: Recipient address rejected: User unknown in virtual mailbox table',
    'refused',
    'unknownAddress',
  ],
  [
    'recipient',
    '550 5.4.1 Recipient address rejected: Access denied. [SG2PEPF000B66CB.apcprd03.prod.outlook.com]',
    'refused',
    'refused',
  ],
  [
    'recipient',
    '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group',
    'refused',
    'refused',
  ],
  ['recipient', '550 5.7.1 You are not authorized to send mail to this recipient', 'refused', 'refused'],
  ['recipient', '550 No such user here', 'refused', 'unknownAddress'],
  ['recipient', '550 rule 7', 'refused', 'unknownAddress'],
  [
    'recipient',
    '553 5.1.3 The recipient address is not a valid RFC 5321 address',
    'refused',
    'unknownAddress',
  ],
  ['recipient', "553 sorry, that domain isn't in my list of allowed rcpthosts", 'refused', 'unknownAddress'],
  ['recipient', '501 5.1.3 Bad recipient address syntax', 'refused', 'unknownAddress'],
  ['recipient', '556 5.1.10 Recipient address has a null MX', 'refused', 'unknownAddress'],
  ['recipient', '552 5.2.2 <siti@bina.example> Quota exceeded (mailbox for user is full)', 'refused', 'full'],
  [
    'recipient',
    '452-4.2.2 The email account that you tried to reach is over quota. Please direct\n452 4.2.2 the recipient to https://support.google.com/mail/?p=OverQuotaTemp - gsmtp',
    'later',
    'full',
  ],
  [
    'recipient',
    '450 4.2.1 The user you are trying to contact is receiving mail too quickly. Please resend your message at a later time.',
    'later',
    'tooMany',
  ],
  [
    'recipient',
    '450 4.2.0 <siti@bina.example>: Recipient address rejected: Greylisted, see http://postgrey.schweikert.ch/help/bina.example.html',
    'later in 5 minutes',
    'deferred',
  ],
  [
    'recipient',
    '451 4.7.1 Greylisting in action, please come back in 60 seconds',
    'later in 1 minute',
    'deferred',
  ],
  [
    'recipient',
    '450 4.1.1 <siti@bina.example>: Recipient address rejected: unverified address',
    'later',
    'unknownAddress',
  ],
  ['recipient', '451 4.3.0 <siti@bina.example>: Temporary lookup failure', 'later', 'deferred'],
  ['recipient', '550 5.2.1 The mailbox is temporarily disabled', 'later', 'deferred'],
  ['recipient', '452 4.5.3 too many recipients', 'later', 'tooMany'],
  // RCPT: of us
  [
    'recipient',
    '451 4.7.500 Server busy. Please try again later from [192.0.2.1]. (S77714) [BL6PEPF0001AB50.namprd04.prod.outlook.com]',
    'outage',
    'unavailable',
  ],
  ['recipient', '554 5.7.1 <siti@bina.example>: Relay access denied', 'outage', 'sender'],
  ['recipient', '550 relay not permitted!', 'outage', 'sender'],
  [
    'recipient',
    '553 5.7.1 <simpul@mail.simpul.example>: Sender address rejected: not owned by user x@simpul.example',
    'outage',
    'sender',
  ],
  [
    'recipient',
    '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org; https://www.spamhaus.org/',
    'outage',
    'unavailable',
  ],
  [
    'recipient',
    '550 Domain simpul.example has exceeded the max emails per hour (150/150 (100%)) allowed. Message discarded.',
    'outage for an hour',
    'quota',
  ],
  [
    'recipient',
    '550 Domain simpul.example has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.',
    'outage for an hour',
    'quota',
  ],
  [
    'recipient',
    '550 User simpul@mail.simpul.example has exceeded its 24-hour sending limit. Messages to 25 recipients out of 25 allowed have been sent.',
    'outage until tomorrow',
    'quota',
  ],
  [
    'recipient',
    '450 4.2.1 Peak SMTP relay limit exceeded for customer. This is a temporary error.',
    'outage',
    'quota',
  ],
  [
    'recipient',
    '421 4.7.28 Our system has detected an unusual rate of unsolicited mail originating from your IP address. - gsmtp',
    'outage',
    'quota',
  ],
  ['recipient', '503 5.5.1 Error: need MAIL command', 'later', null],
  // DATA and the end of data
  ['data', '451 4.3.0 Error: queue file write error', 'later', 'deferred'],
  ['data', '554 5.5.1 Error: no valid recipients', 'refused', 'refused'],
  [
    'end',
    '550-5.4.5 Daily user sending limit exceeded. For more information on Gmail\n550-5.4.5 sending limits go to\n550 5.4.5  https://support.google.com/a/answer/166852 x6sm1 - gsmtp',
    'outage until tomorrow',
    'quota',
  ],
  [
    'end',
    '550 5.4.5 Daily user sending quota exceeded. s5sm12197523qke.120 - gsmtp',
    'outage until tomorrow',
    'quota',
  ],
  [
    'end',
    '421-4.7.28 Our system has detected an unusual rate of unsolicited mail originating\n421 4.7.28 from your IP address. Mail has been temporarily rate limited. - gsmtp',
    'outage',
    'quota',
  ],
  ['end', '550 5.7.60 SMTP; Client does not have permissions to send as this sender', 'outage', 'sender'],
  [
    'end',
    '550-5.7.26 Your email has been blocked because the sender is unauthenticated. Gmail\n550 5.7.26 requires all senders to authenticate with either SPF or DKIM. - gsmtp',
    'outage',
    'sender',
  ],
  ['end', '451 temporarily deferred', 'later', 'deferred'],
  ['end', '451-4.3.0 one line says nothing\n554 5.7.1 Spam message rejected', 'refused', 'refused'],
  ['end', '554-Transaction failed\n451 4.7.1 Try again later', 'later', 'deferred'],
  [
    'end',
    '550-5.7.1 Our system has detected that this message is likely unsolicited mail.\n550 5.7.1 To reduce the amount of spam, this message has been blocked. - gsmtp',
    'refused',
    'refused',
  ],
  ['end', '554 5.7.1 Spam message rejected', 'refused', 'refused'],
  ['end', '554 Message not allowed - [PH01] Email not accepted for policy reasons.', 'refused', 'refused'],
  ['end', '552 5.3.4 Message size exceeds fixed limit', 'refused', 'refused'],
  ['end', '552 5.2.3 Message size limit exceeded', 'refused', 'refused'],
  ['end', '552 Message too large', 'refused', 'refused'],
  ['end', '550 rule 7', 'refused', 'refused'],
  ['end', '452 4.3.1 Insufficient system storage', 'outage', 'unavailable'],
]

/** What became of a mail at `now` (ms UTC), in the words of the table. */
export function becomesOf(verdict: Handover, now: number): string {
  if (verdict.outcome !== 'later') return verdict.outcome
  const { retryAt, isOutage } = verdict
  const waits: readonly (readonly [ms: number | null, words: string])[] = [
    [null, ''],
    [60_000, ' in 1 minute'],
    [300_000, ' in 5 minutes'],
    [3_600_000, ' for an hour'],
    [nextDay(now) - now, ' until tomorrow'],
  ]
  const wait = retryAt === null ? null : retryAt - now
  return (isOutage ? 'outage' : 'later') + (waits.find(([ms]) => ms === wait)?.[1] ?? ` in ${wait} ms`)
}
