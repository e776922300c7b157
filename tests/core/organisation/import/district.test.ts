// A district is found however people write it, and is asked for in full where the words could mean two.
import { describe, expect, it } from 'vitest'
import { findDistrict } from '../../../../src/core/organisation/import/district.ts'
import { districtsOf } from '../../../../src/core/place/regions.ts'

const districts = districtsOf(['35'])
const find = (typed: string) => findDistrict(typed, districts)

describe('a district', () => {
  it('is found by its name and by its code, each of them', () => {
    for (const { code, name } of districts)
      for (const typed of [
        name,
        name.toUpperCase(),
        ` ${name}  `,
        code,
        code.replace('.', ''),
        code.replace('.', ','),
      ])
        expect([typed, find(typed)]).toEqual([typed, { code }])
  })

  it.each([
    ['Kab. Malang', '35.07'],
    ['kab malang', '35.07'],
    ['KABUPATEN MALANG', '35.07'],
    ['Malang Regency', '35.07'],
    ['Kab. Malang, Jawa Timur', '35.07'],
    ['Kota Malang', '35.73'],
    ['Kodya Malang', '35.73'],
    ['Malang City', '35.73'],
    ['Sidoarjo', '35.15'],
    ['surabaya', '35.78'],
    ['Kabupaten Tulung Agung', '35.04'],
    ['35.1', '35.10'],
  ])('%j is %s', (typed, code) => expect(find(typed)).toEqual({ code }))

  it('is not guessed where two bear the name', () => {
    expect(find('MALANG')).toEqual({ likely: ['Kabupaten Malang', 'Kota Malang'] })
    expect(find('Kediri, Jawa Timur')).toEqual({ likely: ['Kabupaten Kediri', 'Kota Kediri'] })
  })

  it.each(['Kota Sidoarjo', 'Bandung', '35.99', '31.71', '', '.', 'Kabupaten', '35', '3.5', 'Jawa Timur'])(
    '%j is none',
    (typed) => expect(find(typed)).toEqual({ likely: [] }),
  )
})
