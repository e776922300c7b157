// Telling whether two typed names mean the same organisation.

/** A name without case, accents, punctuation and doubled spaces: `Yayasan  "Bina-Karya"` → `yayasan bina karya`. */
export const normaliseName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What a name is compared by, and kept as beside it: normalised, or as it is where nothing of it would be left. */
export const comparableName = (name: string): string => normaliseName(name) || name.trim()

/** The same organisation from two phones has the same key: its normalised name and its district code. */
export const respondentKey = (name: string, district: string): string => `${district}/${comparableName(name)}`
