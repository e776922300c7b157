// What the mail service tells of mails, with made-up events of the shape that Cloudflare documents.
import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import worker from '../../src/index.ts'
import { mailEventIn } from '../../src/platform/mail-events.ts'
import { newMeter } from '../support/inside/meter.ts'
import { addOrganisations } from '../support/inside/registry.ts'
import { broken, counted, tallies } from '../support/inside/tables.ts'
import { newWorld, START, sentIko, type World } from '../support/inside/world.ts'
import { runs } from '../support/runs.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
  let sent = 0
  world.mailService.answer = async () => ({ outcome: 'handed', providerId: `<m-${++sent}@simpul.example>` })
  await addOrganisations(world)
  await world.exec(`update contacts set email = 'siti@bina.example'`)
  await sentIko(world)
  await world.work()
})

const AT = '2026-11-23T03:01:00.000Z'

/** An event as it is documented: one recipient, and details by its kind. */
const event = (kind: string, more: object = {}, messageId = '<m-1@simpul.example>') => ({
  type: `cf.email.sending.message.${kind}`,
  source: { type: 'email.sending', zoneId: 'z', domain: 'simpul.example' },
  payload: {
    eventId: '0190d0c4-7ea1-7af2-8b88-c1d2e3f4a5b6',
    messageId,
    sender: 'simpul@simpul.example',
    recipient: 'siti@bina.example',
    subject: 'x',
    terminal: true,
    ...more,
  },
  metadata: { eventSubscriptionId: 's', eventSchemaVersion: 1, eventTimestamp: AT },
})

const bounce = (type = 'hard') =>
  event('bounced', {
    delivery: { status: 'bounced', smtpStatusCode: '550' },
    bounce: { type, classification: 'permanent_failure', reason: '550 5.1.1 <siti@bina.example> unknown' },
  })

async function tell(bodies: readonly unknown[], attempts = 1, bindings = env, queue = 'simpul-mail-events') {
  const messages = bodies.map((body, i) => ({ id: `e${i}`, timestamp: new Date(), attempts, body }))
  const batch = createMessageBatch(queue, messages)
  await worker.queue(batch, bindings)
  return getQueueResult(batch, createExecutionContext())
}

const delivery = async (id = '<m-1@simpul.example>') =>
  (
    await world.rows(
      `select delivered_at, bounced_at, complained_at, failed_at, reason from deliveries where provider_id = '${id}'`,
    )
  )[0]
/** What is known of the address of the contact. */
const contact = async () => ({
  bounced_at: (await world.rows<{ at: number }>('select bounced_at as at from addresses'))[0]?.at ?? null,
  opted_out_at: (await world.rows<{ at: number }>('select at from opt_outs'))[0]?.at ?? null,
})

describe('an event', () => {
  it('that a mail was delivered sets that moment', async () => {
    await tell([event('delivered', { delivery: { status: 'delivered', smtpResponse: '250 OK' } })])
    expect(await delivery()).toMatchObject({ delivered_at: Date.parse(AT), bounced_at: null, reason: null })
  })

  it('is known by the end of the name of its queue: staging has names of its own', async () => {
    await tell([bounce()], 1, env, 'staging-simpul-mail-events')
    expect(await delivery()).toMatchObject({ bounced_at: Date.parse(AT) })
  })

  it('that a mail came back keeps why, without the address, and marks whom it is the address of', async () => {
    await tell([bounce()])
    expect(await delivery()).toMatchObject({
      bounced_at: Date.parse(AT),
      reason: '550 5.1.1 <(address)> unknown',
    })
    expect(await contact()).toEqual({ bounced_at: Date.parse(AT), opted_out_at: null })
  })

  it('that a mail came back for now says nothing of the address', async () => {
    await tell([bounce('soft')])
    expect(await delivery()).toMatchObject({ bounced_at: Date.parse(AT) })
    expect(await contact()).toEqual({ bounced_at: null, opted_out_at: null })
  })

  it.each([
    '550 5.7.1 Our system has detected that this message is likely unsolicited mail',
    '550-5.7.26 Your email has been blocked because the sender is unauthenticated',
    '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
    '552 5.2.2 The email account that you tried to reach is over quota',
  ])('that a server holds something against the mail says nothing of the address: %s', async (reason) => {
    await tell([event('bounced', { bounce: { type: 'hard', reason } })])
    expect(await delivery()).toMatchObject({ bounced_at: Date.parse(AT), reason })
    expect(await contact()).toEqual({ bounced_at: null, opted_out_at: null })
  })

  it('that a mail failed keeps why', async () => {
    await tell([event('failed', { failure: { reason: 'expired' } })])
    expect(await delivery()).toMatchObject({ bounced_at: Date.parse(AT), reason: 'expired' })
  })

  it.each(['rejected', 'failed'])(
    'that a mail was %s after all counts as come back, of this mail',
    async (kind) => {
      await tell([event(kind, { rejection: { reason: 'recipient is suppressed' } })])
      expect(await delivery()).toMatchObject({
        bounced_at: Date.parse(AT),
        failed_at: null,
        reason: 'recipient is suppressed',
      })
      expect(await contact()).toMatchObject({ bounced_at: null })
    },
  )

  it('that a mail was called spam asks for no more invitations', async () => {
    await tell([event('complained', { complaint: { type: 'abuse' } })])
    expect(await delivery()).toMatchObject({ complained_at: Date.parse(AT) })
    expect(await contact()).toEqual({ bounced_at: null, opted_out_at: Date.parse(AT) })
  })

  it.each(['m-1@simpul.example', '<m-1@simpul.example>'])(
    'finds its mail with brackets and without: %s',
    async (id) => {
      await tell([event('delivered', {}, id)])
      expect(await delivery()).toMatchObject({ delivered_at: Date.parse(AT) })
    },
  )

  it('from the future is kept as of now, and one without a time as well', () => {
    const later = { ...event('delivered'), metadata: { eventTimestamp: '2030-01-01T00:00:00Z' } }
    expect(mailEventIn(later, START)?.at).toBe(START)
    const { metadata: _none, ...timeless } = event('delivered')
    expect(mailEventIn(timeless, START)?.at).toBe(START)
  })

  it('changes nothing in the ledger: the machine has done what it owed', async () => {
    await tell([bounce()])
    expect(await broken()).toEqual([])
    expect(await tallies(world)).toEqual(await counted(world))
  })
})

describe('events', () => {
  it('told twice and in any order leave the moments that came first', async () => {
    const all = [event('delivered'), bounce(), event('complained'), event('deferred'), event('delivered')]
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: 1 }), async (some) => {
        await world.exec(
          'update deliveries set delivered_at = null, bounced_at = null, complained_at = null, reason = null',
        )
        await tell(some)
        const after = await delivery()
        await tell([...some, ...some.toReversed()])
        expect(await delivery()).toEqual(after)
      }),
      { numRuns: runs(5, 60) },
    )
  })

  it.each([
    [null],
    ['cf.email.sending.message.delivered'],
    [{}],
    [{ type: 'cf.r2.bucket.created' }],
    [event('deferred')],
    [event('opened')],
    [event('constructor')],
    [{ type: 'cf.email.sending.message.bounced', payload: { messageId: 7 } }],
    [{ type: 'cf.email.sending.message.bounced', payload: { messageId: '' } }],
  ])('that are none of ours are passed over: %j', async (odd) => {
    const result = await tell([odd, event('delivered')])
    expect(result).toMatchObject({ outcome: 'ok', retryMessages: [] })
    expect(result.explicitAcks).toEqual(['e0', 'e1'])
    expect(await delivery()).toMatchObject({ delivered_at: Date.parse(AT) })
  })

  it('of a mail that is not marked yet come again, and are let go after three times', async () => {
    const stranger = event('delivered', {}, 'nobody')
    expect(await tell([stranger])).toMatchObject({ explicitAcks: [], retryMessages: [{ msgId: 'e0' }] })
    expect(await tell([stranger], 3)).toMatchObject({ explicitAcks: ['e0'], retryMessages: [] })
  })

  it('come again while the database refuses, and log no address', async () => {
    const meter = newMeter()
    meter.refuses = true
    // What passes would be waited for.
    meter.says = 'D1_ERROR: no such table: deliveries bina.example'
    const result = await tell([bounce()], 9, { ...env, DB: meter.d1 })
    expect(result).toMatchObject({ explicitAcks: [], retryMessages: [{ msgId: 'e0' }] })
    expect(world.logs.join()).not.toContain('bina.example')
    expect(world.logs.join()).toContain('mail event not stored')
  })
})
