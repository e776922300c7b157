// Where forms are found: those declared in code, and every version that was ever published.
import { sha256 } from '../kernel/canonical.ts'
import type { Form } from './form.ts'

/** A form and the hash of its whole definition, under which rounds and revisions keep it. */
export interface FormVersion {
  readonly form: Form
  readonly hash: string
}

/** A form as it is published: its order is the order on the page, so nothing in it is sorted. */
export const definitionOf = (form: Form): string => JSON.stringify(form)

/** The hash of a form: it changes with every word, question and rule, and with their order. */
export const formHash = (form: Form): Promise<string> => sha256(definitionOf(form))

/** What a round says of the form it asks; the hash is null where it asks whatever its version says by now. */
export interface FormReference {
  readonly formId: string
  readonly formVersion: number
  readonly formHash: string | null
}

/** A published form by its hash, or the one that was published last under an id and version. */
export type FormVersionKey = { readonly hash: string } | { readonly id: string; readonly version: number }

/** Finds forms. */
export interface FormShelf {
  /** The form that a round asks: the one it keeps the hash of, whichever versions are declared by now. */
  find(round: FormReference): Promise<FormVersion | null>
  byHash(hash: string): Promise<Form | null>
  /** The newest version of each declared form, in the order in which they are declared. */
  newest(): Promise<readonly FormVersion[]>
}

type FindPublished = (which: FormVersionKey) => Promise<FormVersion | null>

/** Asks for each published form once; not found, or not asked in vain, it may be there the next time. */
function remembered(published: FindPublished): FindPublished {
  const known = new Map<string, FormVersion>()
  return async (which) => {
    const name = 'hash' in which ? which.hash : `${which.id} ${which.version}`
    // The form is kept, and not the promise of it: one that belongs to another request may never be kept.
    const found = known.get(name) ?? (await published(which))
    if (found) known.set(name, found)
    return found
  }
}

/** A shelf of the given forms; `published` is asked for one that none of them is, and once for each. */
export function shelfOf(forms: readonly Form[], published: FindPublished): FormShelf {
  const ask = remembered(published)
  let shelved: Promise<readonly FormVersion[]> | undefined
  const all = () => {
    shelved ??= Promise.all(forms.map(async (form) => ({ form, hash: await formHash(form) })))
    return shelved
  }
  const kept = async (hash: string) => (await all()).find((one) => one.hash === hash) ?? ask({ hash })
  const declared = async ({ formId, formVersion }: FormReference) =>
    (await all()).find(({ form }) => form.id === formId && form.version === formVersion)
  return {
    async find(round) {
      const { formId: id, formVersion: version, formHash: hash } = round
      return (hash !== null && (await kept(hash))) || (await declared(round)) || (await ask({ id, version }))
    },
    async newest() {
      const known = await all()
      return known.filter(({ form }) =>
        known.every((other) => other.form.id !== form.id || other.form.version <= form.version),
      )
    },
    async byHash(hash) {
      return (await kept(hash))?.form ?? null
    },
  }
}

/** The forms with some hashes, each looked for once however often it stands there; null where there is none. */
export async function formsByHash(
  shelf: FormShelf,
  hashes: Iterable<string>,
): Promise<ReadonlyMap<string, Form | null>> {
  const each = [...new Set(hashes)].map(async (hash) => [hash, await shelf.byHash(hash)] as const)
  return new Map(await Promise.all(each))
}
