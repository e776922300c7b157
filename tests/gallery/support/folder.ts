// Where rendered pages lie between those tests that render them and those that look at them.
import { resolve } from 'node:path'

/** The folder; it is emptied before pages are rendered anew. */
export const GALLERY: string = resolve(import.meta.dirname, '../../../node_modules/.cache/gallery')
