// Sensitive answers: kept only sealed, yet counted when answers are compared and measured.
import { beforeEach, describe, expect, it } from 'vitest'
import { iko } from '../../../forms/iko/v1.ts'
import { loadForms } from '../../../src/core/form/check.ts'
import type { Form } from '../../../src/core/form/form.ts'
import { shelfOf } from '../../../src/core/form/shelf.ts'
import { unseal } from '../../../src/core/kernel/seal.ts'
import { placeOfRevision } from '../../../src/core/submission/answers.ts'
import { wordsFor } from '../../../src/core/words/index.ts'
import { SECRET, withNeeds } from '../../support/inside/needs.ts'
import { pageOf, sendable } from '../../support/inside/page.ts'
import { ADMINISTRATOR, HOME, signedIn } from '../../support/inside/staff.ts'
import { dump } from '../../support/inside/tables.ts'
import {
  HOUR,
  ikoAnswers,
  newWorld,
  openRound,
  registrationAnswers,
  sent,
  type World,
} from '../../support/inside/world.ts'

const withSealedLevel: Form = {
  ...iko,
  id: 'sealed-level',
  questions: { ...iko.questions, results: { ...iko.questions.results, data: 'sensitive' } },
}

let world: World
let path: string
beforeEach(async () => {
  const forms = shelfOf(loadForms([withNeeds, withSealedLevel]), async () => null)
  world = await newWorld({ forms })
  path = await openRound(world, { slug: 'kebutuhan', form: 'needs' })
})

interface Stored {
  readonly key: string
  readonly answers: string
  readonly answers_sealed: string | null
}

const typed = { ...registrationAnswers, needs: SECRET }
const stored = async (): Promise<Stored> => {
  const [row] = await world.rows<Stored>('select key, answers, answers_sealed from revisions')
  return row ?? { key: '', answers: '', answers_sealed: null }
}

describe('a sensitive answer', () => {
  it('stands nowhere in the database, in no mail, in no log and on no receipt', async () => {
    const { receipt } = await sent(world, path, typed)
    await world.work()
    expect(await dump(world)).not.toContain('Pendengaran')
    expect(JSON.stringify([world.mails, world.logs])).not.toContain('Pendengaran')
    expect((await pageOf(await world.get(receipt))).html).not.toContain('Pendengaran')
    expect(Object.keys(JSON.parse((await stored()).answers))).not.toContain('needs')
  })

  it('can be opened with the secret of the Worker', async () => {
    await sent(world, path, typed)
    const { key, answers_sealed } = await stored()
    const opened = await unseal(world.deps.secrets, placeOfRevision(key), answers_sealed ?? '')
    expect(JSON.parse(opened)).toEqual({ needs: SECRET })
  })

  it('is sealed differently every time, so that equal answers do not show', async () => {
    await sent(world, path, typed)
    await sent(world, path, { ...typed, organisation: 'Komunitas Lain Contoh' })
    expect(await world.number('select count(distinct answers_sealed) from revisions')).toBe(2)
  })

  it('that was not given leaves nothing sealed', async () => {
    await sent(world, path, registrationAnswers)
    expect((await stored()).answers_sealed).toBeNull()
  })

  it('is part of what makes answers the same or other ones', async () => {
    const { key, receipt } = await sent(world, path, typed)
    expect((await sent(world, path, { ...typed, submission: key })).receipt).toBe(receipt)
    const other = { ...typed, submission: key, needs: `${SECRET}.` }
    expect((await world.post(path, other)).status).toBe(409)
  })

  it('stays on the page with everything else when something is to be mended', async () => {
    const page = await pageOf(await world.post(path, { ...typed, contact_name: '' }))
    expect(sendable(page).needs).toBe(SECRET)
  })

  it('is measured like any other where it is a level', async () => {
    path = await openRound(world, { slug: 'tertutup', form: 'sealed-level' })
    await sent(world, path, ikoAnswers)
    expect(JSON.parse((await stored()).answers)).not.toHaveProperty('results')
    await world.work()
    expect(await world.rows('select index_exact, band from scores')).toEqual([
      { index_exact: '13/10', band: 'nascent' },
    ])
  })
})

describe('a sealed answer that does not open', () => {
  /** Whoever gives back a changed copy of the database, or has lost a key. */
  const tamper = () => world.exec(`update revisions set answers_sealed = substr(answers_sealed, 1, 40)`)
  const lose = () => world.exec(`update revisions set answers_sealed = 'Bz' || substr(answers_sealed, 3)`)
  const said = wordsFor('id').seals

  it('leaves its receipt and all other answers to be read, and says so', async () => {
    const { receipt } = await sent(world, path, typed)
    await tamper()
    const page = await pageOf(await world.get(receipt))
    expect(page.words).toContain(said.answers)
    expect(page.words).toContain(typed.organisation)
    expect(world.logs.join()).toContain('seal broken')
  })

  it('can be given anew: a correction keeps every other answer, and is whole', async () => {
    const { receipt } = await sent(world, path, typed)
    await tamper()
    const correction = sendable(await pageOf(await world.get(`${receipt}/correction`)))
    expect(correction).toMatchObject({ organisation: typed.organisation, needs: '' })
    expect((await world.post(`${receipt}/correction`, { ...correction, needs: SECRET })).status).toBe(303)
    const page = await pageOf(await world.get(`${receipt}/correction`))
    expect(sendable(page).needs).toBe(SECRET)
    expect(page.words).not.toContain(said.correction)
  })

  it('is not dropped by another address for the mails: that waits, and nothing is changed', async () => {
    const { receipt } = await sent(world, path, typed)
    await tamper()
    const before = await dump(world)
    const fields = { email: 'baru@sahabat.example', submission: world.newKey() }
    const response = await world.post(`${receipt}/address`, fields)
    expect(response.status).toBe(500)
    expect((await pageOf(response)).words).toContain(said.text)
    expect(await dump(world)).toBe(before)
  })

  it('stops its measuring with a reason, where half of it would be measured', async () => {
    path = await openRound(world, { slug: 'tertutup', form: 'sealed-level' })
    const { receipt } = await sent(world, path, ikoAnswers)
    await tamper()
    await world.work()
    expect(
      await world.rows("select reason, dead_at is not null as dead from steps where kind = 'assess'"),
    ).toEqual([
      {
        reason: expect.stringMatching(/^sealed answers do not open: .* not what was sealed there$/),
        dead: 1,
      },
    ])
    expect((await world.get(receipt)).status).toBe(200)
  })

  it('is tried again where its key is missing, and measured once that is back', async () => {
    path = await openRound(world, { slug: 'tertutup', form: 'sealed-level' })
    await sent(world, path, ikoAnswers)
    const { answers_sealed } = await stored()
    await lose()
    await world.work()
    expect(await world.rows(`select reason, dead_at from steps where kind = 'assess'`)).toEqual([
      { reason: expect.stringMatching(/its key is not in the ring$/), dead_at: null },
    ])
    await world.exec(`update revisions set answers_sealed = '${answers_sealed}'`)
    world.clock.now += HOUR
    await world.sweep()
    expect(await world.number('select count(*) from scores')).toBe(1)
  })

  it('leaves a registration to be read and decided; staff read no sealed answer at all', async () => {
    const admin = await signedIn(world, ADMINISTRATOR)
    await world.exec(`update rounds set kind = 'registration' where slug = 'kebutuhan'`)
    const { reference } = await sent(world, path, typed)
    const [row] = await world.rows<{ id: string }>(
      `select id from submissions where reference = '${reference}'`,
    )
    const one = `${HOME}/registrations/${row?.id}`
    const whole = await pageOf(await admin.get(one))
    expect(whole.html).not.toContain('Pendengaran')
    expect(whole.words).toContain(wordsFor('id').page.receipt.unshown)
    await tamper()
    const page = await pageOf(await admin.get(one))
    expect(page.words).toContain(said.answers)
    expect(page.words).toContain(typed.contact_name)
    expect((await admin.post(`${one}/confirm`, { organisation: 'new', role: '' })).status).toBe(303)
  })

  it('leaves held answers to be compared', async () => {
    const admin = await signedIn(world, ADMINISTRATOR)
    await sent(world, path, typed)
    const { reference } = await sent(world, path, { ...typed, email: 'lain@sahabat.example' })
    await tamper()
    const [row] = await world.rows<{ id: string }>(
      `select id from submissions where reference = '${reference}'`,
    )
    const page = await pageOf(await admin.get(`${HOME}/held/${row?.id}`))
    expect(page.words.split(said.answers)).toHaveLength(3)
  })
})
