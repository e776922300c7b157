// Reports: of little and of much, with every note and with none, corrected, for practice, and behind a link that was withdrawn.
import { it } from 'vitest'
import { iko } from '../../../forms/iko/v1.ts'
import { visitorsOf } from '../../support/inside/gallery.ts'
import { longIko } from '../../support/inside/long.ts'
import { pageOf } from '../../support/inside/page.ts'
import { addPractice } from '../../support/inside/rounds.ts'
import {
  ikoAnswers,
  newWorld,
  type Receipt,
  sent,
  sentIko,
  type Typed,
  type World,
} from '../../support/inside/world.ts'

const items = Object.keys(iko.questions).filter(
  (id) => iko.questions[id as keyof typeof iko.questions].kind === 'level',
)

/** The same level everywhere, each with a note where one is given. */
const all = (level: string, note = ''): Typed =>
  Object.fromEntries(
    items.flatMap((id) => [
      [id, level],
      [`${id}.evidence`, note],
    ]),
  )

/** The report that a receipt leads to. */
async function reportOf(world: World, { receipt }: Pick<Receipt, 'receipt'>): Promise<string> {
  const links = (await pageOf(await world.get(receipt)))
    .all('a')
    .map(({ attributes }) => attributes.href ?? '')
  return links.find((href) => href.startsWith('/r/'))?.replace(/\?.*/, '') ?? 'no report'
}

it('reports', async () => {
  const world = await newWorld()
  const of = (organisation: string, changes: Typed = {}) =>
    sentIko(world, { organisation, email: '', whatsapp: '0812 3456 7890', ...changes })
  const receipts = {
    'some levels, one note': await sentIko(world),
    'the lowest levels': await of('Rendah', all('1')),
    'the highest levels, all notes': await of('Tinggi', all('4', 'Laporan kegiatan\nFoto')),
    'the highest levels, no note': await of('Tinggi tanpa bukti', all('4')),
    'one level higher': await of('Campuran', { ...all('2', 'Foto'), reach: '4', influence: '1' }),
    'long names': await of('Panjang', longIko),
    'for practice': await sent(world, await addPractice(world.clock.now), ikoAnswers),
  }
  await world.work()
  const reports = await Promise.all(
    Object.entries(receipts).map(
      async ([state, receipt]) => [state, await reportOf(world, receipt)] as const,
    ),
  )
  const first = reports[0]?.[1] ?? ''
  await world.post(`${receipts['some levels, one note'].receipt}/correction`, {
    ...ikoAnswers,
    results: '4',
    submission: world.newKey(),
  })
  for (const keep of visitorsOf(world))
    for (const [state, path] of reports.slice(1)) await keep.page(state, path)
  await world.work()
  const corrected = await reportOf(world, receipts['some levels, one note'])
  const visitors = visitorsOf(world)
  for (const keep of visitors) {
    await keep.page('replaced by a correction', first)
    await keep.page('corrected', corrected)
  }
  await world.exec('update assessments set link_generation = 1')
  for (const keep of visitors) await keep.page('withdrawn', first, 410)
})
