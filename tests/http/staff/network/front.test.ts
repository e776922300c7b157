// The front page of a network says what waits for whoever opens it, within their districts, and to nobody else.
import { beforeEach, describe, expect, it } from 'vitest'
import { wordsFor } from '../../../../src/core/words/index.ts'
import { heldAnswer } from '../../../support/inside/held.ts'
import { pageOf } from '../../../support/inside/page.ts'
import { registered } from '../../../support/inside/registry.ts'
import { ADMINISTRATOR, addStaff, HOME, type NewStaff, signedIn } from '../../../support/inside/staff.ts'
import { DAY, newWorld, sentIko, type World } from '../../../support/inside/world.ts'

const { front, messages } = wordsFor('id').coordinator

let world: World
beforeEach(async () => {
  world = await newWorld()
})

/** The ways to what waits, by where they lead, and what the page says instead where nothing does. */
async function waits(email: string): Promise<Readonly<Record<string, string>>> {
  const page = await pageOf(await (await signedIn(world, email)).get(HOME))
  const [, after = ''] = page.html.split(`<h2>${front.waiting}</h2>`)
  const [shown = ''] = after.split('<h2>')
  if (shown.includes(front.nothing)) return { nothing: front.nothing }
  return Object.fromEntries(
    page
      .all('a', { class: 'go' })
      .filter(({ text }) => shown.includes(`>${text}</a>`))
      .map(({ attributes, text }) => [attributes.href ?? '', text]),
  )
}

const whoever = async (staff: Omit<NewStaff, 'email'>) => {
  await addStaff(world, { email: 'siapa@contoh.example', ...staff })
  return Object.values(await waits('siapa@contoh.example'))
}

it('says that nothing waits where nothing does', async () => {
  expect(await waits(ADMINISTRATOR)).toEqual({ nothing: front.nothing })
})

it('counts registrations without decision and held answers, and leads to where each is decided', async () => {
  await registered(world)
  await registered(world, { organisation: 'Lain Contoh' })
  await heldAnswer(world)
  expect(await waits(ADMINISTRATOR)).toEqual({
    [`${HOME}/registrations`]: messages.mail.digest.registrations('2'),
    [`${HOME}/held`]: messages.mail.digest.held('1'),
  })
})

it('leads from mails that came back to those in trouble', async () => {
  await registered(world)
  await world.exec('update deliveries set handed_at = created_at, bounced_at = created_at')
  expect(await waits(ADMINISTRATOR)).toMatchObject({
    [`${HOME}/messages?state=trouble`]: messages.mail.digest.bounced('1'),
  })
})

describe('reports that no mail has brought', () => {
  const byHand = (count: string) => ({ [`${HOME}/handovers`]: messages.byHand.waiting(count) })
  const sendTwo = async () => {
    await sentIko(world, { email: '', whatsapp: '081234567890' })
    await sentIko(world, { organisation: 'Lain Contoh', district: '35.78' })
    await world.work()
  }

  it('are counted where there was no address, and where the mail came back', async () => {
    await sendTwo()
    expect(await waits(ADMINISTRATOR)).toEqual(byHand('1'))
    await world.exec(`update deliveries set bounced_at = 1 where kind = 'report'`)
    expect(await waits(ADMINISTRATOR)).toMatchObject(byHand('2'))
    expect(await whoever({ role: 'coordinator', districts: ['35.78'] })).toContain(
      messages.byHand.waiting('1'),
    )
  })

  it.each([
    ['practice counts nowhere', 'update rounds set practice = 1'],
    [
      'another answer was chosen',
      'update submissions set set_aside_at = 1 where id in (select submission_id from assessments)',
    ],
    ['the round ended long ago', `update rounds set closes_at = opens_at`],
    ['the round was closed long ago', `update rounds set closed_at = opens_at`],
  ])('are not counted where %s', async (_, change) => {
    await sendTwo()
    world.clock.now += 40 * DAY
    await world.exec(`update rounds set closes_at = null`)
    expect(await waits(ADMINISTRATOR)).toEqual(byHand('1'))
    await world.exec(change)
    expect(await waits(ADMINISTRATOR)).toEqual({ nothing: front.nothing })
  })

  it('wait no more once one is handed over', async () => {
    await sendTwo()
    const admin = await signedIn(world, ADMINISTRATOR)
    const [none] = await world.rows<{ id: string }>(
      `select id from submissions where id not in (select submission_id from deliveries where kind = 'report')`,
    )
    await admin.post(`${HOME}/handovers/${none?.id}`, { given: 'yes' })
    expect(await waits(ADMINISTRATOR)).toEqual({ nothing: front.nothing })
  })
})

it('counts what has stopped within one’s districts, and of mails to staff for administrators alone', async () => {
  await sentIko(world)
  await sentIko(world, { organisation: 'Lain Contoh', district: '35.78' })
  await world.exec('update steps set dead_at = 1')
  await world.exec(
    `insert into steps (id, network_id, due_at, dead_at, created_at) select 'deliver:none', id, 0, 1, 0 from networks limit 1`,
  )
  const all = await world.number(`select count(*) from steps where dead_at is not null`)
  expect(await waits(ADMINISTRATOR)).toEqual({ [`${HOME}/steps`]: messages.steps.waiting(String(all)) })
  const theirs = await world.number(
    `select count(*) from steps t join submissions s on s.id = t.submission_id where s.respondent_key like '35.78/%'`,
  )
  expect(theirs).toBeGreaterThan(0)
  expect(await whoever({ role: 'coordinator', districts: ['35.78'] })).toEqual([
    messages.steps.waiting(String(theirs)),
  ])
})

it('counts those of one’s own districts only, and nothing for those who decide nothing', async () => {
  await registered(world, { district: '35.73' })
  await registered(world, { organisation: 'Lain Contoh', district: '35.78' })
  expect(await whoever({ role: 'coordinator', districts: ['35.78'] })).toEqual([
    messages.mail.digest.registrations('1'),
  ])
  await world.exec(`update memberships set role = 'facilitator', districts = null where role = 'coordinator'`)
  expect(await waits('siapa@contoh.example')).toEqual({})
})
