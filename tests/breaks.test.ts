// The mistakes that `npm run breaks` makes fit the sources as they stand: else there is nothing to be found.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { breaks } from '../scripts/breaks/list.ts'
import { timesIn } from '../scripts/breaks/tree.ts'
import { root } from '../scripts/run/place.ts'

test.each(breaks)('$file: $what', ({ file, find, replace }) => {
  expect(timesIn(readFileSync(join(root, file), 'utf8'), find)).toBe(1)
  expect(replace).not.toBe(find)
})

test('no two say the same', () => {
  expect(new Set(breaks.map(({ what }) => what)).size).toBe(breaks.length)
})

// How many there are at least, so that no part of the application is left out.
test.each([
  [/^src\/core\//, 5],
  [/^src\/db\/.*\bread\.ts$/, 5],
  [/^src\/db\/.*\bwrite\.ts$/, 5],
  [/^src\/actions\//, 3],
  [/^src\/workflow\//, 3],
  [/^src\/mail\//, 2],
  [/^src\/http\/public\//, 2],
  [/^src\/http\/staff\//, 5],
  [/^src\/http\/views\//, 10],
  [/^src\/client\//, 5],
] as const)('%s has at least %i', (part, least) => {
  expect(breaks.filter(({ file }) => part.test(file)).length).toBeGreaterThanOrEqual(least)
})
