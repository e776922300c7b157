// Settings of the demo network in tests: a picture, a year and a role that are there, and fields that every form takes.
import { env } from 'cloudflare:workers'
import { demoNetwork } from '../../../scripts/demo.ts'
import { rolesSet } from './roles.ts'
import { HOME } from './staff.ts'

export const SETTINGS = `${HOME}/settings`
export const YEAR = '01900000-0000-7000-8000-0000000000a1'
export const ROLE = 'sementara'

/** What is right in every form of settings. */
export const SETTINGS_FIELDS = {
  name_id: 'Jaringan Baru (contoh)',
  name_en: 'New Network (demo)',
  provinces: '35',
  time_zone: 'Asia/Makassar',
  min_group: '7',
  reply_to: 'balasan@contoh.example',
  days: '',
  notice_id: 'Data dipakai untuk menyusun pelatihan.',
  notice_en: 'Data are used to plan training.',
  contact: 'Sekretariat, data@contoh.example',
  alt_id: 'Rumah biru',
  alt_en: 'A blue house',
  from: '2030-04-01',
  to: '2031-03-31',
} as const

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))

/** One black pixel. */
export const PNG = bytesOf(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
)

/** Gives the demo network a picture, a programme year and a role that nobody has. */
export async function addSettings(): Promise<void> {
  await env.DB.batch([
    env.DB.prepare(
      `insert into network_logos (network_id, media_type, bytes, width, height, alt, hash, created_at)
       values (?, 'image/png', ?, 1, 1, '{"id":"Titik","en":"A dot"}', 'titik', 0)`,
    ).bind(demoNetwork.id, PNG),
    env.DB.prepare(
      `insert into programme_years (id, network_id, name, from_day, to_day, created_at)
       values (?, ?, '{"id":"Tahun 1","en":"Year 1"}', '2026-04-01', '2027-03-31', 0)`,
    ).bind(YEAR, demoNetwork.id),
    ...rolesSet(
      [
        { key: 'member', name: { id: 'Anggota', en: 'Member' } },
        { key: ROLE, name: { id: 'Sementara', en: 'Temporary' } },
      ],
      demoNetwork.id,
    ),
  ])
}
