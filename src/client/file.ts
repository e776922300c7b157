// The worst case: answers as a file, to be carried to another phone by hand.
import { anchor, button } from './build.ts'
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

interface Filing {
  /** The question whose answer names the file. */
  readonly name: string | undefined
  readonly fields: () => Pairs
  readonly bringBack: (fields: Pairs) => void
  readonly announce: (text: string) => void
}

/** The two buttons. */
export function fileRow(words: LaterWords, { name, fields, bringBack, announce }: Filing): HTMLElement {
  const row = document.createElement('p')
  const chooser = document.createElement('input')
  chooser.type = 'file'
  chooser.accept = '.json'
  chooser.onchange = () => {
    const [file] = Array.from(chooser.files || [])
    const reader = new FileReader()
    reader.onload = () => {
      const found = read(String(reader.result))
      if (found) bringBack(found)
      else announce(words.noFile)
      chooser.value = ''
    }
    if (file) reader.readAsText(file)
  }
  const nameIn = (all: Pairs) => all.filter(([one]) => one === name).map(([, value]) => value)[0] || ''
  row.appendChild(button(words.toFile, () => save(fields(), nameIn(fields()))))
  row.appendChild(button(words.fromFile, () => chooser.click()))
  return row
}
