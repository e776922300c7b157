// Texts as releases before seals had a version sealed them: bound to no place, with the name of their key in front.
import { toBase64url } from '../../src/core/kernel/base64url.ts'
import type { Random } from '../../src/core/kernel/ports.ts'
import type { Secrets } from '../../src/core/kernel/secrets.ts'

/** `<key name><base64url of iv and ciphertext>` (AES-256-GCM, the key by HKDF of the secret for "seal"). */
export async function sealedBefore({ current }: Secrets, random: Random, text: string): Promise<string> {
  const encoder = new TextEncoder()
  const root = await crypto.subtle.importKey('raw', current.bytes, 'HKDF', false, ['deriveKey'])
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode('seal') }
  const key = await crypto.subtle.deriveKey(derivation, root, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
  ])
  const iv = new Uint8Array(random.bytes(12))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, encoder.encode(text))
  return current.name + toBase64url(new Uint8Array([...iv, ...new Uint8Array(sealed)]))
}
