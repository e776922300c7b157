// What a form needs only once somebody has begun: saving and sending, the list of what was left on the phone, and files. It
// is asked for by the script of the page, and tells it that it is there.
import { fileRow } from './file.ts'
import { ask } from './found.ts'
import { saveDraft } from './saving.ts'
import './words.ts'

const words = window.laterWords
const script = document.currentScript?.getAttribute('src') || ''

const later = {
  saveDraft: saveDraft.bind(null, words, script),
  ask: ask.bind(null, words),
  fileRow: fileRow.bind(null, words),
}

/** What this script brings. */
export type Later = typeof later

document.dispatchEvent(new CustomEvent('later', { detail: later }))
