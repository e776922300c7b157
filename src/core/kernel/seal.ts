// Sealing what is specific data (UU 27/2022 art. 4) with the Worker's secret, so that a dump of the database does not tell it.

import { fromBase64url, toBase64url } from './base64url.ts'
import type { Random } from './ports.ts'
import type { Secret, Secrets } from './secrets.ts'

/** Where a sealed text stands: a column, `table.column`, and the id of its row. What is sealed for one place opens at no other. */
export interface SealPlace {
  readonly field: string
  readonly row: string
}

/** Why a sealed text does not open: its key is not in the ring, or it is not what was sealed for this place. */
export type SealFault = 'key' | 'text'

/** A sealed text that does not open: damage, and never an answer. Its message holds ids only. */
export class BrokenSeal extends Error {
  override readonly name = 'BrokenSeal'
  readonly place: SealPlace
  readonly fault: SealFault

  constructor(place: SealPlace, fault: SealFault) {
    const why = fault === 'key' ? 'its key is not in the ring' : 'it is not what was sealed there'
    super(`${place.field} of ${place.row} does not open: ${why}`)
    this.place = place
    this.fault = fault
  }
}

// Names of keys are small letters and digits, so a capital in front is none: what begins with a name is of the first version.
const VERSION = 'B'
const IV_BYTES = 12

// A key of its own for sealing, so that no MAC ever says anything about it (HKDF, RFC 5869).
async function sealingKey({ bytes }: Secret): Promise<CryptoKey> {
  const root = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode('seal')
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
  return crypto.subtle.deriveKey(derivation, root, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}

/** What a seal is bound to besides its key (NIST SP 800-38D: additional authenticated data). */
const boundTo = ({ field, row }: SealPlace): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new TextEncoder().encode(JSON.stringify([VERSION, field, row])))

/** How every text begins that is sealed as `seal` seals now: another beginning is another version or another key. */
export const sealBeginning = ({ current }: Secrets): string => VERSION + current.name

/** Seals a text for its place (AES-256-GCM): `<version><key name><base64url of iv and ciphertext>`. */
export async function seal(
  secrets: Secrets,
  random: Random,
  place: SealPlace,
  text: string,
): Promise<string> {
  const iv = new Uint8Array(random.bytes(IV_BYTES))
  const key = await sealingKey(secrets.current)
  const how = { name: 'AES-GCM', iv, additionalData: boundTo(place) }
  const sealed = new Uint8Array(await crypto.subtle.encrypt(how, key, new TextEncoder().encode(text)))
  return sealBeginning(secrets) + toBase64url(new Uint8Array([...iv, ...sealed]))
}

/** A sealed text in its parts; of the first version (`<key name><base64url>`), which is bound to no place, too. */
function partsOf(sealed: string) {
  const isBound = sealed.startsWith(VERSION)
  const from = isBound ? VERSION.length : 0
  return { isBound, name: sealed.slice(from, from + 1), body: sealed.slice(from + 1) }
}

/**
 * Opens what `seal` made for a place, and what an older release sealed for none.
 * @throws BrokenSeal where the key that sealed it is no longer in the ring, or the text was changed or stood elsewhere.
 */
export async function unseal(secrets: Secrets, place: SealPlace, sealed: string): Promise<string> {
  const { isBound, name, body } = partsOf(sealed)
  const secret = secrets.find(name)
  if (!secret) throw new BrokenSeal(place, 'key')
  const bytes = fromBase64url(body)
  if (!bytes) throw new BrokenSeal(place, 'text')
  const bound = isBound ? { additionalData: boundTo(place) } : {}
  const how = { name: 'AES-GCM', iv: bytes.slice(0, IV_BYTES), ...bound }
  try {
    const opened = await crypto.subtle.decrypt(how, await sealingKey(secret), bytes.slice(IV_BYTES))
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(opened)
  } catch {
    throw new BrokenSeal(place, 'text')
  }
}
