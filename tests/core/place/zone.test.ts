// Every province keeps the clocks that Keppres 41/1987 gives it.
import { describe, expect, test } from 'vitest'
import { showMoment } from '../../../src/core/kernel/moment.ts'
import { provinces } from '../../../src/core/place/regions.ts'
import { zoneOf } from '../../../src/core/place/zone.ts'

const JAKARTA = 'Asia/Jakarta'
const MAKASSAR = 'Asia/Makassar'
const noon = Date.UTC(2026, 10, 23, 5)

/** The 38 provinces in the order of their codes, and the name of the zone as people there say it. */
const all: readonly (readonly [code: string, name: string, zone: string])[] = [
  ['11', 'Aceh', 'WIB'],
  ['12', 'Sumatera Utara', 'WIB'],
  ['13', 'Sumatera Barat', 'WIB'],
  ['14', 'Riau', 'WIB'],
  ['15', 'Jambi', 'WIB'],
  ['16', 'Sumatera Selatan', 'WIB'],
  ['17', 'Bengkulu', 'WIB'],
  ['18', 'Lampung', 'WIB'],
  ['19', 'Kepulauan Bangka Belitung', 'WIB'],
  ['21', 'Kepulauan Riau', 'WIB'],
  ['31', 'DKI Jakarta', 'WIB'],
  ['32', 'Jawa Barat', 'WIB'],
  ['33', 'Jawa Tengah', 'WIB'],
  ['34', 'DI Yogyakarta', 'WIB'],
  ['35', 'Jawa Timur', 'WIB'],
  ['36', 'Banten', 'WIB'],
  ['51', 'Bali', 'WITA'],
  ['52', 'Nusa Tenggara Barat', 'WITA'],
  ['53', 'Nusa Tenggara Timur', 'WITA'],
  ['61', 'Kalimantan Barat', 'WIB'],
  ['62', 'Kalimantan Tengah', 'WIB'],
  ['63', 'Kalimantan Selatan', 'WITA'],
  ['64', 'Kalimantan Timur', 'WITA'],
  ['65', 'Kalimantan Utara', 'WITA'],
  ['71', 'Sulawesi Utara', 'WITA'],
  ['72', 'Sulawesi Tengah', 'WITA'],
  ['73', 'Sulawesi Selatan', 'WITA'],
  ['74', 'Sulawesi Tenggara', 'WITA'],
  ['75', 'Gorontalo', 'WITA'],
  ['76', 'Sulawesi Barat', 'WITA'],
  ['81', 'Maluku', 'WIT'],
  ['82', 'Maluku Utara', 'WIT'],
  ['91', 'Papua', 'WIT'],
  ['92', 'Papua Barat', 'WIT'],
  ['93', 'Papua Selatan', 'WIT'],
  ['94', 'Papua Tengah', 'WIT'],
  ['95', 'Papua Pegunungan', 'WIT'],
  ['96', 'Papua Barat Daya', 'WIT'],
]
const times: Readonly<Record<string, string>> = { WIB: '12.00', WITA: '13.00', WIT: '14.00' }

describe('the zone of a district', () => {
  test.each(all)('in province %s (%s) is %s', (code, _name, zone) => {
    for (const district of [code, `${code}.01`, `${code}.71`]) {
      expect(showMoment(noon, zoneOf(district, 'UTC'), 'id')).toBe(
        `23 November 2026 pukul ${times[zone]} ${zone}`,
      )
    }
  })

  test('is known for 38 provinces and no other code', () => {
    const codes = Array.from({ length: 100 }, (_, code) => String(code).padStart(2, '0'))
    const known = codes.filter((code) => zoneOf(`${code}.01`, 'UTC') !== 'UTC')
    expect(known).toEqual(all.map(([code]) => code))
  })

  test('in the west and the middle of Kalimantan is that of Pontianak', () => {
    expect(zoneOf('61.71', JAKARTA)).toBe('Asia/Pontianak')
    expect(zoneOf('62.71', MAKASSAR)).toBe('Asia/Pontianak')
  })

  test.each(['', '3', '357', '350.7', 'x35.07', '99.01', '20.01', 'Kab. Malang'])(
    'is the network’s where the code tells no province: %j',
    (district) => {
      expect(zoneOf(district, MAKASSAR)).toBe(MAKASSAR)
    },
  )

  test('is known of every province whose districts we hold', () => {
    for (const { code } of provinces) expect(zoneOf(code, 'UTC')).not.toBe('UTC')
  })
})
