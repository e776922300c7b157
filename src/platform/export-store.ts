// Exports in a bucket of R2, sealed before they leave the Worker.
import type { ExportStore } from '../core/kernel/ports.ts'
import { sealExport } from './export-seal.ts'

/** A bucket as the place of exports; `publicKey` is what they are sealed to. */
export const bucketStore = (bucket: R2Bucket, publicKey: string): ExportStore => ({
  has: async (name) => (await bucket.head(name)) !== null,

  async read(name) {
    const found = await bucket.get(name)
    return found && { text: await found.text(), mark: found.etag }
  },

  async write(name, text, mark) {
    const onlyIf = mark === null ? { etagDoesNotMatch: '*' } : { etagMatches: mark }
    return (await bucket.put(name, text, { onlyIf })) !== null
  },

  async seal(name, text) {
    await bucket.put(name, await sealExport(publicKey, name, new TextEncoder().encode(text)))
  },
})
