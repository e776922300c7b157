// Before pages are rendered: nothing of an earlier run is left to be looked at.
import { rmSync } from 'node:fs'
import { GALLERY } from './folder.ts'

/** Empties the folder of rendered pages. */
export default function setup(): void {
  rmSync(GALLERY, { recursive: true, force: true })
}
