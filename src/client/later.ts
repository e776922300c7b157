// What a form needs only once somebody has begun: the list of what was left on the phone, files, and the page kept for
// opening without network. It is asked for by the script of the page, and tells it that it is there.
import { fileRow } from './file.ts'
import { listOf } from './found.ts'
import { keepPages } from './pages.ts'
import './words.ts'

const words = window.laterWords

const later = {
  listOf: listOf.bind(null, words),
  fileRow: fileRow.bind(null, words),
  keepPages,
}

/** What this script brings. */
export type Later = typeof later

document.dispatchEvent(new CustomEvent('later', { detail: later }))
