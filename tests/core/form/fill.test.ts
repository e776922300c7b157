// A form filled in again with answers says the same answers.
import { expect, it } from 'vitest'
import { evidenceField } from '../../../src/core/form/fields.ts'
import { fieldsOfAnswers } from '../../../src/core/form/fill.ts'

it('writes each kind of answer into the fields it is read from', () => {
  const fields = fieldsOfAnswers({
    name: 'Forum Contoh',
    count: 12,
    themes: ['health', 'other'],
    agreed: true,
    refused: false,
    results: { level: 2, evidence: 'Laporan' },
  })
  expect(Object.fromEntries(fields)).toEqual({
    name: ['Forum Contoh'],
    count: ['12'],
    themes: ['health', 'other'],
    agreed: ['yes'],
    results: ['2'],
    [evidenceField('results')]: ['Laporan'],
  })
})
