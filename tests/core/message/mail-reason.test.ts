// What mail services say, told by what it comes down to.
import { expect, it } from 'vitest'
import { mailReasonOf } from '../../../src/core/message/mail-reason.ts'
import { PUT_OFF } from '../../../src/core/message/message.ts'

it.each([
  ['550 5.1.1 mailbox unavailable', 'unknownAddress'],
  ['550 5.1.1 <(address)> unknown', 'unknownAddress'],
  ['550-5.1.1 The email account that you tried to reach does not exist.', 'unknownAddress'],
  ['550 No such user here', 'unknownAddress'],
  ['550 rule 7', 'unknownAddress'],
  ['553 sorry', 'unknownAddress'],
  ['452 4.2.2 The email account that you tried to reach is over quota', 'full'],
  ['552 5.2.2 mailbox full', 'full'],
  ['552 requested mail action aborted', 'full'],
  ['452 4.5.3 too many recipients', 'tooMany'],
  ['421 4.7.0 Too many messages, try again later', 'tooMany'],
  // Our own rule, which no mail service has said anything of.
  [PUT_OFF, 'putOff'],
  ['E_DAILY_LIMIT_EXCEEDED', 'quota'],
  ['E_RATE_LIMIT_EXCEEDED', 'quota'],
  ['E_SENDER_NOT_VERIFIED', 'sender'],
  ['E_SENDER_DOMAIN_NOT_AVAILABLE', 'sender'],
  ['E_INTERNAL_SERVER_ERROR', 'unavailable'],
  ['E_TOO_MANY_RECIPIENTS', 'refused'],
  ['E_HEADER_VALUE_INVALID', 'refused'],
  ['no answer in time', 'noConnection'],
  ['E_RECIPIENT_SUPPRESSED', 'refused'],
  ['recipient is suppressed', 'refused'],
  ['550 5.7.1 message rejected as spam', 'refused'],
  // A bounce: it speaks of the recipient’s server, not of ours.
  ['554 5.7.1 <(address)>: Relay access denied', 'refused'],
  ['552 5.3.4 message size exceeds limit', 'refused'],
  ['554 transaction failed', 'refused'],
  ['mail service unreachable', 'noConnection'],
  ['Connection timed out', 'noConnection'],
] as const)('%s', (reason, meant) => {
  expect(mailReasonOf(reason)).toBe(meant)
})

it.each([
  '',
  'TypeError',
  'unknown error',
  'kind of a later release',
  'delivery not found',
  'form version not found',
  'no longer in the network',
  'nothing to tell for this delivery',
  // The service let nobody in who could have sent anything.
  '535 5.7.8 authentication failed',
])('is none of the common ones: %j', (reason) => {
  expect(mailReasonOf(reason)).toBe(null)
})
