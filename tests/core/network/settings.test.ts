// What administrators write is read whole or refused with its field, and what is stored fills the form in again.
import { describe, expect, it } from 'vitest'
import { collectFields, type Fields } from '../../../src/core/form/fields.ts'
import { showMoment } from '../../../src/core/kernel/moment.ts'
import { LOCALES } from '../../../src/core/kernel/text.ts'
import {
  FIELD_OF,
  fieldsOfGeneral,
  fieldsOfMails,
  fieldsOfPrivacy,
  fieldsOfYear,
  keyFor,
  readAlt,
  readGeneral,
  readMails,
  readPrivacy,
  readRoleName,
  readYear,
  zonesFor,
} from '../../../src/core/network/settings.ts'
import { ZONES } from '../../../src/core/place/zone.ts'
import { wordsFor } from '../../../src/core/words/index.ts'

const fields = (...pairs: readonly (readonly [string, string])[]): Fields => collectFields(pairs)
const changed = (all: Fields, name: string, ...values: readonly string[]): Fields =>
  new Map([...all, [name, values]])
const problemsOf = (read: object): unknown => ('problems' in read ? read.problems : [])

const general = {
  name: { id: 'Jaringan (contoh)', en: 'Network (demo)' },
  provinces: ['35'],
  timeZone: 'Asia/Jakarta',
  minGroup: 5,
}

describe('name and area', () => {
  const filled = fieldsOfGeneral(general)

  it('are read as they were filled in', () => {
    expect(readGeneral(filled, general)).toEqual({ value: general })
  })

  it.each([
    ['name_id', ' ', 'nameId'],
    ['name_en', 'x'.repeat(121), 'nameEn'],
    ['provinces', '33', 'provinces'],
    ['time_zone', 'Europe/Berlin', 'timeZone'],
    ['time_zone', '', 'timeZone'],
    ['min_group', '2', 'minGroup'],
    ['min_group', '51', 'minGroup'],
    ['min_group', '5,5', 'minGroup'],
    ['min_group', '', 'minGroup'],
  ])('%s %j is refused', (name, value, problem) => {
    expect(problemsOf(readGeneral(changed(filled, name, value), general))).toEqual([problem])
  })

  it('need a province, and none that is not offered', () => {
    expect(problemsOf(readGeneral(changed(filled, 'provinces'), general))).toEqual(['provinces'])
    expect(problemsOf(readGeneral(changed(filled, 'provinces', '35', '33'), general))).toEqual(['provinces'])
  })

  it('take the smallest group of three and the largest of fifty', () => {
    for (const size of ['3', '50'])
      expect(readGeneral(changed(filled, 'min_group', size), general)).toMatchObject({
        value: { minGroup: Number(size) },
      })
  })

  it('offer the zones of Indonesia by their names, and one that a script has set', () => {
    expect(zonesFor('Asia/Jakarta')).toEqual([
      'Asia/Jakarta',
      'Asia/Pontianak',
      'Asia/Makassar',
      'Asia/Jayapura',
    ])
    expect(zonesFor('Asia/Dili').at(-1)).toBe('Asia/Dili')
    expect(Object.keys(ZONES)).toEqual(zonesFor('Asia/Jakarta'))
    for (const [zone, name] of Object.entries(ZONES))
      expect(showMoment(0, zone, 'id')).toMatch(new RegExp(`${name.split(' ')[0]}$`))
  })
})

describe('mails', () => {
  const mails = {
    replyTo: 'balasan@contoh.example',
    quietDays: { weekdays: [5, 7], days: ['2026-12-25', '2027-01-01'] },
  }
  const filled = fieldsOfMails(mails)

  it('are read as they were filled in, with days as Indonesians write them', () => {
    expect(readMails(filled)).toEqual({ value: mails })
    expect(filled.get('days')).toEqual(['25/12/2026\n01/01/2027'])
  })

  it('take days in any order, twice, with blank lines and in either way of writing', () => {
    const typed = '1/1/2027\r\n\r\n 2026-12-25 \n01-01-2027\n'
    expect(readMails(changed(filled, 'days', typed))).toEqual({ value: mails })
  })

  it.each([
    ['reply_to', ['koordinator'], 'replyTo'],
    ['weekdays', ['1', '2', '3', '4', '5', '6', '7'], 'weekdays'],
    ['weekdays', ['8'], 'weekdays'],
    ['days', ['31/2/2027'], 'days'],
    ['days', ['25/12/2026, 1/1/2027'], 'days'],
    [
      'days',
      [Array.from({ length: 61 }, (_, i) => `${(i % 28) + 1}/${(i % 12) + 1}/${2000 + i}`).join('\n')],
      'days',
    ],
  ])('%s %j are refused', (name, values, problem) => {
    expect(problemsOf(readMails(changed(filled, name, ...values)))).toEqual([problem])
  })
})

describe('data protection', () => {
  it('may be left empty, and is in both languages or in none', () => {
    expect(readPrivacy(fields())).toEqual({ value: { notice: null, contact: null } })
    expect(problemsOf(readPrivacy(fields(['notice_id', 'Baris satu.'])))).toEqual(['noticeEn'])
    expect(problemsOf(readPrivacy(fields(['notice_en', 'Line one.'])))).toEqual(['noticeId'])
    expect(problemsOf(readPrivacy(fields(['contact', 'x'.repeat(201)])))).toEqual(['contact'])
  })

  it('is read as it was filled in, line by line', () => {
    const privacy = { notice: { id: 'Satu.\n\nDua.', en: 'One.' }, contact: 'Sekretariat' }
    expect(readPrivacy(fieldsOfPrivacy(privacy))).toEqual({ value: privacy })
  })
})

describe('a programme year', () => {
  const year = { name: { id: 'Tahun 1', en: 'Year 1' }, fromDay: '2026-04-01', toDay: '2027-03-31' }
  const filled = fieldsOfYear(year)

  it('may begin in April, and next to another', () => {
    expect(readYear(filled, [])).toEqual({ value: year })
    const before = { ...year, fromDay: '2025-04-01', toDay: '2026-03-31' }
    const after = { ...year, fromDay: '2027-04-01', toDay: '2028-03-31' }
    expect(readYear(filled, [before, after])).toEqual({ value: year })
  })

  it.each([
    ['2025-04-01', '2026-04-01'],
    ['2027-03-31', '2028-03-30'],
    ['2026-06-01', '2026-06-30'],
    ['2026-01-01', '2028-12-31'],
  ])('does not overlap one from %s to %s', (fromDay, toDay) => {
    expect(problemsOf(readYear(filled, [{ ...year, fromDay, toDay }]))).toEqual(['overlap'])
  })

  it.each([
    ['from', '', 'from'],
    ['to', '31/2/2027', 'to'],
    ['to', '2026-03-31', 'order'],
    ['to', '2062-03-31', 'order'],
    ['name_id', '', 'nameId'],
  ])('is refused where %s is %j', (name, value, problem) => {
    expect(problemsOf(readYear(changed(filled, name, value), []))).toEqual([problem])
  })

  it('may last one day', () => {
    expect(problemsOf(readYear(changed(filled, 'to', '1/4/2026'), []))).toEqual([])
  })
})

describe('a role of organisations', () => {
  const member = { key: 'member', name: { id: 'Anggota', en: 'Member' } }

  it('has a name in both languages that no other has', () => {
    const named = (id: string, en: string) => readRoleName(fields(['name_id', id], ['name_en', en]), [member])
    expect(named(' Mitra  utama ', 'Lead partner')).toEqual({
      value: { id: 'Mitra utama', en: 'Lead partner' },
    })
    expect(problemsOf(named('ANGGOTA', 'Ally'))).toEqual(['sameName'])
    expect(problemsOf(named('Sekutu', 'member.'))).toEqual(['sameName'])
    expect(problemsOf(named('', ''))).toEqual(['nameId', 'nameEn'])
  })

  it('gets a key of small letters, digits and hyphens, unlike those taken', () => {
    const key = (en: string, ...taken: readonly string[]) => keyFor({ id: 'x', en }, taken)
    expect(key('Lead partner')).toBe('lead-partner')
    expect(key('  Élan & Co. (2) ')).toBe('elan-co-2')
    expect(key('Lead partner', 'lead-partner')).toBe('lead-partner-2')
    expect(key('Lead partner', 'lead-partner', 'lead-partner-2')).toBe('lead-partner-3')
    expect(key('学習')).toBe('role')
  })
})

describe('the words for a picture', () => {
  it('stand in both languages', () => {
    expect(readAlt(fields(['alt_id', ' Rumah '], ['alt_en', 'House']))).toEqual({
      value: { id: 'Rumah', en: 'House' },
    })
    expect(problemsOf(readAlt(fields()))).toEqual(['altId', 'altEn'])
    expect(problemsOf(readAlt(fields(['alt_id', 'x'.repeat(201)], ['alt_en', 'House'])))).toEqual(['altId'])
  })
})

describe('every problem', () => {
  it('has a message in each language, and no message is without its problem', () => {
    for (const locale of LOCALES)
      expect(Object.keys(wordsFor(locale).coordinator.settings.issues).toSorted()).toEqual(
        Object.keys(FIELD_OF).toSorted(),
      )
  })
})
