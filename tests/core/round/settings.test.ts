// What coordinators set of a round: which fields are taken, what is wrong with the others, and moments by local clocks.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { iko } from '../../../forms/iko/v1.ts'
import { registration } from '../../../forms/registration/v1.ts'
import type { Fields } from '../../../src/core/form/fields.ts'
import { dayOf } from '../../../src/core/kernel/date.ts'
import { momentOf, readTime, timeOf } from '../../../src/core/kernel/moment.ts'
import { freeSlug, isSlug, slugFor, stemOf } from '../../../src/core/kernel/slug.ts'
import { readOrigin } from '../../../src/core/round/origin.ts'
import {
  kindOfForm,
  ROUND_FIELD_OF,
  type RoundContext,
  readClosing,
  readNewRound,
  readOpenedRound,
  readSlug,
} from '../../../src/core/round/settings.ts'
import { fieldsOfRound } from '../../../src/core/round/settings-fields.ts'

const NOW = Date.UTC(2026, 10, 23, 3)
const context: RoundContext = {
  forms: [registration, iko],
  roles: ['member', 'forum'],
  timeZone: 'Asia/Jakarta',
  now: NOW,
  stored: null,
}

const RIGHT = {
  form: 'iko',
  title_id: 'IKO 2027',
  title_en: 'IKO 2027',
  opens_day: '1/12/2026',
  opens_time: '00:00',
  closes_day: '31/12/2026',
  closes_time: '23:59',
  audience: 'anyone',
  framing: 'nobody',
}
const fields = (changes: Readonly<Record<string, string | readonly string[]>> = {}): Fields =>
  new Map(Object.entries({ ...RIGHT, ...changes }).map(([name, value]) => [name, [value].flat()]))

const problems = (changes: Parameters<typeof fields>[0], also: Partial<RoundContext> = {}) => {
  const read = readNewRound(fields(changes), { ...context, ...also })
  return 'problems' in read ? read.problems : []
}
const taken = (changes: Parameters<typeof fields>[0] = {}, also: Partial<RoundContext> = {}) => {
  const read = readNewRound(fields(changes), { ...context, ...also })
  if ('problems' in read) throw new Error(read.problems.join())
  return read.value
}

describe('moments', () => {
  it.each([
    ['Asia/Jakarta', 7],
    ['Asia/Pontianak', 7],
    ['Asia/Makassar', 8],
    ['Asia/Jayapura', 9],
  ])('are those of the clocks of %s', (timeZone, hours) => {
    const { opensAt, closesAt } = taken({}, { timeZone })
    expect(opensAt).toBe(Date.UTC(2026, 11, 1, -hours))
    expect(closesAt).toBe(Date.UTC(2026, 11, 31, 23 - hours, 59))
  })

  it('are 00:00 and 23:59 where no time is typed, and a round without a closing day stays open', () => {
    const { opensAt, closesAt } = taken({ opens_time: '', closes_time: '' })
    expect([timeOf(opensAt, 'Asia/Jakarta'), timeOf(closesAt ?? 0, 'Asia/Jakarta')]).toEqual([
      '00:00',
      '23:59',
    ])
    expect(taken({ closes_day: '' }).closesAt).toBeNull()
  })

  it('are read back as they were, by every clock there is', () => {
    const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Kathmandu', 'UTC']
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000_000 }), fc.constantFrom(...zones), (minute, zone) => {
        const moment = minute * 60_000
        const time = readTime(timeOf(moment, zone))
        expect(time && momentOf(dayOf(moment, zone), time, zone)).toBe(moment)
      }),
    )
  })

  it.each([
    ['23:59', '23:59'],
    ['23.59', '23:59'],
    ['7.30', '07:30'],
    ['00:00:00', '00:00'],
    ['24:00', null],
    ['12:60', null],
    ['siang', null],
    ['', null],
  ])('have times as people type them: %s', (typed, time) => expect(readTime(typed)).toBe(time))

  it('lie today or later, and the close after the opening and not in the past', () => {
    expect(problems({ opens_day: '23/11/2026' })).toEqual([])
    expect(problems({ opens_day: '22/11/2026' })).toEqual(['opensPast'])
    expect(problems({ opens_day: '' })).toEqual(['opens'])
    expect(problems({ opens_day: '31/2/2027' })).toEqual(['opens'])
    expect(problems({ opens_time: '25.00' })).toEqual(['opensTime'])
    expect(problems({ closes_day: '30/11/2026' })).toEqual(['closesOrder'])
    expect(problems({ closes_day: '1/12/2026', closes_time: '00:00' })).toEqual(['closesOrder'])
    expect(problems({ closes_day: 'besok', closes_time: 'malam' })).toEqual(['closes', 'closesTime'])
    expect(problems({ opens_day: '23/11/2026', closes_day: '23/11/2026', closes_time: '10:00' })).toEqual([
      'closesPast',
    ])
  })

  it('of a new close are to come, unless they were planned before', () => {
    const past = fields({ closes_day: '1/11/2026' })
    const planned = momentOf('2026-11-01', '23:59', 'Asia/Jakarta')
    expect(readClosing(past, context, 0)).toEqual({ problems: ['closesPast'] })
    expect(readClosing(past, context, 0, planned)).toEqual({ value: { closesAt: planned } })
  })
})

describe('a round', () => {
  it('is what its form is: only one that registers makes registrations', () => {
    expect([kindOfForm(registration), kindOfForm(iko)]).toEqual(['registration', 'survey'])
  })

  it('may stand in any page if it registers and nothing is chosen, and in none otherwise', () => {
    expect(taken({ framing: '', form: 'registration' }).framing).toBe('anyone')
    expect(taken({ framing: '' }).framing).toBe('nobody')
    expect(taken({ framing: 'nobody', form: 'registration' }).framing).toBe('nobody')
  })

  it('says what is wrong with each field, and names a field for it', () => {
    expect(problems({ form: 'lain' })).toEqual(['form'])
    expect(problems({ title_id: '', title_en: 'x'.repeat(121) })).toEqual(['titleId', 'titleEn'])
    expect(problems({ from: '1/7/2026' })).toEqual(['period'])
    expect(problems({ from: '31/12/2026', to: '1/7/2026' })).toEqual(['periodOrder'])
    expect(problems({ from: 'x', to: 'y' })).toEqual(['from', 'to'])
    expect(problems({ audience: '' })).toEqual(['audience'])
    expect(problems({ audience: 'roles', roles: 'tidak-ada' })).toEqual(['roles'])
    expect(problems({ framing: 'listed' })).toEqual(['origins'])
    expect(problems({ framing: 'listed', origins: 'contoh.org\nftp://contoh.org' })).toEqual(['origins'])
    expect(problems({ framing: 'semua' })).toEqual(['framing'])
    expect(problems({ closing_id: 'Terima kasih.' })).toEqual(['closingTextEn'])
    expect(Object.values(ROUND_FIELD_OF)).toContain('closing_en')
  })

  it('keeps roles and sites only where they count', () => {
    const all = { roles: ['member', 'forum'], origins: 'https://contoh.org/halaman?x=1' }
    expect(taken({ ...all, audience: 'roles', framing: 'listed' })).toMatchObject({
      audienceRoles: ['member', 'forum'],
      frameOrigins: ['https://contoh.org'],
    })
    expect(taken(all)).toMatchObject({ audienceRoles: [], frameOrigins: [] })
  })

  it('is the same when its own form is sent untouched', () => {
    const round = taken({
      from: '1/7/2026',
      to: '31/12/2026',
      audience: 'roles',
      roles: 'forum',
      framing: 'listed',
      origins: 'https://a.contoh.org\nhttps://*.contoh.org',
      closing_id: 'Terima kasih.\n\nSampai jumpa.',
      closing_en: 'Thank you.',
      practice: 'yes',
    })
    const again = readNewRound(fieldsOfRound({ ...round, formId: round.form.id }, 'Asia/Jakarta'), context)
    expect(again).toEqual({ value: round })
  })
})

describe('a round that has opened', () => {
  const stored = { form: iko, opensAt: NOW - 1000, practice: false, closesAt: null }
  const read = (changes: Parameters<typeof fields>[0]) => {
    const { form: _form, opens_day: _day, opens_time: _time, ...others } = { ...RIGHT, ...changes }
    const kept = Object.entries(others).map(([name, value]) => [name, [value].flat()] as const)
    const given = Object.entries(changes ?? {}).map(([name, value]) => [name, [value].flat()] as const)
    return readOpenedRound(new Map([...kept, ...given]), { ...context, stored })
  }

  it('can be called otherwise and close at another time', () => {
    expect(read({ title_id: 'Lain' })).toMatchObject({ value: { title: { id: 'Lain' } } })
  })

  it('keeps its form, its opening and whether it is practice, and says so to a page that says otherwise', () => {
    expect(read({ form: 'registration', opens_day: '1/12/2026', practice: 'yes' })).toEqual({
      problems: ['formFixed', 'opensFixed', 'practiceFixed'],
    })
    const same = { form: 'iko', opens_day: '23/11/2026', opens_time: '09:59' }
    expect(
      readOpenedRound(fields(same), { ...context, stored: { ...stored, opensAt: NOW - 60_000 } }),
    ).toHaveProperty('value')
  })
})

describe('an address', () => {
  it('is made from the title where none is typed', () => {
    const slug = (changes: Parameters<typeof fields>[0]) => readSlug(fields(changes))
    expect(slug({ slug: '', title_id: 'IKO 2027, putaran pertama' })).toEqual({
      value: 'iko-2027-putaran-pertama',
    })
    expect(slug({ slug: ' Kebutuhan-2 ' })).toEqual({ value: 'kebutuhan-2' })
    for (const wrong of ['dua kata', 'garis--dua', '-depan', 'belakang-', 'é', 'x'.repeat(61), 'a/b'])
      expect(slug({ slug: wrong })).toEqual({ problems: ['slug'] })
    expect(slug({ slug: '', title_id: '!!!' })).toEqual({ problems: ['slug'] })
  })

  it('made from a title can always be one, and a free one is none of those taken', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (title) => {
        const slug = slugFor(title)
        expect(slug === '' || isSlug(slug)).toBe(true)
      }),
    )
    const slugs = fc.stringMatching(/^[a-z]{1,3}(-[0-9]{1,2})?$/)
    fc.assert(
      fc.property(slugs, fc.array(slugs, { maxLength: 30 }), (slug, others) => {
        const free = freeSlug(slug, others)
        expect(others).not.toContain(free)
        expect(isSlug(free)).toBe(true)
      }),
    )
  })

  it('is numbered on, and a year is no number', () => {
    expect(freeSlug('iko-2026-2', ['iko-2026-2'])).toBe('iko-2026-3')
    expect(freeSlug('iko-2026', ['iko-2026', 'iko-2026-2'])).toBe('iko-2026-3')
    expect(stemOf('iko-2026')).toBe('iko-2026')
    expect(isSlug(freeSlug('x'.repeat(60), ['x'.repeat(60)]))).toBe(true)
  })
})

describe('a site', () => {
  it.each([
    ['https://contoh.org', 'https://contoh.org'],
    ['contoh.org', 'https://contoh.org'],
    ['HTTPS://Contoh.org/halaman#x', 'https://contoh.org'],
    ['https://*.contoh.or.id', 'https://*.contoh.or.id'],
    ['https://contoh.org:8443/', 'https://contoh.org:8443'],
    ['http://contoh.org', null],
    ['https://*', null],
    ['https://*.org', null],
    ['https://contoh', null],
    ['https://contoh.org;script-src', null],
    ["https://'self'.org", null],
    ['https://a@contoh.org', null],
    ['javascript:alert(1)', null],
    ['dua kata', null],
  ])('%s', (typed, origin) => expect(readOrigin(typed)).toBe(origin))

  it('never brings anything into a policy that parts it', () => {
    fc.assert(
      fc.property(fc.string(), (typed) => void expect(readOrigin(typed) ?? '').not.toMatch(/[\s;,'"]/)),
    )
  })
})
