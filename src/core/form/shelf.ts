// Where forms are found: the ones declared in code, by id and version or by the hash of what they say.
import { sha256 } from '../canonical.ts'
import type { Form } from './form.ts'

/** A form and the hash of its whole definition, under which revisions keep it. */
export interface ShelvedForm {
  readonly form: Form
  readonly hash: string
}

/** A form as it is published: its order is the order on the page, so nothing in it is sorted. */
export const definitionOf = (form: Form): string => JSON.stringify(form)

/** The hash of a form: it changes with every word, question and rule, and with their order. */
export const formHash = (form: Form): Promise<string> => sha256(definitionOf(form))

/** Finds forms. */
export interface FormShelf {
  find(id: string, version: number): Promise<ShelvedForm | null>
  byHash(hash: string): Promise<Form | null>
  /** The newest version of each declared form, in the order in which they are declared. */
  newest(): Promise<readonly ShelvedForm[]>
}

/** A shelf of the given forms; `published` is asked for a hash that none of them has. */
export function shelfOf(
  forms: readonly Form[],
  published: (hash: string) => Promise<Form | null>,
): FormShelf {
  let shelved: Promise<readonly ShelvedForm[]> | undefined
  const all = () => {
    shelved ??= Promise.all(forms.map(async (form) => ({ form, hash: await formHash(form) })))
    return shelved
  }
  return {
    async find(id, version) {
      return (await all()).find(({ form }) => form.id === id && form.version === version) ?? null
    },
    async newest() {
      const known = await all()
      return known.filter(({ form }) =>
        known.every((other) => other.form.id !== form.id || other.form.version <= form.version),
      )
    },
    async byHash(hash) {
      return (await all()).find((shelf) => shelf.hash === hash)?.form ?? published(hash)
    },
  }
}
