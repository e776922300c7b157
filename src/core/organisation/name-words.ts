// What stands in names of organisations beside the name itself, as people write it. Data: what is done with it is in duplicates.ts.

/** What is said in several words or in one, in lower case without marks: the long way, then the short one. */
export const SHORTENED_WORDS: readonly (readonly [long: string, short: string])[] = [
  ['lembaga swadaya masyarakat', 'lsm'],
  ['nahdlatul ulama', 'nu'],
  ['pengurus cabang', 'pc'],
  ['pengurus wilayah', 'pw'],
  ['pcnu', 'pc nu'],
  ['pwnu', 'pw nu'],
  ['mwcnu', 'mwc nu'],
]

/** Words for what an organisation is by law; a name goes with and without them. */
export const LEGAL_FORMS: ReadonlySet<string> = new Set([
  'yayasan',
  'yay',
  'yys',
  'perkumpulan',
  'perk',
  'perhimpunan',
  'lembaga',
  'lsm',
  'ormas',
])

/** Words for the rank of a branch, where the body it belongs to is one. */
export const RANKS: ReadonlySet<string> = new Set(['pc', 'pw', 'mwc', 'dpc', 'dpd', 'dpw', 'cabang'])

/** Words that stand before the name of a district. */
export const BEFORE_PLACES: ReadonlySet<string> = new Set(['kabupaten', 'kab', 'kota', 'kotamadya'])

/** The letters with which legal forms begin in names made of first letters: LGPP is the lembaga that GPP is. */
export const FIRST_LETTERS: ReadonlySet<string> = new Set(['l', 'y', 'p'])
