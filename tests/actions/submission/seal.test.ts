// Sensitive answers: kept only sealed, yet counted when answers are compared and measured.
import { beforeEach, describe, expect, it } from 'vitest'
import { iko } from '../../../forms/iko/v1.ts'
import { loadForms } from '../../../src/core/form/check.ts'
import type { Form } from '../../../src/core/form/form.ts'
import { shelfOf } from '../../../src/core/form/shelf.ts'
import { unseal } from '../../../src/core/kernel/seal.ts'
import { placeOfRevision } from '../../../src/core/submission/answers.ts'
import { SECRET, withNeeds } from '../../support/inside/needs.ts'
import { pageOf, sendable } from '../../support/inside/page.ts'
import { dump } from '../../support/inside/tables.ts'
import {
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
