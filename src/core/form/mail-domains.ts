// Domains of mail services, as data: where mistyped addresses were meant to go, and what only looks mistyped.

/** The services most of our respondents use: what one slip away from one of these may be meant for it. */
export const LIKELY: readonly string[] = [
  'gmail.com',
  'yahoo.com',
  'yahoo.co.id',
  'ymail.com',
  'rocketmail.com',
  'hotmail.com',
  'hotmail.co.id',
  'outlook.com',
  'outlook.co.id',
  'icloud.com',
]

/** Services that take mail although they are one slip away from a likelier one. */
export const REAL: readonly string[] = [
  'mail.com',
  'email.com',
  'gmx.com',
  'amail.com',
  'cmail.com',
  'qmail.com',
  'tmail.com',
  'y7mail.com',
  'ygmail.com',
  'yahoo.co.il',
  'yahoo.co.in',
  'hotmail.co.il',
  'hotmail.co.in',
  'outlook.co.il',
]
