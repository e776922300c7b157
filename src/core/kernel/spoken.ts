// The characters of codes that people read aloud over a telephone.

/** No vowels, so no words come about. No letter looks like another and no digit like another; the two never share a place. */
export const LETTERS = 'BCDFHJKLNPRSTWXY'
export const DIGITS = '23456789'
