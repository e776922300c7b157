// A valid IKO as a browser posts it: every field, with a key and an organisation of its own each time.
import { iko } from '../../forms/iko/v1.ts'
import { evidenceField } from '../../src/core/form/fields.ts'
import { SHORTEST } from '../../src/core/form/trap.ts'
import { newId } from '../../src/core/kernel/id.ts'
import { systemRandom } from '../../src/platform/chance.ts'

// The page was opened as long ago as a person needs to read it.
const clock = { now: () => Date.now() - SHORTEST }

const typed: Readonly<Record<string, string>> = {
  district: '35.07',
  participants_women: '7',
  participants_men: '5',
  sender_name: 'Siti Contoh',
  sender_role: 'Ketua',
  [evidenceField('delivery')]: 'Laporan kegiatan 2025 dan notulen rapat anggota bulan Maret 2026.',
}

const fields = Object.entries(iko.questions).flatMap(([id, { kind }]) =>
  kind === 'level'
    ? [
        [id, '2'],
        [evidenceField(id), typed[evidenceField(id)] ?? ''],
      ]
    : [[id, typed[id] ?? '']],
)

let made = 0

/** The body of one more submission, from an organisation that has sent nothing yet. */
export function ikoBody(): string {
  made++
  const body = new URLSearchParams(fields)
  body.set('submission', newId(clock, systemRandom))
  body.set('organisation', `Yayasan Bina Karya Contoh ${made}`)
  body.set('email', `penerima.${made}@bina.example`)
  return body.toString()
}
