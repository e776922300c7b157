// What is typed, kept on the phone where that can be: one entry for each page, under the key of its answers. Storage may be
// full, forbidden or not there at all; then nothing is kept, and nothing fails.

/** Names and values of a form, in its order. */
export type Pairs = readonly (readonly [string, string])[]

/** One half-filled form. */
export interface Entry {
  readonly fields: Pairs
  /** What the organisation is called, and when it was kept, by this phone's clock (ms). */
  readonly name: string
  readonly at: number
  /** Whether the server has not heard of all of it yet. */
  readonly unsaved: boolean
  /** Whether it was to be sent, and could not be. */
  readonly waiting: boolean
  /** The link by which the server's copy is gone on with; empty before it has one. */
  readonly link: string
}

function tried<T>(use: () => T): T | undefined {
  try {
    return use()
  } catch {
    return undefined
  }
}

/** The entries of one form. */
export type Kept = ReturnType<typeof keptAt>

/** Opens the entries of a form; `place` is its path. */
export function keptAt(place: string) {
  const prefix = `draft ${place} `
  // Written by us.
  const read = (key: string): Entry | undefined =>
    tried(() => JSON.parse(localStorage.getItem(prefix + key) || '') as Entry)
  return {
    read,
    /** Keeps an entry, and tells whether that was possible. */
    write: (key: string, entry: Entry): boolean =>
      !!tried(() => {
        localStorage.setItem(prefix + key, JSON.stringify(entry))
        return true
      }),
    forget(key: string): void {
      tried(() => localStorage.removeItem(prefix + key))
      tried(() => sessionStorage.removeItem(prefix))
    },
    /** Keys and entries, the newest first. */
    all: (): (readonly [string, Entry])[] =>
      (tried(() => Object.keys(localStorage)) || [])
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length))
        .map((key): readonly [string, Entry | undefined] => [key, read(key)])
        .filter((pair): pair is readonly [string, Entry] => !!pair[1])
        .sort(([, a], [, b]) => b.at - a.at),
    /** Whether nothing of any form is kept. */
    isEmpty: (): boolean =>
      !(tried(() => Object.keys(localStorage)) || []).some((name) => name.startsWith('draft ')),
    /** The key that this tab works on. */
    mark: (key: string): void => tried(() => sessionStorage.setItem(prefix, key)),
    marked: (): string => tried(() => sessionStorage.getItem(prefix)) || '',
    /** Whether something that was changed in storage is the entry of a key. */
    isOf: (name: string | null, key: string): boolean => name === prefix + key,
  }
}
