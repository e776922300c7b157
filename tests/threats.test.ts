// The threats in docs/threats.md: each says which tests show what stops it, these exist, and each says what is left.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../scripts/run/place.ts'

const text = readFileSync(join(root, 'docs/threats.md'), 'utf8')
const rows = text.split('\n').filter((line) => line.startsWith('|'))
const cellsOf = (row: string) =>
  row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
const threats = rows.slice(2).map(cellsOf)
const named = [...text.matchAll(/`(tests\/[^`]+)`/g)].map(([, path = '']) => path)

it('names tests that exist', () => {
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((path) => !/\.test\.ts$/.test(path) || !existsSync(join(root, path)))).toEqual([])
})

it('says of every threat what stops it, what shows that and what is left', () => {
  expect(threats.length).toBeGreaterThan(20)
  expect(threats.filter((cells) => cells.length !== 5)).toEqual([])
  // Against whoever runs the machines no test helps.
  const unshown = threats.filter(([, , , tests]) => tests === '')
  expect(unshown.map(([who]) => who)).toEqual(['**The hosting party**'])
  for (const [, would, stops, , left] of threats) expect([would, stops, left]).not.toContain('')
})
