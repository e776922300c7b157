// Sealing what is specific data (UU 27/2022 art. 4) with the Worker's secret, so that a dump of the database does not tell it.

import { fromBase64url, toBase64url } from './base64url.ts'
import type { Random } from './ports.ts'
import type { Secret, Secrets } from './secrets.ts'

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

/** Seals a text (AES-256-GCM): `<key name><base64url of iv and ciphertext>`. */
export async function seal(secrets: Secrets, random: Random, text: string): Promise<string> {
  const iv = new Uint8Array(random.bytes(IV_BYTES))
  const key = await sealingKey(secrets.current)
  const sealed = new Uint8Array(
    await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new TextEncoder().encode(text)),
  )
  return secrets.current.name + toBase64url(new Uint8Array([...iv, ...sealed]))
}

/**
 * Opens what `seal` made.
 * @throws where the key that sealed it is no longer in the ring, or the text was changed.
 */
export async function unseal(secrets: Secrets, sealed: string): Promise<string> {
  const secret = secrets.find(sealed.slice(0, 1))
  const bytes = fromBase64url(sealed.slice(1))
  if (!secret || !bytes) throw new Error('sealed with a key that is not in the ring')
  const iv = bytes.slice(0, IV_BYTES)
  const opened = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv },
    await sealingKey(secret),
    bytes.slice(IV_BYTES),
  )
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(opened)
}
