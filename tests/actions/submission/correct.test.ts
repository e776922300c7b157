// What a correction writes and what it leaves alone, row by row; and corrections that come at the same moment.
import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { digestOfKey } from '../../../src/core/kernel/id.ts'
import type { MailToSend } from '../../../src/core/kernel/ports.ts'
import { openDatabase } from '../../../src/db/database.ts'
import { consume } from '../../../src/workflow/consume.ts'
import { broken, counted, tallies } from '../../support/inside/tables.ts'
import {
  HOUR,
  handed,
  ikoAnswers,
  newWorld,
  REGISTRATION,
  type Receipt,
  registrationAnswers,
  START,
  sent,
  sentIko,
  type Typed,
  type World,
} from '../../support/inside/world.ts'

let world: World
let sending: Receipt
beforeEach(async () => {
  world = await newWorld()
  sending = await sentIko(world)
})

const correct = (changes: Typed = {}, receipt = sending.receipt, complete: Typed = ikoAnswers) =>
  world.post(`${receipt}/correction`, { ...complete, submission: world.newKey(), ...changes })
const mend = (email: string, receipt = sending.receipt) =>
  world.post(`${receipt}/address`, { submission: world.newKey(), email })
const receiptIn = (response: Response) => response.headers.get('Location')?.split('?')[0] ?? ''

async function isSound(): Promise<void> {
  expect(await broken()).toEqual([])
  expect(await tallies(world)).toEqual(await counted(world))
}

const deliveries = (columns: string) =>
  world.rows(`select ${columns} from deliveries order by kind, generation, created_at, rowid`)

describe('a correction', () => {
  it('keeps what was told before: mails that were handed over and mails that were refused', async () => {
    world.mailService.answer = async ({ subject }) =>
      subject.includes('laporan') ? { outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' } : handed
    await world.work()
    const before = await deliveries('id, kind, handed_at, failed_at, reason')
    expect(before).toHaveLength(2)
    await correct({ reach: '4' })
    expect(await deliveries('id, kind, handed_at, failed_at, reason')).toEqual(before)
    await isSound()
  })

  it('leaves a receipt that still waits to be mailed', async () => {
    const before = await deliveries('id, kind')
    await correct({ reach: '4' })
    expect(await deliveries('id, kind')).toEqual(before)
    await isSound()
  })

  it('gives up a report that still waits to be mailed', async () => {
    world.mailService.answer = async ({ subject }) =>
      subject.includes('laporan') ? { outcome: 'later', reason: 'E_BUSY', retryAt: null } : handed
    await world.work()
    expect(await deliveries('kind')).toEqual([{ kind: 'receipt' }, { kind: 'report' }])
    await correct({ reach: '4' })
    expect(await deliveries('kind')).toEqual([{ kind: 'receipt' }])
    await isSound()
  })

  it('moves whom the answers are from, and the language they are answered in', async () => {
    const of = 'select respondent_key as who, locale, current_revision as current from submissions'
    const [before] = await world.rows<{ who: string }>(of)
    const key = world.newKey()
    await world.post(`${sending.receipt}/correction?lang=en`, {
      ...ikoAnswers,
      submission: key,
      organisation: 'Forum Lain Contoh',
    })
    const [after] = await world.rows<{ who: string }>(of)
    expect(after).toEqual({ who: expect.any(String), locale: 'en', current: await digestOfKey(key) })
    expect(after?.who).not.toBe(before?.who)
    await world.work()
    expect(world.mails.find(({ subject }) => subject.includes('report'))?.locale).toBe('en')
  })

  it('by which an organisation is named no more leaves its name to whoever sends under it next', async () => {
    await correct({ organisation: 'Forum Lain Contoh' })
    const next = await sentIko(world, { email: 'agus@lain.example' })
    expect(await world.rows('select reference from submissions where held_at is not null')).toEqual([])
    expect(next.reference).not.toBe(sending.reference)
    await isSound()
  })

  it.each(['held_at', 'withdrawn_at'])(
    'is second to nobody whose answers do not count: %s',
    async (column) => {
      const other = await sentIko(world, { organisation: 'Forum Lain Contoh', email: 'agus@lain.example' })
      await world.exec(
        `update submissions set ${column} = ${START}, done_at = null where reference = '${sending.reference}'`,
      )
      await correct({ email: 'agus@lain.example' }, other.receipt)
      expect(
        await world.rows(`select held_at as held from submissions where reference = '${other.reference}'`),
      ).toEqual([{ held: null }])
    },
  )

  it('keeps the consents of each revision: those given then, and no others', async () => {
    const registered = await sent(world, REGISTRATION, registrationAnswers)
    await correct({ consent_donors: '' }, registered.receipt, registrationAnswers)
    const given = await world.rows(
      `select r.number, c.purpose from consents c join revisions r on r.key = c.revision_key order by 1, 2`,
    )
    expect(given).toEqual([
      { number: 1, purpose: 'directory' },
      { number: 1, purpose: 'donors' },
      { number: 2, purpose: 'directory' },
    ])
  })

  it('of what was erased is refused', async () => {
    await world.exec(`update submissions set erased_at = ${START}`)
    expect((await correct({ reach: '4' })).status).toBe(403)
    expect((await mend('siti@benar.example')).status).toBe(410)
    expect(await world.number('select count(*) from revisions')).toBe(1)
  })
})

it('a receipt to another address says which one it stands for', async () => {
  await world.work()
  await mend('siti@benar.example')
  const [first, second] = await world.rows<{ id: string; generation: number; replaces: string | null }>(
    `select id, generation, replaces from deliveries where kind = 'receipt' order by generation`,
  )
  expect(first).toMatchObject({ generation: 0, replaces: null })
  expect(second).toMatchObject({ generation: 1, replaces: first?.id })
})

describe('at the same moment', () => {
  it('two corrections are both kept, one after the other, and one of them stands', async () => {
    const both = await Promise.all([correct({ reach: '3' }), correct({ reach: '4' })])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    expect(both.map(receiptIn)).toEqual([sending.receipt, sending.receipt])
    const kept = await world.rows<{ number: number; reach: number }>(
      `select number, answers ->> '$.reach.level' as reach from revisions order by number`,
    )
    expect(kept.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(kept.map(({ reach }) => reach).sort()).toEqual([1, 3, 4])
    await isSound()
    await world.work()
    expect(world.mails.filter(({ subject }) => subject.includes('laporan'))).toHaveLength(1)
    expect(await world.number('select count(*) from assessments')).toBe(1)
    await isSound()
  })

  it('two presses that mend an address are one', async () => {
    const fields = { submission: world.newKey(), email: 'siti@benar.example' }
    const both = await Promise.all([
      world.post(`${sending.receipt}/address`, fields),
      world.post(`${sending.receipt}/address`, fields),
    ])
    expect(both.map(({ status }) => status)).toEqual([303, 303])
    const [first = '', second] = both.map(receiptIn)
    expect(second).toBe(first)
    expect((await world.get(first)).status).toBe(200)
    expect(await world.number('select count(*) from revisions')).toBe(2)
    await isSound()
  })

  it('two other addresses are both kept, and mail goes to the one that stands', async () => {
    await Promise.all([mend('siti@satu.example'), mend('siti@dua.example')])
    await world.work()
    const [{ email } = { email: '' }] = await world.rows<{ email: string }>(
      `select r.answers ->> 'email' as email from submissions s join revisions r on r.key = s.current_revision`,
    )
    expect(world.mails.map(({ to }) => to)).toEqual([email, email])
    await isSound()
  })

  it('a correction and another address are both kept', async () => {
    const [corrected, mended] = await Promise.all([
      correct({ sender_name: 'Agus Contoh' }),
      mend('siti@benar.example'),
    ])
    expect([corrected.status, mended.status]).toEqual([303, 303])
    const numbers = await world.rows<{ number: number }>('select number from revisions order by number')
    expect(numbers.map(({ number }) => number)).toEqual([1, 2, 3])
    await isSound()
  })
})

describe('while the consumer is at work on what was sent before', () => {
  /** Does something at the moment the mail service is handed a message of some kind, before it answers. */
  function duringMail(isIt: (message: MailToSend) => boolean, act: () => Promise<unknown>): void {
    let isOver = false
    world.mailService.answer = async (message) => {
      if (!isOver && isIt(message)) {
        isOver = true
        await act()
      }
      return handed
    }
  }
  const isReport = ({ subject }: MailToSend) => subject.includes('laporan')

  it('a correction never leaves two reports that stand, whichever of both comes first', async () => {
    for (let i = 0; i < 10; i++) {
      const { receipt } = await sentIko(world, {
        organisation: `Forum Contoh ${i}`,
        email: `f${i}@bina.example`,
      })
      const hints = world.hints.splice(0)
      const [response] = await Promise.all([
        correct({ organisation: `Forum Contoh ${i}`, email: `f${i}@bina.example`, reach: '4' }, receipt),
        consume(world.deps, hints),
      ])
      expect(response.status).toBe(303)
      await isSound()
      await world.work()
      await isSound()
    }
    const standing = `select count(*) from assessments a join submissions s on s.current_revision = a.revision_key`
    expect(await world.number(standing)).toBe(11)
    expect(await world.number('select count(*) from assessments where replaced_by is null')).toBe(11)
  })

  it('a correction lets a report that is on its way arrive, and another one follows', async () => {
    duringMail(isReport, () => correct({ reach: '4' }))
    await world.work()
    await world.work()
    expect(world.mails.filter(isReport)).toHaveLength(2)
    expect(await world.number("select count(*) from deliveries where kind = 'report'")).toBe(1)
    await isSound()
  })

  it('another address gets both mails; of those on their way to the earlier one no link opens anything', async () => {
    duringMail(
      () => true,
      () => mend('siti@benar.example'),
    )
    await world.work()
    await world.work()
    const earlier = world.mails.filter(({ to }) => to === ikoAnswers.email)
    expect(earlier.length).toBeLessThanOrEqual(2)
    for (const { text } of earlier)
      for (const [path] of text.matchAll(/\/[sr]\/[\w.-]+/g)) expect((await world.get(path)).status).toBe(410)
    expect(world.mails.filter(({ to }) => to === 'siti@benar.example')).toHaveLength(2)
    await isSound()
  })

  it.each([
    ['refused', { outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' }],
    ['put off', { outcome: 'later', reason: 'E_BUSY', retryAt: START + HOUR }],
  ] as const)('a correction forgets what becomes of a report of before: %s', async (_title, handover) => {
    let isOver = false
    world.mailService.answer = async (message) => {
      if (isOver || !isReport(message)) return handed
      isOver = true
      await correct({ reach: '4' })
      return handover
    }
    await world.work()
    await isSound()
    await world.work()
    await isSound()
    expect(await world.number('select count(*) from submissions where done_at is not null')).toBe(1)
  })
})

describe('between what a change has read and what it writes', () => {
  /** Lets something happen once, just before the next batch of writes. */
  async function beforeWriting(act: () => Promise<unknown>): Promise<void> {
    let isOver = true
    const d1 = new Proxy(env.DB, {
      get(target, name) {
        if (name !== 'batch') {
          const member: unknown = Reflect.get(target, name)
          return typeof member === 'function' ? member.bind(target) : member
        }
        return async (statements: D1PreparedStatement[]) => {
          if (!isOver) {
            isOver = true
            await act()
          }
          return target.batch(statements)
        }
      },
    })
    world = await newWorld({ db: openDatabase(d1) })
    sending = await sentIko(world)
    isOver = false
  }

  it('a correction is not undone by another address', async () => {
    await beforeWriting(() => correct({ sender_name: 'Agus Contoh' }))
    expect((await mend('siti@benar.example')).status).toBe(303)
    const stands = `select r.number, r.answers ->> 'sender_name' as sender, r.answers ->> 'email' as email
      from submissions s join revisions r on r.key = s.current_revision`
    expect(await world.rows(stands)).toEqual([
      { number: 3, sender: 'Agus Contoh', email: 'siti@benar.example' },
    ])
    await isSound()
  })

  it('another address has its links withdrawn by a correction that knows of the one before', async () => {
    await beforeWriting(() => mend('siti@salah.example'))
    const corrected = await correct({ reach: '4' })
    expect(corrected.status).toBe(303)
    await world.work()
    const links = world.mails
      .filter(({ to }) => to === 'siti@salah.example')
      .flatMap(({ text }) => text.match(/\/[sr]\/[\w.-]+/g) ?? [])
    for (const link of links) expect((await world.get(link)).status).toBe(410)
    expect((await world.get(receiptIn(corrected))).status).toBe(200)
    await isSound()
  })

  it('a receipt that is refused meanwhile is not forgotten', async () => {
    await beforeWriting(async () => {
      world.mailService.answer = async () => ({ outcome: 'refused', reason: 'E_RECIPIENT_SUPPRESSED' })
      await world.work()
    })
    expect((await correct({ reach: '4' })).status).toBe(303)
    await isSound()
    world.mailService.answer = async () => handed
    await world.work()
    await isSound()
    expect(await world.number('select count(*) from submissions where failed_at is not null')).toBe(1)
  })
})
