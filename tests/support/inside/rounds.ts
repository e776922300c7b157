// Rounds of the tests' small world: one for practice that has not opened, and fields that a form of a round takes.
import { env } from 'cloudflare:workers'
import { demoNetwork } from '../../../scripts/demo.ts'
import { HOME } from './staff.ts'
import { DAY, START, type Typed } from './world.ts'

export const ROUNDS = `${HOME}/rounds`
export const PRACTICE = '01900000-0000-7000-8000-0000000001f1'
export const IKO_ROUND = '01900000-0000-7000-8000-000000000102'
export const REGISTRATION_ROUND = '01900000-0000-7000-8000-000000000101'

/** What is right in every form of a round. */
export const ROUND_FIELDS = {
  form: 'iko',
  title_id: 'IKO 2027, putaran pertama',
  title_en: 'IKO 2027, first round',
  slug: 'iko-2027-1',
  opens_day: '1/12/2026',
  opens_time: '00:00',
  closes_day: '31/12/2026',
  closes_time: '23:59',
  from: '1/7/2026',
  to: '31/12/2026',
  audience: 'anyone',
  framing: 'nobody',
  origins: '',
  closing_id: '',
  closing_en: '',
} as const

/** The same of a round that has opened, whose form and opening are fixed. */
export const ROUND_CHANGES: Typed = Object.fromEntries(
  Object.entries(ROUND_FIELDS).filter(([name]) => name !== 'form' && !name.startsWith('opens')),
)

/** Adds a round for practice that asks the IKO, opens tomorrow unless told otherwise, and stays open. */
export async function addPractice(opensAt = START + DAY): Promise<string> {
  await env.DB.prepare(
    `insert into rounds (id, network_id, slug, form_id, form_version, kind, title, opens_at, audience, practice, framing, review_policy, created_at)
     values (?, ?, 'latihan', 'iko', 1, 'survey', ?, ?, 'anyone', 1, 'nobody', 'none', 0)`,
  )
    .bind(PRACTICE, demoNetwork.id, JSON.stringify({ id: 'Coba IKO', en: 'Try the IKO' }), opensAt)
    .run()
  return '/f/latihan'
}
