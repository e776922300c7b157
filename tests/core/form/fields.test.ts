// What a browser posted, before anything is made of it.
import { describe, expect, it } from 'vitest'
import { collectFields, evidenceField, firstOf, noFields } from '../../../src/core/form/fields.ts'

describe('posted fields', () => {
  const fields = collectFields([
    ['themes', 'health'],
    ['name', 'Siti Contoh'],
    ['themes', 'education'],
    ['themes', ''],
    ['__proto__', 'x'],
  ])

  it('keep every value of a field, in the order they came', () => {
    expect(fields.get('themes')).toEqual(['health', 'education', ''])
    expect([...fields.keys()]).toEqual(['themes', 'name', '__proto__'])
  })

  it('have a first value, which is empty where there is none', () => {
    expect(firstOf(fields, 'themes')).toBe('health')
    expect(firstOf(fields, 'constructor')).toBe('')
    expect(firstOf(noFields, 'name')).toBe('')
  })

  it('carry the evidence for a level beside the level', () => {
    expect(evidenceField('results')).toBe('results.evidence')
  })
})
