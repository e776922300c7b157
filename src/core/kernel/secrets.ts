// The Worker's secrets: a ring of named keys, the first in use, the others still good for what they signed.

/** One key of the ring; its name is a single letter or digit. */
export interface Secret {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** At least one secret; the first one signs. */
export interface Secrets {
  readonly current: Secret
  find(name: string): Secret | undefined
}

/**
 * Reads a ring from its setting, `name:hex,name:hex…`, newest first.
 * @throws where a name is not one letter or digit, is there twice, or a key has fewer than 32 bytes.
 */
export function readSecrets(setting: string | undefined): Secrets {
  const ring = (setting ?? '').split(',').map((entry): Secret => {
    const [, name, hex] = /^([a-z0-9]):((?:[0-9a-f]{2}){32,})$/.exec(entry.trim()) ?? []
    if (!name || !hex)
      throw new Error('LINK_SECRETS must read name:hex,name:hex… with at least 64 hexadecimal digits each')
    return { name, bytes: new Uint8Array((hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16))) }
  })
  const byName = new Map(ring.map((secret) => [secret.name, secret]))
  const [current] = ring
  if (!current || byName.size !== ring.length) throw new Error('LINK_SECRETS names one key twice')
  return { current, find: (name) => byName.get(name) }
}

const keys = new WeakMap<Secret, Promise<CryptoKey>>()

const keyOf = (secret: Secret): Promise<CryptoKey> => {
  const known = keys.get(secret)
  if (known) return known
  const key = crypto.subtle.importKey('raw', secret.bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ])
  keys.set(secret, key)
  return key
}

const encoder = new TextEncoder()

const encode = (parts: readonly (string | number)[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(encoder.encode(JSON.stringify(parts)))

/** The first 128 bits of HMAC-SHA-256 over the parts; how the parts are divided is part of what is signed. */
export async function mac(
  secret: Secret,
  parts: readonly (string | number)[],
): Promise<Uint8Array<ArrayBuffer>> {
  const signature = await crypto.subtle.sign('HMAC', await keyOf(secret), encode(parts))
  return new Uint8Array(signature).slice(0, 16)
}

/** Compares two MACs in a time that does not tell where they differ. */
export function sameMac(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= (a[i] ?? 0) ^ (b[i] ?? 0)
  return difference === 0
}
