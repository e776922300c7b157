// Names in mails: what we are called, and whether one that a sender typed may stand in a mail to an address nobody has confirmed.
import { leadsElsewhere } from '../core/kernel/reachable.ts'

/** Whom mails come from that are no network's, such as a link to sign in to all that somebody looks after. */
export const SERVICE_NAME = 'Simpul'

const LONGEST = 80

/** Latin letters, digits, spaces, and the few marks names are written with. */
const shaped = /^[\p{Script=Latin}\d.,'’&()/ -]+$/u

/**
 * The name as it may stand in a mail, or null where it is not shaped like the name of an organisation: anybody can
 * type anything there together with a stranger's address. At most 80 characters; no other script, since letters
 * that look Latin make lookalike addresses.
 */
export function nameForMail(typed: string): string | null {
  const name = typed.normalize('NFC')
  const isName =
    name.length <= LONGEST && shaped.test(name) && /\p{L}{2}/u.test(name) && !leadsElsewhere(name)
  return isName ? name.trim() : null
}
