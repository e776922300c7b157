// Calendar days: real ones only, whichever way round they are typed, and the day it is where the network is.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, readDate, showDate } from '../../../src/core/kernel/date.ts'

describe('a day', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-1-5', '2026-01-05'],
    ['23/11/2026', '2026-11-23'],
    ['23-11-2026', '2026-11-23'],
    ['23.11.2026', '2026-11-23'],
    ['5/1/2026', '2026-01-05'],
    ['01/02/2026', '2026-02-01'],
    ['29/2/2024', '2024-02-29'],
    ['29/2/2000', '2000-02-29'],
    ['31/12/2026', '2026-12-31'],
  ])('typed as %s is %s', (typed, day) => {
    expect(readDate(typed)).toBe(day)
  })

  it.each([
    '31/02/2026',
    '29/02/2023',
    '29/02/1900',
    '31/04/2026',
    '32/01/2026',
    '00/01/2026',
    '01/00/2026',
    '11/23/2026',
    '2026-13-01',
    '2026-02-30',
    '2026/11/23',
    '23/11/26',
    '23 November 2026',
    '23112026',
    '2026-11-23T00:00',
    '2026-11',
    '-2026-11-23',
    '+002026-11-23',
    '23/11/2026 ',
    '٢٣/١١/٢٠٢٦',
    '',
  ])('is not %j', (typed) => {
    expect(readDate(typed)).toBeNull()
  })

  it('is read the same whichever way round it is typed', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.constantFrom('/', '-', '.'), (moment, sign) => {
        const day = moment.toISOString().slice(0, 10)
        expect(readDate(day)).toBe(day)
        expect(readDate(day.split('-').reverse().join(sign))).toBe(day)
      }),
    )
  })

  it('is shown as each language writes it', () => {
    expect(showDate('2026-11-05', 'id')).toBe('5 November 2026')
    expect(showDate('2026-08-17', 'id')).toBe('17 Agustus 2026')
    expect(showDate('2026-08-17', 'en')).toBe('17 August 2026')
  })

  it('is shown as itself, whatever the time zone of the machine', () => {
    expect(showDate('2026-01-01', 'en')).toBe('1 January 2026')
    expect(showDate('2026-12-31', 'en')).toBe('31 December 2026')
  })
})

describe('the day it is', () => {
  it.each([
    ['Asia/Jakarta', '2026-11-23T16:59:59.999Z', '2026-11-23'],
    ['Asia/Jakarta', '2026-11-23T17:00:00.000Z', '2026-11-24'],
    ['Asia/Makassar', '2026-11-23T15:59:59.999Z', '2026-11-23'],
    ['Asia/Makassar', '2026-11-23T16:00:00.000Z', '2026-11-24'],
    ['Asia/Jayapura', '2026-11-23T14:59:59.999Z', '2026-11-23'],
    ['Asia/Jayapura', '2026-11-23T15:00:00.000Z', '2026-11-24'],
    ['Asia/Jakarta', '2026-12-31T17:00:00.000Z', '2027-01-01'],
    ['UTC', '2024-02-29T23:59:59.999Z', '2024-02-29'],
  ])('in %s at %s is %s', (zone, moment, day) => {
    expect(dayOf(Date.parse(moment), zone)).toBe(day)
  })
})
