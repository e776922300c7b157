// Sealing to a key whose other half is elsewhere: HPKE (RFC 9180, base mode) with X25519, HKDF-SHA256 and AES-256-GCM.
import { fromBase64url, toBase64url } from '../core/kernel/base64url.ts'

// RFC 9180 §7.1.1: an X25519 key is 32 bytes, and so is what is sent along with what was sealed.
const KEY_BYTES = 32
const INFO = new TextEncoder().encode('simpul export 1')

const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer
const named = (name: string): ArrayBuffer => bufferOf(new TextEncoder().encode(name))

// Read when it is first needed: most Workers export nothing, and those that do once a day.
async function suite() {
  const { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } = await import('@hpke/core')
  return new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  })
}

/** Whether a text is the public half of a key: 32 bytes as base64url. */
export const isExportKey = (key: string): boolean => fromBase64url(key)?.length === KEY_BYTES

function keyBytes(key: string): ArrayBuffer {
  const bytes = fromBase64url(key)
  if (bytes?.length !== KEY_BYTES) throw new Error('the key of exports is not 32 bytes as base64url')
  return bufferOf(bytes)
}

/** A new key: its public half, which seals, and its private one, which opens. */
export async function newExportKey(): Promise<{ readonly public: string; readonly private: string }> {
  const { kem } = await suite()
  const pair = await kem.generateKeyPair()
  const text = async (key: CryptoKey) =>
    toBase64url(
      new Uint8Array(
        await (key.type === 'private' ? kem.serializePrivateKey(key) : kem.serializePublicKey(key)),
      ),
    )
  return { public: await text(pair.publicKey), private: await text(pair.privateKey) }
}

/** Seals bytes under a name: what the name is, is checked when it is opened. */
export async function sealExport(
  publicKey: string,
  name: string,
  bytes: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const hpke = await suite()
  const recipientPublicKey = await hpke.kem.deserializePublicKey(keyBytes(publicKey))
  const { enc, ct } = await hpke.seal({ recipientPublicKey, info: INFO }, bufferOf(bytes), named(name))
  const sealed = new Uint8Array(enc.byteLength + ct.byteLength)
  sealed.set(new Uint8Array(enc))
  sealed.set(new Uint8Array(ct), enc.byteLength)
  return sealed
}

/**
 * Opens what was sealed under a name.
 * @throws where the key is another one, the name is another one, or a byte was changed or is missing.
 */
export async function openExport(
  privateKey: string,
  name: string,
  sealed: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const hpke = await suite()
  const recipientKey = await hpke.kem.deserializePrivateKey(keyBytes(privateKey))
  const [enc, ct] = [bufferOf(sealed.slice(0, KEY_BYTES)), bufferOf(sealed.slice(KEY_BYTES))]
  return new Uint8Array(await hpke.open({ recipientKey, enc, info: INFO }, ct, named(name)))
}
