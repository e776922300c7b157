// The demo network: what `npm start` shows. Its organisations, people and scores, when there are any, are fictional.

import type { Text } from '../src/core/kernel/text.ts'
import type { Framing } from '../src/core/round/framing.ts'

/** A round of the demo, with the form it opens. */
export interface DemoRound {
  readonly id: string
  readonly slug: string
  readonly form: string
  readonly kind: 'registration' | 'survey'
  readonly title: Text
  /** Days from the first start until it closes, or null where it stays open. */
  readonly daysOpen: number | null
  readonly framing: Framing
  readonly reference: { readonly from: string; readonly to: string } | null
}

export const demoNetwork = {
  id: '01900000-0000-7000-8000-000000000001',
  slug: 'rumah-inklusi',
  name: { id: 'Rumah Inklusi Jawa Timur (contoh)', en: 'Rumah Inklusi East Java (demo)' },
  timeZone: 'Asia/Jakarta',
  languages: ['id', 'en'],
  provinces: ['35'],
  replyTo: 'koordinator@rumah-inklusi.example',
} as const

export const demoRounds: readonly DemoRound[] = [
  {
    id: '01900000-0000-7000-8000-000000000101',
    slug: 'daftar',
    form: 'registration',
    kind: 'registration',
    title: { id: 'Pendaftaran organisasi', en: 'Register an organisation' },
    daysOpen: null,
    framing: 'anyone',
    reference: null,
  },
  {
    id: '01900000-0000-7000-8000-000000000102',
    slug: 'iko-2026-2',
    form: 'iko',
    kind: 'survey',
    title: { id: 'IKO 2026, putaran kedua', en: 'IKO 2026, second round' },
    daysOpen: 120,
    framing: 'anyone',
    reference: { from: '2026-07-01', to: '2026-12-31' },
  },
]

/** Who looks after the demo network. */
export const demoAdministrator = {
  personId: '01900000-0000-7000-8000-000000000201',
  membershipId: '01900000-0000-7000-8000-000000000301',
  networkId: demoNetwork.id,
  name: 'Ratna Contoh',
  email: 'ratna@rumah-inklusi.example',
  locale: 'id',
} as const
