// Sentences that the page brings along.

/** Fills the places of a sentence: `{0} of {1}`. */
export const say = (sentence: string | undefined, ...values: readonly (string | number)[]): string =>
  (sentence || '').replace(/\{(\d)\}/g, (_, place) => String(values[place]))
