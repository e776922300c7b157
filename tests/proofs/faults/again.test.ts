// A database that stumbles: what is written and answered is the same as of one that does not, however often it was tried.
import { describe, expect, it } from 'vitest'
import { HELD_CHOICES } from '../../../src/actions/submission/held.ts'
import { VERSION_FIELD } from '../../../src/core/draft/draft.ts'
import { consume } from '../../../src/workflow/consume.ts'
import { heldAnswer } from '../../support/inside/held.ts'
import { ROUND_FIELDS } from '../../support/inside/rounds.ts'
import { seeded, seededRandom } from '../../support/inside/seeded.ts'
import { ADMINISTRATOR, HOME, signedInByMail } from '../../support/inside/staff.ts'
import { type Stumble, stumblingDatabase } from '../../support/inside/stumbling.ts'
import { broken, counted, dump, tallies } from '../../support/inside/tables.ts'
import {
  IKO,
  ikoAnswers,
  newWorld,
  REGISTRATION,
  registrationAnswers,
  SECOND,
  sentIko,
  type World,
} from '../../support/inside/world.ts'
import { runs } from '../../support/runs.ts'

type Told = readonly (string | number | null)[]

/** What a request was answered, as far as a person can tell. */
const told = async (response: Response): Promise<Told> => [
  response.status,
  response.headers.get('Location'),
  (await response.text()).replace(/<script[\s\S]*?<\/script>/g, '').length,
]

/** Takes steps one by one: side by side they draw their ids in no order. */
async function workInTurn({ deps, hints }: World): Promise<void> {
  for (const step of hints.splice(0)) await consume(deps, [step])
}

/** Somebody fills in for days, sends, corrects, mends the address, and takes another draft away. */
async function respondent(world: World): Promise<Told[]> {
  const half = { submission: world.newKey(), organisation: 'Forum Contoh', district: '35.07', action: 'save' }
  const answers: Told[] = []
  const post = async (
    path: string,
    fields: Record<string, string | readonly string[]>,
  ): Promise<Response> => {
    const response = await world.post(path, fields, { Accept: 'text/html' })
    answers.push(await told(response.clone()))
    world.clock.now += 2 * SECOND
    return response
  }
  await post(IKO, half)
  await post(IKO, { ...half, [VERSION_FIELD]: '1', organisation: 'Forum Contoh Baru' })
  await post(IKO, { ...ikoAnswers, submission: half.submission, [VERSION_FIELD]: '2' })
  const first = await post(IKO, { ...ikoAnswers, submission: world.newKey() })
  const receipt = first.headers.get('Location') ?? ''
  await post(REGISTRATION, { ...registrationAnswers, submission: world.newKey() })
  await workInTurn(world)
  await post(`${receipt}/correction`, { ...ikoAnswers, submission: world.newKey(), reach: '4' })
  await post(`${receipt}/address`, { email: 'baru@bina.example', submission: world.newKey() })
  await workInTurn(world)
  const draft = await post(REGISTRATION, { submission: world.newKey(), organisation: 'X', action: 'save' })
  const link = draft.headers.get('Location')?.split('?')[0] ?? ''
  await post(`${link}/mail`, { email: 'siti@bina.example' })
  await post(`${link}/delete`, {})
  await world.sweep()
  return answers
}

/** Somebody signs in by mail, and does what staff do all day. */
async function staff(world: World): Promise<Told[]> {
  const answers: Told[] = []
  const client = await signedInByMail(world, ADMINISTRATOR)
  for (const choice of HELD_CHOICES) {
    const { submission, seen } = await heldAnswer(world, { organisation: `Forum ${choice} Contoh` })
    answers.push(await told(await client.post(`${HOME}/held/${submission}`, { choice, seen })))
    world.clock.now += SECOND
  }
  const { reference } = await sentIko(world, { organisation: 'Sanggar Contoh' })
  await workInTurn(world)
  const [mail] = await world.rows<{ id: string }>(
    `select d.id from deliveries d join submissions s on s.id = d.submission_id where s.reference = '${reference}' and d.kind = 'receipt'`,
  )
  const invited = {
    name: 'Agus',
    email: 'agus@contoh.example',
    role: 'coordinator',
    where: 'all',
    locale: 'id',
  }
  const year = { name_id: 'Tahun 1', name_en: 'Year 1', from: '2030-04-01', to: '2031-03-31' }
  for (const [path, fields] of [
    [`messages/${mail?.id}/again`, {}],
    [`messages/${mail?.id}/address`, { email: 'lain@contoh.example' }],
    ['people/invite', invited],
    ['settings/years', year],
    ['rounds/new', ROUND_FIELDS],
    ['organisations/new', { name: 'Baru Contoh', district: '35.07', status: 'active', sure: 'yes' }],
  ] as const)
    answers.push(await told(await client.post(`${HOME}/${path}`, fields)))
  await workInTurn(world)
  answers.push(await told(await client.post('/c/sign-out')))
  return answers
}

/** What is left of a story, and what was told in it. */
async function ending(story: (world: World) => Promise<Told[]>, next: (nth: number) => Stumble) {
  const world = await newWorld({ db: stumblingDatabase(next), random: seededRandom(7) })
  const answers = await story(world)
  expect(await broken()).toEqual([])
  expect(await tallies(world)).toEqual(await counted(world))
  return {
    answers,
    rows: JSON.parse(await dump(world)),
    mails: world.mails.map(({ subject }) => subject).toSorted(),
  }
}

describe.each(Object.entries({ respondent, staff }))('what a %s does', (_who, story) => {
  it('comes to the same, told the same, with every call to the database failing before or after it was done', async () => {
    const expected = await ending(story, () => 'none')
    expect(expected.answers.filter(([status]) => status !== 303 && status !== 200)).toEqual([])
    for (let seed = 1; seed <= runs(2, 60); seed++) {
      const draw = seeded(seed)
      // Of three tries one works.
      const next = (nth: number): Stumble =>
        nth > 2 ? 'none' : draw() < 0.3 ? 'before' : draw() < 0.7 ? 'after' : 'none'
      expect(await ending(story, next)).toEqual(expected)
    }
  })
})
