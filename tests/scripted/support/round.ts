// Rounds of the demo network that one test alone uses.
import { demoNetwork } from '../../../scripts/demo.ts'
import { formRows, newestForm, roundRows } from '../../../scripts/operate/rows.ts'
import type { Framing } from '../../../src/core/round/framing.ts'
import type { Service } from './service.ts'

/** Opens a round of a form, and gives its path; `origins` are listed as those that may show it in frames. */
export async function openRound(service: Service, form: 'iko' | 'registration', origins?: readonly string[]) {
  const id = crypto.randomUUID()
  const slug = `sendiri-${id.slice(0, 8)}`
  const now = service.now()
  const asked = newestForm(await formRows(now), form)
  if (!asked) throw new Error(`There is no form ${form}.`)
  const framing: Framing = origins ? 'listed' : 'nobody'
  const title = { id: 'Putaran sendiri', en: 'A round of its own' }
  const times = { opensAt: now - 1000, closesAt: null, reference: null }
  const round = {
    id,
    networkId: demoNetwork.id,
    slug,
    asked,
    kind: 'survey',
    title,
    ...times,
    framing,
  } as const
  for (const row of roundRows(round, now)) service.run(row)
  service.run(
    'update rounds set frame_origins = ? where id = ?',
    origins ? JSON.stringify(origins) : null,
    id,
  )
  return `/f/${slug}`
}
