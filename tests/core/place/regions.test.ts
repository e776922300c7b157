// The districts an organisation can choose from.
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../../../src/core/kernel/text.ts'
import { districtsOf, provinces } from '../../../src/core/place/regions.ts'

const eastJava = districtsOf(['35'])

describe('the districts of Jawa Timur', () => {
  it('are all that have a code, 29 kabupaten and then 9 kota', () => {
    const numbers = [
      ...Array.from({ length: 29 }, (_, i) => i + 1),
      ...Array.from({ length: 9 }, (_, i) => i + 71),
    ]
    const codes = eastJava.map(({ code }) => code).toSorted()
    expect(codes).toEqual(numbers.map((n) => `35.${String(n).padStart(2, '0')}`))
    expect(eastJava.filter(({ name }) => name.startsWith('Kabupaten '))).toHaveLength(29)
    expect(eastJava.slice(29).every(({ name }) => name.startsWith('Kota '))).toBe(true)
  })

  it('stand by name, as people look for them in either language', () => {
    const names = eastJava.map(({ name }) => name)
    for (const locale of LOCALES) expect(names.toSorted(new Intl.Collator(locale).compare)).toEqual(names)
  })

  it('carry the codes the ministry gave them', () => {
    const named = Object.fromEntries(eastJava.map(({ code, name }) => [code, name]))
    expect(named).toMatchObject({
      '35.01': 'Kabupaten Pacitan',
      '35.07': 'Kabupaten Malang',
      '35.09': 'Kabupaten Jember',
      '35.14': 'Kabupaten Pasuruan',
      '35.17': 'Kabupaten Jombang',
      '35.19': 'Kabupaten Madiun',
      '35.25': 'Kabupaten Gresik',
      '35.29': 'Kabupaten Sumenep',
      '35.71': 'Kota Kediri',
      '35.73': 'Kota Malang',
      '35.75': 'Kota Pasuruan',
      '35.77': 'Kota Madiun',
      '35.78': 'Kota Surabaya',
      '35.79': 'Kota Batu',
    })
  })

  it('never share a name, so a kabupaten is told from the kota of the same place', () => {
    expect(new Set(eastJava.map(({ name }) => name)).size).toBe(38)
  })

  it('say their province', () => {
    expect(eastJava.find(({ code }) => code === '35.07')).toEqual({
      code: '35.07',
      name: 'Kabupaten Malang',
      province: '35',
    })
    expect(eastJava.every(({ code, province }) => code.startsWith(`${province}.`))).toBe(true)
  })
})

describe('the districts of several provinces', () => {
  it('are those of every province we hold', () => {
    for (const { code } of provinces) expect(districtsOf([code]).length).toBeGreaterThan(0)
  })

  it('are listed once, however often a province is named', () => {
    expect(districtsOf(['35', '35'])).toEqual(eastJava)
  })

  it('are none where no province is named', () => {
    expect(districtsOf([])).toEqual([])
  })

  it('are refused, with the code, where we do not hold a province', () => {
    expect(() => districtsOf(['35', '33'])).toThrow('No districts are held for province "33"')
  })
})
