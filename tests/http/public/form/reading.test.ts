// Reading writes nothing, and a form that is known is shown without asking the database.
import { beforeEach, describe, expect, it } from 'vitest'
import { type Meter, newMeter } from '../../../support/inside/meter.ts'
import { pageOf } from '../../../support/inside/page.ts'
import { dump } from '../../../support/inside/tables.ts'
import {
  IKO,
  ikoAnswers,
  keyAt,
  newWorld,
  OPENED,
  openRound,
  SECOND,
  START,
  sentIko,
  type World,
} from '../../../support/inside/world.ts'

let meter: Meter
let world: World
beforeEach(async () => {
  meter = newMeter()
  world = await newWorld({ db: meter.db })
})

const complete = { submission: keyAt(OPENED), ...ikoAnswers }
const shape = () => meter.take().map(({ isBatch }) => (isBatch ? 'batch' : 'statement'))

describe('a GET', () => {
  it('of any page leaves every row as it is', async () => {
    const { receipt } = await sentIko(world)
    await world.work()
    const links = (await pageOf(await world.get(receipt)))
      .all('a')
      .map(({ attributes }) => attributes.href ?? '')
    const report = links.find((href) => href.startsWith('/r/')) ?? ''
    const before = await dump(world)
    meter.take()
    const paths = [
      '/',
      '/n/rumah-inklusi',
      IKO,
      '/f/none',
      receipt,
      report,
      `${receipt}x`,
      '/healthz',
      '/none',
    ]
    const statuses: number[] = []
    for (const path of [...paths, ...paths]) statuses.push((await world.get(path)).status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(12)
    await world.get(report, { Accept: 'application/json' })
    expect(meter.take().reduce((sum, { written }) => sum + written, 0)).toBe(0)
    expect(await dump(world)).toBe(before)
    expect(world.hints).toEqual([])
  })

  it('of a form on a warm isolate asks the database nothing, for ten seconds', async () => {
    await world.get(IKO)
    // The round, and once in the life of an isolate whether its form is published.
    expect(shape()).toEqual(['statement', 'statement'])
    for (const later of [0, SECOND, 8999]) {
      world.clock.now += later
      await world.get(IKO)
      await world.get(`${IKO}?lang=en`)
    }
    expect(world.clock.now).toBe(START + 9999)
    expect(shape()).toEqual([])
    world.clock.now = START + 10 * SECOND
    await world.get(IKO)
    expect(shape()).toEqual(['statement'])
  })

  it('of a round that is closed or not yet open asks nothing either', async () => {
    const early = await openRound(world, { slug: 'nanti', opensAt: START + SECOND })
    const closed = await openRound(world, { slug: 'lewat', closesAt: START })
    for (const path of [early, closed]) await world.get(path)
    meter.take()
    for (const path of [early, closed]) await world.get(path)
    expect(shape()).toEqual([])
  })

  it('of a round that does not exist is not remembered', async () => {
    for (const _ of [1, 2, 3]) await world.get('/f/none')
    expect(shape()).toEqual(['statement', 'statement', 'statement'])
  })
})

describe('a POST on a warm isolate is one batch', () => {
  beforeEach(async () => {
    await world.get(IKO)
    meter.take()
  })

  it('where it is new', async () => {
    expect((await world.post(IKO, complete)).status).toBe(303)
    expect(shape()).toEqual(['batch'])
  })

  it('where it is repeated', async () => {
    await world.post(IKO, complete)
    meter.take()
    expect((await world.post(IKO, complete)).status).toBe(303)
    expect(shape()).toEqual(['batch'])
  })

  it('where it conflicts', async () => {
    await world.post(IKO, complete)
    meter.take()
    expect((await world.post(IKO, { ...complete, reach: '3' })).status).toBe(409)
    expect(shape()).toEqual(['batch'])
  })

  it('where it is held', async () => {
    await world.post(IKO, complete)
    meter.take()
    expect((await world.post(IKO, { ...complete, submission: keyAt(OPENED, '000000000002') })).status).toBe(
      303,
    )
    expect(shape()).toEqual(['batch'])
  })

  it('where the round is closed, and then the round is read to say since when', async () => {
    await world.exec(`update rounds set closed_at = ${OPENED}`)
    expect((await world.post(IKO, complete)).status).toBe(403)
    expect(shape()).toEqual(['batch', 'statement'])
    expect((await world.post(IKO, complete, { Accept: 'application/json' })).status).toBe(403)
    expect(shape()).toEqual(['batch'])
  })

  it('and none at all where answers are missing', async () => {
    expect((await world.post(IKO, {})).status).toBe(422)
    expect(shape()).toEqual([])
  })
})
