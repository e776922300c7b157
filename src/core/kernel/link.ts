// Addresses only their holder has: `<id>.<key><mac>`. Nothing secret is stored; raising the row's generation revokes.
import { fromBase64url, toBase64url } from './base64url.ts'
import { mac, type Secrets, sameMac } from './secrets.ts'

/** What a link opens. A link of one kind never opens another. */
export type LinkKind = 'receipt' | 'report' | 'resume' | 'personal' | 'sign-in'

const SHAPE = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/

const compact = (id: string): string =>
  toBase64url(Uint8Array.from(id.replaceAll('-', '').match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)))

function expand(text: string): string | null {
  const bytes = fromBase64url(text)
  if (bytes?.length !== 16 || toBase64url(bytes) !== text) return null
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Makes the link of a row: `id` is its UUID, `generation` its `link_generation`. */
export async function makeLink(
  secrets: Secrets,
  kind: LinkKind,
  id: string,
  generation: number,
): Promise<string> {
  if (!SHAPE.test(id)) throw new Error('only rows with a UUID have links')
  const secret = secrets.current
  return `${compact(id)}.${secret.name}${toBase64url(await mac(secret, [kind, id, generation]))}`
}

/** The row a link claims to open; the claim holds only once `checkLink` has said so. */
export function linkedId(link: string): string | null {
  const [id, signature, ...more] = link.split('.')
  return id && signature && more.length === 0 ? expand(id) : null
}

/** `good` opens; `revoked` was good for an earlier generation; `forged` was never good. */
export type LinkState = 'good' | 'revoked' | 'forged'

/** Checks a link against the row it claims to open. */
export async function checkLink(
  secrets: Secrets,
  kind: LinkKind,
  link: string,
  generation: number,
): Promise<LinkState> {
  const id = linkedId(link)
  const signature = link.split('.')[1] ?? ''
  const secret = secrets.find(signature.slice(0, 1))
  const given = fromBase64url(signature.slice(1))
  // base64url has several spellings of the same 16 bytes; only ours is taken, so no second address opens a row.
  if (!id || !secret || !given || toBase64url(given) !== signature.slice(1)) return 'forged'
  if (sameMac(given, await mac(secret, [kind, id, generation]))) return 'good'
  for (let earlier = generation - 1; earlier >= 0; earlier--) {
    if (sameMac(given, await mac(secret, [kind, id, earlier]))) return 'revoked'
  }
  return 'forged'
}

/**
 * Whether the key of what was sent still leads to the link that stands: it does where that link is the one it led to
 * first, so that whoever lost a link is not led to the next one. The key of a first sending (null) always does.
 */
export const leadsOn = (ledTo: number | null, generation: number): boolean =>
  ledTo === null || ledTo === generation
