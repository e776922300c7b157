// The worst case: answers as a file, to be carried to another phone by hand.
import { anchor, button } from './build.ts'
import type { Draft } from './draft.ts'
import type { Pairs } from './kept.ts'
import type { LaterWords } from './words.ts'

const isPairs = (value: unknown): value is Pairs =>
  Array.isArray(value) &&
  value.every(
    (pair) => Array.isArray(pair) && pair.length === 2 && pair.every((one) => typeof one === 'string'),
  )

function save(fields: Pairs, name: string): void {
  const blob = new Blob([JSON.stringify(fields)], { type: 'application/json' })
  const link = anchor('', URL.createObjectURL(blob))
  link.download = `${name || 'simpul'}.json`
  link.click()
}

/** Reads a file that was saved here; gives null for any other. */
function read(text: string): Pairs | null {
  try {
    const fields: unknown = JSON.parse(text)
    return isPairs(fields) ? fields : null
  } catch {
    return null
  }
}

/** The two buttons. */
export function fileRow(words: LaterWords, draft: Draft): HTMLElement {
  const row = document.createElement('p')
  const chooser = document.createElement('input')
  chooser.type = 'file'
  chooser.accept = '.json'
  chooser.onchange = () => {
    const [file] = Array.from(chooser.files || [])
    const reader = new FileReader()
    reader.onload = () => {
      const found = read(String(reader.result))
      if (found) draft.bringBack(found)
      else draft.announce(words.noFile)
      chooser.value = ''
    }
    if (file) reader.readAsText(file)
  }
  const toFile = (): void => {
    const fields = draft.pairsIn(draft.form)
    save(fields, draft.nameIn(fields))
  }
  row.append(
    button(words.toFile, toFile),
    button(words.fromFile, () => chooser.click()),
  )
  return row
}
