// Decides whether a name typed by a sender may stand in a mail to an address nobody has confirmed.

const LONGEST = 80

/** Latin letters, digits, spaces, and the few marks names are written with. */
const shaped = /^[\p{Script=Latin}\d.,'’&()/ -]+$/u

/** What a mail program could turn into a link or a telephone number, or a reader could type as one. */
const reachable = [
  /\.[\p{L}\d]{2,}/u, // foo.com, bit.ly/x, 10.20.30.40
  /\d\.\d+\.\d/, // 1.1.1.1
  /www/i,
  /[./]{2}/, // a way up the folders, two slashes
  /(?:\d[^\p{L}\d]*){6}/u, // 0812 3456 7890, whatever stands between
]

/**
 * The name as it may stand in a mail, or null where it is not shaped like the name of an organisation: anybody can
 * type anything there together with a stranger's address. At most 80 characters; no other script, since letters
 * that look Latin make lookalike addresses.
 */
export function nameForMail(typed: string): string | null {
  const name = typed.normalize('NFC')
  const isName =
    name.length <= LONGEST &&
    shaped.test(name) &&
    /\p{L}{2}/u.test(name) &&
    !reachable.some((pattern) => pattern.test(name))
  return isName ? name.trim() : null
}
