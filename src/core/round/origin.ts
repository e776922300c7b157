// Sites that may show a form in their pages, as a content security policy names them.

// A policy is text with separators of its own: only what can be no separator is let in.
const HOST = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]*[a-z][a-z0-9-]*(?::\d{1,5})?$/

/**
 * The origin of an address that somebody typed or pasted (`contoh.org`, `https://contoh.org/halaman`,
 * `https://*.contoh.org` for all below it), or null. Only https: what comes by http can be changed on its way.
 */
export function readOrigin(typed: string): string | null {
  const address = /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`
  if (!URL.canParse(address)) return null
  const { protocol, host, username } = new URL(address)
  const isAll = host.startsWith('*.') && host.split('.').length < 3
  return protocol === 'https:' && username === '' && HOST.test(host) && !isAll ? `https://${host}` : null
}
