// An export in a folder: its objects opened, and everything that its manifest names there, whole.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type ExportManifest,
  type ExportPage,
  exportFolder,
  MANIFEST,
  readManifest,
  readPages,
} from '../../../src/core/export/export.ts'
import { openExport } from '../../../src/platform/export-seal.ts'

/** A whole export. */
export interface Export {
  readonly manifest: ExportManifest
  readonly pages: readonly ExportPage[]
}

/** The manifest in a folder. @throws where there is none: then the export never became whole. */
export function manifestIn(folder: string): ExportManifest {
  const file = join(folder, MANIFEST)
  if (!existsSync(file))
    throw new Error(
      `There is no ${MANIFEST} in ${folder}: the export is not whole, or was not fetched whole.`,
    )
  return readManifest(readFileSync(file, 'utf8'))
}

const decoder = new TextDecoder('utf-8', { fatal: true })

async function readPart(
  folder: string,
  day: string,
  name: string,
  key: string,
): Promise<readonly ExportPage[]> {
  const file = join(folder, name)
  if (!existsSync(file)) throw new Error(`${name} is missing in ${folder}.`)
  let opened: Uint8Array
  try {
    opened = await openExport(key, `${exportFolder(day)}/${name}`, readFileSync(file))
  } catch {
    throw new Error(`${name} does not open: it was changed or cut off, or it is sealed to another key.`)
  }
  return readPages(decoder.decode(opened))
}

/**
 * Opens every object that the manifest names.
 * @throws where one is missing, does not open, or holds another number of rows than it was said to.
 */
export async function readExport(folder: string, key: string): Promise<Export> {
  const manifest = manifestIn(folder)
  const pages: ExportPage[] = []
  for (const { name, rows } of manifest.parts) {
    const read = await readPart(folder, manifest.day, name, key)
    for (const [table, count] of Object.entries(rows)) {
      const found = read.reduce((sum, page) => sum + (page.table === table ? page.rows.length : 0), 0)
      if (found !== count)
        throw new Error(`${name} holds ${found} rows of ${table} and was said to hold ${count}.`)
    }
    pages.push(...read)
  }
  return { manifest, pages }
}
