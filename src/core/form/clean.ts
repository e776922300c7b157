// Typed text as it is kept: what a person can see stays as it is, what nobody can see or say goes.

// Controls, invisible formatting (bidirectional overrides, zero-width spaces, soft hyphens) and characters without a form,
// in which a whole text can be hidden. Tab and line feed stay, as do the joiners and selectors inside emoji and the
// Arabic number signs, which are of the same class but are seen.
const UNSEEN =
  /(?!\t|\n|[\u0600-\u0605]|\u06DD|\u200C|\u200D|\uFE0E|\uFE0F)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu

// Anything to see: neither white space nor a character without a form (Unicode Default_Ignorable), nor the empty Braille cell.
const SEEN = /(?!\p{Default_Ignorable_Code_Point}|\u2800)\S/u

/** Several lines: line ends become `\n`, ends are trimmed, composed as Unicode NFC. */
export function cleanLines(text: string): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .trim()
  return SEEN.test(clean) ? clean : ''
}

/** One line: as `cleanLines`, and every run of white space becomes one space. */
export const cleanLine = (text: string): string => cleanLines(text).replace(/\s+/gu, ' ')

/** How long a text is to a person: in characters, not in UTF-16 units. */
export const lengthOf = (text: string): number => Array.from(text).length
