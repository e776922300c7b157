// How many mails a mailbox gets on a day because somebody typed its address into a form, and for how long the others wait.

/** Who a mail goes to: staff, whom counters of their own protect; a contact of the network; anybody else. */
export type RecipientKind = 'staff' | 'contact' | 'stranger'

/** How many mails a mailbox gets on a day (UTC), and how many more may wait for the next one. */
export interface Allowance {
  readonly mails: number
  readonly waiting: number
}

/** The allowance of a recipient; null: mails to them are not counted. */
export const ALLOWANCES: Readonly<Record<RecipientKind, Allowance | null>> = {
  staff: null,
  // Who fills in the form for ten organisations gets all of it on one day.
  contact: { mails: 20, waiting: 60 },
  stranger: { mails: 3, waiting: 30 },
}

/** For how long a mail is put off from day to day (ms) until it is given up. */
export const PUT_OFF_LASTS = 7 * 86_400_000

const GOOGLE = new Set(['gmail.com', 'googlemail.com'])

/**
 * What the addresses of one mailbox have in common: capitals, what stands behind a plus (sub-addressing, RFC 5233), and the
 * dots that Google does not read.
 */
export function mailboxOf(address: string): string {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1).toLowerCase()
  const [local = ''] = address.slice(0, at).toLowerCase().split('+')
  return GOOGLE.has(domain) ? `${local.replaceAll('.', '')}@gmail.com` : `${local}@${domain}`
}
