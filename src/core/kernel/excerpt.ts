// The beginning of a longer text, for places that show a few words of a page.

/** Whole sentences from the beginning of a text, at most `most` characters; of a longer first sentence its first words. */
export function excerptOf(text: string, most: number): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  if (plain.length <= most) return plain
  const ends = [...plain.matchAll(/[.!?][”’"')]*(?= )/g)].map(({ 0: end, index }) => index + end.length)
  const last = ends.findLast((end) => end <= most)
  if (last !== undefined) return plain.slice(0, last)
  const cut = plain.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`
}
