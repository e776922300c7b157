// What a ZIP archive holds once it is unpacked, learnt before anything else reads it: XLSX files are such archives.

/** What may come out of an archive, in bytes: hundreds of times what a list of organisations needs. */
const UNPACKED_MAX = 10_000_000
const ENTRIES_MAX = 1000

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_LENGTH = 22
const COMMENT_MAX = 0xffff
const STORED = 0
const DEFLATED = 8
const HAS_DESCRIPTOR = 8

interface Entry {
  readonly method: number
  readonly packed: Uint8Array<ArrayBuffer>
}

/**
 * The entries by the central directory (APPNOTE.TXT 4.3), which is what readers go by. Null where it is no archive, or one
 * whose sizes are told elsewhere (ZIP64, descriptors instead of sizes): spreadsheets write none such.
 */
function entriesIn(bytes: Uint8Array<ArrayBuffer>): readonly Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (at: number, length: number): boolean => at >= 0 && at + length <= bytes.length
  let end = bytes.length - END_LENGTH
  while (end >= 0 && view.getUint32(end, true) !== END) {
    if (bytes.length - END_LENGTH - end > COMMENT_MAX) return null
    end--
  }
  if (end < 0) return null
  const count = view.getUint16(end + 10, true)
  if (count > ENTRIES_MAX) return null
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (!has(at, 46) || view.getUint32(at, true) !== ENTRY) return null
    const flags = view.getUint16(at + 8, true)
    const size = view.getUint32(at + 20, true)
    const local = view.getUint32(at + 42, true)
    if (size === 0 && (flags & HAS_DESCRIPTOR) !== 0) return null
    if (!has(local, 30) || view.getUint32(local, true) !== LOCAL) return null
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    if (!has(from, size)) return null
    entries.push({ method: view.getUint16(at + 10, true), packed: bytes.subarray(from, from + size) })
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

const inflated = (packed: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array> =>
  new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))

type Trouble = 'unreadable' | 'large'

/** The bytes of an entry, each as one character; or that they are more than `max`, or cannot be unpacked. */
async function unpack({ method, packed }: Entry, max: number): Promise<{ readonly text: string } | Trouble> {
  if (method !== STORED && method !== DEFLATED) return 'unreadable'
  const decoder = new TextDecoder('latin1')
  let text = ''
  try {
    for await (const part of method === STORED ? [packed] : inflated(packed)) {
      text += decoder.decode(part, { stream: true })
      if (text.length > max) return 'large'
    }
  } catch {
    return 'unreadable'
  }
  return { text }
}

/**
 * Why an archive is not read, or null: it is none, it unpacks to too much, or what comes out holds what must not be in it
 * (`refused`, of which the bytes are looked through as single characters).
 */
export async function archiveTrouble(
  bytes: Uint8Array<ArrayBuffer>,
  refused: RegExp,
): Promise<Trouble | 'refused' | null> {
  const entries = entriesIn(bytes)
  if (entries === null) return 'unreadable'
  let left = UNPACKED_MAX
  for (const entry of entries) {
    const unpacked = await unpack(entry, left)
    if (typeof unpacked === 'string') return unpacked
    if (refused.test(unpacked.text)) return 'refused'
    left -= unpacked.text.length
  }
  return null
}
