// Which organisations look like the same one: those that must be flagged, those that must not, and what comparing costs.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ComparedOrganisation,
  comparableDecree,
  duplicatesAmong,
  duplicatesOf,
  sameNamedDistricts,
} from '../../../src/core/organisation/duplicates.ts'
import { districtsOf } from '../../../src/core/place/regions.ts'

const DISTRICTS = districtsOf(['35'])
const SUMENEP = '35.29'
const all = { isApart: (_one: string, _other: string): boolean => false, most: 1000 }

const known = (
  id: string,
  names: string | readonly string[],
  rest: Partial<ComparedOrganisation> = {},
): ComparedOrganisation => ({
  id,
  district: SUMENEP,
  decreeNo: null,
  names: [names].flat(),
  ...rest,
})
const pairsOf = (organisations: readonly ComparedOrganisation[], options = all) =>
  duplicatesAmong(organisations, DISTRICTS, options).map(({ one, other }) => `${one} ${other}`)
const areAlike = (one: Partial<ComparedOrganisation>, other: Partial<ComparedOrganisation>): boolean =>
  pairsOf([known('a', [], one), known('b', [], other)]).length === 1
const namesAlike = (one: string, other: string, district = SUMENEP): boolean =>
  areAlike({ names: [one], district }, { names: [other], district })

describe('two organisations of one district look alike where their names differ only in', () => {
  it.each([
    ['the body a branch belongs to, and its district', 'Lakpesdam NU Sumenep', 'LAKPESDAM PCNU Sumenep'],
    ['a name in full', 'Lakpesdam Nahdlatul Ulama', 'Lakpesdam PCNU'],
    ['the letter of a legal form', 'GPP', 'LGPP'],
    ['the same, with the district', 'GPP Sumenep', 'LGPP Kab. Sumenep'],
    ['a legal form that is left out', 'Yayasan Bina Karya', 'Bina Karya'],
    ['a legal form that is shortened', 'Yayasan Bina Karya', 'Yys. Bina Karya'],
    ['a legal form that stands behind', 'Perkumpulan Bina Karya', 'BINA KARYA (LSM)'],
    ['how the district is called', 'Forum Difabel Kab. Sumenep', 'Forum Difabel Kabupaten Sumenep'],
    ['a letter too many', 'Yayasan Bina Karya Mandiri', 'Yayasan Bina Karrya Mandiri'],
    ['another letter', 'Yayasan Bambu Nusantara', 'Yayasan Bambu Nusantera'],
    ['two letters in the wrong order', 'Sanggar Hijau', 'Sanggar Hiaju'],
    ['where a word ends', 'Bina Karya Mandiri', 'Binakarya Mandiri'],
  ])('%s: %s, %s', (_what, one, other) => {
    expect(namesAlike(one, other)).toBe(true)
    expect(namesAlike(other, one)).toBe(true)
  })

  it('kabupaten or kota, whichever of the two was chosen or written', () => {
    expect(namesAlike('FORPEMA Kab. Madiun', 'FORPEMA Kota Madiun', '35.19')).toBe(true)
    const [kab, kota] = ['35.19', '35.77']
    const names = ['Yayasan Bambu Nusantara']
    expect(areAlike({ names, district: kab }, { names, district: kota })).toBe(true)
    expect(
      areAlike(
        { names: ['FORPEMA Kab. Madiun'], district: kab },
        { names: ['FORPEMA Kota Madiun'], district: kota },
      ),
    ).toBe(true)
    expect(sameNamedDistricts('35.77', DISTRICTS)).toEqual(['35.19', '35.77'])
    expect(sameNamedDistricts(SUMENEP, DISTRICTS)).toEqual([SUMENEP])
  })
})

describe('two organisations do not look alike', () => {
  it.each([
    ['of different names', 'Yayasan Bina Karya', 'Yayasan Bina Desa'],
    ['of one legal form', 'Yayasan', 'Yayasan Air'],
    ['of short names a letter apart', 'Forum A', 'Forum B'],
    ['of names that differ in a number', 'Kelompok Tani Makmur 1', 'Kelompok Tani Makmur 2'],
    ['of words that begin like a legal form', 'Yakin', 'Akin'],
  ])('%s: %s, %s', (_what, one, other) => {
    expect(namesAlike(one, other)).toBe(false)
  })

  it('of the same name in two districts', () => {
    const names = ['Yayasan Bina Karya']
    expect(areAlike({ names, district: '35.07' }, { names, district: '35.17' })).toBe(false)
    expect(areAlike({ names, district: '35.07' }, { names, district: '35.08' })).toBe(false)
  })

  it('by an address that they share: none is looked at', () => {
    const shared = { email: 'sama@contoh.example', whatsapp: '+628123456789' }
    expect(areAlike({ names: ['Bina Karya'], ...shared }, { names: ['Sanggar Hijau'], ...shared })).toBe(
      false,
    )
  })
})

describe('the number of a decree', () => {
  it.each([
    ['AHU-0012345.AH.01.04.Tahun 2016', 'No. AHU 0012345 AH 01 04 Th 2016'],
    ['C-435 HT.01.02.TH 2004', 'SK C-435/HT/01/02/TH/2004'],
  ])('is one however it is typed, and in whatever district: %s, %s', (one, other) => {
    expect(comparableDecree(one)).toBe(comparableDecree(other))
    const decreeOf = (id: string, decreeNo: string, district: string) =>
      known(id, `Organisasi ${id}`, { decreeNo, district })
    expect(
      duplicatesAmong([decreeOf('a', one, '35.07'), decreeOf('b', other, '35.78')], DISTRICTS, all),
    ).toEqual([{ one: 'a', other: 'b', reasons: [{ kind: 'decree' }] }])
  })

  it.each([null, '', '-', '2016', 'belum ada', '00000'])('is none: %s', (typed) => {
    expect(comparableDecree(typed)).toBeNull()
    expect(areAlike({ names: ['Bina'], decreeNo: typed }, { names: ['Sanggar'], decreeNo: typed })).toBe(
      false,
    )
  })
})

describe('pairs', () => {
  it('tell why: the names, as they are written, and the decree', () => {
    const one = known('b', ['Yayasan Bina Karya', 'YBK'], { decreeNo: 'AHU-12345' })
    const other = known('a', ['Sanggar Hijau', 'Bina Karya'], { decreeNo: 'ahu 12345' })
    expect(duplicatesAmong([one, other], DISTRICTS, all)).toEqual([
      {
        one: 'a',
        other: 'b',
        reasons: [{ kind: 'name', one: 'Bina Karya', other: 'Yayasan Bina Karya' }, { kind: 'decree' }],
      },
    ])
    expect(duplicatesOf(one, [one, other, known('c', 'Lain')], DISTRICTS)).toEqual([other])
  })

  it('leave out those that are known to be two, and stop at the most that is asked for', () => {
    const four = ['a', 'b', 'c', 'd'].map((id) => known(id, 'Bina Karya'))
    expect(pairsOf(four)).toHaveLength(6)
    expect(pairsOf(four, { ...all, isApart: (one, other) => one === 'a' && other === 'b' })).toHaveLength(5)
    expect(pairsOf(four, { ...all, most: 2 })).toHaveLength(2)
  })

  it('are the same whatever the order of organisations, each once and none with itself', () => {
    const name = fc.constantFrom(
      'Bina Karya',
      'Yys Bina Karya',
      'Bina Karia',
      'GPP',
      'LGPP',
      'Sanggar Hijau',
      'X',
    )
    const organisation = fc.record({
      names: fc.array(name, { maxLength: 3 }),
      district: fc.constantFrom('35.19', '35.77', SUMENEP),
      decreeNo: fc.constantFrom(null, 'AHU-12345', 'AHU 12345', '-'),
    })
    fc.assert(
      fc.property(fc.array(organisation, { maxLength: 8 }), (rows) => {
        const some = rows.map((row, index) => known(`o${index}`, [], row))
        const pairs = pairsOf(some)
        expect(pairsOf(some.toReversed()).toSorted()).toEqual(pairs.toSorted())
        expect(new Set(pairs).size).toBe(pairs.length)
        // Filing finds exactly what comparing everything with everything finds.
        const every = some.flatMap((one) =>
          duplicatesOf(one, some, DISTRICTS)
            .filter(({ id }) => one.id < id)
            .map(({ id }) => `${one.id} ${id}`),
        )
        expect(pairs.toSorted()).toEqual(every.toSorted())
      }),
    )
  })

  it('find every slip of the hand in a long name', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 9, maxLength: 14 })
    const slips: readonly ((name: string, at: number) => string)[] = [
      (name, at) => `${name.slice(0, at)}d${name.slice(at)}`,
      (name, at) => name.slice(0, at) + name.slice(at + 1),
      (name, at) => `${name.slice(0, at)}d${name.slice(at + 1)}`,
      (name, at) => name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2),
    ]
    fc.assert(
      fc.property(letters, fc.nat(), fc.constantFrom(...slips), (name, place, slip) => {
        expect(namesAlike(name, slip(name, place % name.length))).toBe(true)
      }),
    )
  })

  it('among a thousand organisations of one district are found by asking few of them', () => {
    const words = [
      'Bina',
      'Karya',
      'Sanggar',
      'Hijau',
      'Mandiri',
      'Cahaya',
      'Lestari',
      'Rukun',
      'Desa',
      'Sejahtera',
    ]
    const thousand = Array.from({ length: 1000 }, (_, i) =>
      known(`o${i}`, `${[10, 100, 1000].map((of) => words[Math.floor((i % of) / (of / 10))]).join(' ')}${i}`),
    )
    let asked = 0
    const isApart = () => {
      asked++
      return false
    }
    const same = known('p', 'Yayasan Bina Bina Bina0')
    expect(pairsOf([...thousand, same], { isApart, most: 1000 })).toEqual(['o0 p'])
    // Everything with everything would be half a million.
    expect(asked).toBeLessThan(20_000)
  })
})
