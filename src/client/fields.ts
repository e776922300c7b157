// The fields of a form, as what keeps them needs them: read in their order, and filled again.
import type { Pairs } from './kept.ts'

/** The key of the answers, the version of the draft that the page knows, the name by which it saves, and its form. */
export const KEY = 'submission'
export const VERSION = 'draft-version'
export const WRITER = 'draft-writer'
export const FORM = 'form-hash'

/** The first value of a name, or nothing. */
export const firstOf = (fields: Pairs, name: string): string =>
  (fields.find(([one]) => one === name) || ['', ''])[1]

/** What stands in a form now. */
export function pairsIn(form: HTMLFormElement): Pairs {
  const all: [string, string][] = []
  new FormData(form).forEach((value, name) => {
    all.push([name, String(value)])
  })
  return all
}

/** Adds a field out of sight. */
export function addTo(form: HTMLFormElement, name: string, value: string): HTMLInputElement {
  const made = form.appendChild(document.createElement('input'))
  made.type = 'hidden'
  made.name = name
  made.value = value
  return made
}

/** The field out of sight of a name, made where there is none; no such name is that of several controls. */
export const hiddenIn = (form: HTMLFormElement, name: string): HTMLInputElement =>
  (form.elements.namedItem(name) as HTMLInputElement | null) || addTo(form, name, '')

/** Puts answers into the form, and what a draft needs to know of its page. */
export function fill(form: HTMLFormElement, fields: Pairs): void {
  const values = (name: string) => fields.filter(([one]) => one === name).map(([, value]) => value)
  // What is asked of a control here, every kind of them has.
  for (const one of Array.from(form.elements) as HTMLInputElement[]) {
    if (!one.name || one.type === 'submit') continue
    if (one.type === 'radio' || one.type === 'checkbox') one.checked = values(one.name).includes(one.value)
    else if (one.type !== 'hidden') one.value = values(one.name)[0] || ''
  }
  for (const name of [KEY, VERSION, WRITER]) hiddenIn(form, name).value = firstOf(fields, name)
  form.dispatchEvent(new Event('change'))
}
