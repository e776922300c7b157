// Mail over SMTP, spoken with a scripted server over real sockets: what becomes of a mail whatever is answered, and what is said.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Handover, MailToSend } from '../../src/core/kernel/ports.ts'
import type { SmtpStep } from '../../src/core/message/smtp.ts'
import { LEASE } from '../../src/db/step/write.ts'
import { MAIL_DEADLINE } from '../../src/platform/mail-headers.ts'
import { type Alarm, smtpMailer } from '../../src/platform/mailer-smtp.ts'
import { scriptedServer } from '../support/inside/smtp.ts'
import { START } from '../support/inside/world.ts'
import { becomesOf, smtpCases } from '../support/smtp-cases.ts'
import type { Answer, Heard, ServerScript, SpokenAt } from '../support/smtp-script.ts'
import { until } from '../support/wait.ts'

const FROM = 'simpul@mail.simpul.example'
const CREDENTIALS = { username: 'simpul', password: 'kata sandi é' }
const AUTH = { offers: ['SIZE 1000', 'AUTH PLAIN LOGIN'] } as const

const message: MailToSend = {
  delivery: '01900000-0000-7000-8000-0000000000d1.0',
  to: 'siti@bina.example',
  fromName: 'Rumah Inklusi (contoh)',
  replyTo: 'koordinator@rumah-inklusi.example',
  subject: 'Yayasan Contoh: jawaban diterima',
  text: 'Terima kasih.\n.\n..dua titik\n',
  html: '<p>Terima kasih</p>\n',
  locale: 'id',
}
const to = (recipient: string): MailToSend => ({ ...message, to: recipient })

type Settings = Partial<Parameters<typeof smtpMailer>[0]>

const mailerTo = (port: number, settings: Settings = {}) =>
  smtpMailer({
    from: FROM,
    host: '127.0.0.1',
    port,
    credentials: CREDENTIALS,
    clock: { now: () => START },
    ...settings,
  })

/** Sends one mail to a server with a script; gives what became of it, and what the server heard until the connection ended. */
async function conversation(
  scripts: ServerScript | readonly ServerScript[],
  settings: Settings = {},
): Promise<{ handover: Handover; heard: Heard }> {
  const server = await scriptedServer(...[scripts].flat())
  const handover = await mailerTo(server.port, settings).send(message)
  return { handover, heard: await quiet(server) }
}

/** What a server heard once nobody is connected any more. */
const quiet = (server: { heard(): Promise<Heard> }): Promise<Heard> =>
  until('the end of the connection', async () => {
    const heard = await server.heard()
    return heard.open === 0 ? heard : undefined
  })

/** Where a server speaks at a step, and the script that says something else than yes there. */
const SPOKEN: Readonly<Record<Exclude<SmtpStep, 'connect'>, SpokenAt>> = {
  greeting: 'greeting',
  hello: 'EHLO',
  tls: 'STARTTLS',
  login: 'AUTH',
  from: 'MAIL',
  recipient: 'RCPT',
  data: 'DATA',
  end: 'end',
}
const STEPS = Object.keys(SPOKEN).filter((step): step is keyof typeof SPOKEN => Object.hasOwn(SPOKEN, step))

const at = (step: SmtpStep, answer: Answer): ServerScript =>
  step === 'connect'
    ? {}
    : { offers: step === 'tls' ? ['STARTTLS'] : AUTH.offers, on: { [SPOKEN[step]]: answer } }

/** Many conversations at once: each waits for its own server only. */
const all = <Case, Result>(cases: readonly Case[], hold: (one: Case) => Promise<Result>) =>
  Promise.all(cases.map(hold))

describe('what a server says', () => {
  it('decides as the table says, over real connections', async () => {
    const became = await all(smtpCases, async ([step, reply]) => {
      const { handover } = await conversation(at(step, reply.replaceAll('\n', '\r\n')))
      return [step, reply, becomesOf(handover, START)]
    })
    expect(became).toEqual(smtpCases.map(([step, reply, becomes]) => [step, reply, becomes]))
  })

  it('hands the mail over where it is yes, at every step', async () => {
    const { handover, heard } = await conversation(AUTH)
    expect(handover).toEqual({ outcome: 'handed', providerId: `<${message.delivery}@mail.simpul.example>` })
    expect(heard.messages).toHaveLength(1)
  })

  it('is not read as yes where it is no reply', async () => {
    const became = await all(STEPS, async (step) => {
      const { handover } = await conversation(at(step, { say: ['HTTP/1.1 200 OK\r\n\r\n'] }))
      return becomesOf(handover, START)
    })
    expect(became).toEqual(
      STEPS.map((step) => (['recipient', 'data', 'end'].includes(step) ? 'later' : 'outage')),
    )
  })

  it('may come in pieces', async () => {
    const pieces = ['25', '0-one', '\r\n250', ' two\r', '\n']
    const { handover } = await conversation({ on: { RCPT: { say: pieces }, end: { say: pieces } } })
    expect(handover.outcome).toBe('handed')
  })
})

/** An alarm that rings as soon as something is so, instead of by the clock; `set` are the times that it was set to (ms). */
function alarmWhen(isSo: () => Promise<boolean>) {
  const set: number[] = []
  const alarm: Alarm = (ms, ring) => {
    set.push(ms)
    let isStopped = false
    until('the moment to ring', async () => (isStopped || (await isSo()) ? true : undefined))
      .then(() => isStopped || ring())
      .catch(ring)
    return () => {
      isStopped = true
    }
  }
  return { set, alarm }
}

/** Whether a server has come to a step. */
const cameTo = (heard: Heard, step: keyof typeof SPOKEN): boolean => {
  if (step === 'greeting') return heard.connections > 0
  if (step === 'end') return heard.messages.length > 0
  return heard.lines.some((line) => line.startsWith(SPOKEN[step]))
}

describe('a server that falls silent, says half a line, or hangs up', () => {
  const ways: readonly (readonly [string, Answer, RegExp])[] = [
    ['silent', {}, /: no answer in time$/],
    ['half a line', { say: ['250 almo'] }, /: no answer in time$/],
    ['hangs up', { closes: true }, /: connection closed$/],
    ['half a line, then hangs up', { say: ['250 almo'], closes: true }, /: connection closed$/],
  ]
  const cases = ways.flatMap(([way, answer, reason]) => STEPS.map((step) => ({ way, answer, reason, step })))
  let became: readonly { handover: Handover; heard: Heard }[] = []
  beforeAll(async () => {
    became = await all(cases, async ({ step, answer, reason }) => {
      const server = await scriptedServer(at(step, answer))
      const isSilent = reason.source.includes('no answer')
      const { alarm } = alarmWhen(async () => isSilent && cameTo(await server.heard(), step))
      const handover = await mailerTo(server.port, isSilent ? { alarm } : {}).send(message)
      return { handover, heard: await quiet(server) }
    })
  })

  it.each(cases.map((one, i) => ({ ...one, i })))(
    'refuses no mail ($way at $step)',
    ({ step, reason, i }) => {
      const { handover, heard } = became[i] ?? {}
      const isEarly = !['recipient', 'data', 'end'].includes(step)
      expect(handover).toEqual({
        outcome: 'later',
        retryAt: null,
        reason: expect.stringMatching(reason),
        ...(isEarly ? { isOutage: true } : {}),
      })
      expect(heard?.lines).not.toContain('QUIT')
    },
  )

  it('is told apart from one that nobody can connect to', async () => {
    const server = await scriptedServer({})
    const { port } = server
    await server.stop()
    expect(await mailerTo(port).send(message)).toMatchObject({
      outcome: 'later',
      isOutage: true,
      reason: expect.stringMatching(/^connect: /),
    })
  })
})

describe('the deadline of a mail', () => {
  it('is shorter than what a step is sure to have left of its lease', () => {
    expect(MAIL_DEADLINE).toBeLessThanOrEqual(LEASE / 2 - 10_000)
  })

  it('holds for all replies together, and after it nothing more goes over the wire', async () => {
    const server = await scriptedServer({ ...AUTH, on: { RCPT: { say: '250 ok', after: 200 } } })
    const { set, alarm } = alarmWhen(async () => cameTo(await server.heard(), 'recipient'))
    const handover = await mailerTo(server.port, { alarm }).send(message)
    expect(handover).toMatchObject({ outcome: 'later', reason: 'RCPT TO: no answer in time' })
    expect(set).toEqual([MAIL_DEADLINE])
    const { lines, messages } = await quiet(server)
    expect([messages, lines.at(-1)]).toEqual([[], 'RCPT TO:<siti@bina.example>'])
  })

  it('begins anew with the next mail of a session, on a connection of its own', async () => {
    const server = await scriptedServer({ on: { RCPT: {} } }, {})
    const { set, alarm } = alarmWhen(
      async () => set.length === 1 && cameTo(await server.heard(), 'recipient'),
    )
    const session = mailerTo(server.port, { alarm }).session?.()
    expect(await session?.send(message)).toMatchObject({ outcome: 'later' })
    expect(await session?.send(message)).toMatchObject({ outcome: 'handed' })
    expect(set).toEqual([MAIL_DEADLINE, MAIL_DEADLINE])
    await session?.close()
    expect((await quiet(server)).connections).toBe(2)
  })
})

describe('what is said', () => {
  it('names the sending domain and not a number, and lets bounces come', async () => {
    const { heard } = await conversation({ offers: ['DSN', 'SIZE 100000', 'AUTH LOGIN PLAIN'] })
    expect(heard.lines).toEqual([
      'EHLO mail.simpul.example',
      `AUTH PLAIN ${btoa('\0simpul\0kata sandi \u00c3\u00a9')}`,
      `MAIL FROM:<${FROM}>`,
      'RCPT TO:<siti@bina.example>',
      'DATA',
      'QUIT',
    ])
  })

  it('is the password in two lines where the server wants it so', async () => {
    const { handover, heard } = await conversation({ offers: ['AUTH=LOGIN'] })
    expect(handover.outcome).toBe('handed')
    expect(heard.lines.slice(1, 4)).toEqual(['AUTH LOGIN', btoa('simpul'), btoa('kata sandi \u00c3\u00a9')])
  })

  it('is no password where the server wants none, and none at all in the open', async () => {
    expect((await conversation({})).heard.lines.join()).not.toContain('AUTH')
    // The same machine by a name that says nothing of that.
    const { handover, heard } = await conversation(AUTH, { host: '0.0.0.0' })
    expect(handover).toMatchObject({
      outcome: 'later',
      isOutage: true,
      reason: expect.stringMatching(/^STARTTLS: /),
    })
    expect(heard.lines).toEqual(['EHLO mail.simpul.example'])
  })

  it('is nothing more where somebody answers before the line is encrypted', async () => {
    const { handover, heard } = await conversation({
      offers: ['STARTTLS', ...AUTH.offers],
      on: { STARTTLS: { say: ['220 go ahead\r\n250 AUTH PLAIN\r\n'] } },
    })
    expect(handover).toMatchObject({ outcome: 'later', isOutage: true })
    expect(heard.lines).toEqual(['EHLO mail.simpul.example', 'STARTTLS'])
  })

  it('is HELO to a server of before EHLO', async () => {
    const { handover, heard } = await conversation({ on: { EHLO: '502 5.5.1 not implemented' } })
    expect(handover.outcome).toBe('handed')
    expect(heard.lines.slice(0, 2)).toEqual(['EHLO mail.simpul.example', 'HELO mail.simpul.example'])
  })

  it('is the mail with every dot that begins a line doubled, under the same Message-ID each time', async () => {
    const [first, second] = await all([1, 2], () => conversation({}))
    const [mail = ''] = first?.heard.messages ?? []
    expect(mail).toMatch(/\r\nTerima kasih\.\r\n\.\.\r\n\.\.\.dua titik\r\n/)
    expect(mail).toContain(`\r\nMessage-ID: <${message.delivery}@mail.simpul.example>\r\n`)
    expect(second?.heard.messages).toEqual([mail])
  })

  it('is nothing to an address that would say more than itself', async () => {
    const server = await scriptedServer({})
    const { send } = mailerTo(server.port)
    for (const evil of ['a@b.example>\r\nRCPT TO:<c@d.example', 'a@b.example> NOTIFY=NEVER', 'a b@c.example'])
      expect(await send(to(evil))).toMatchObject({ outcome: 'refused' })
    expect((await quiet(server)).lines.join()).not.toContain('RCPT')
  })
})

describe('a session', () => {
  it('keeps its connection over mails, and over one that is refused', async () => {
    const server = await scriptedServer({
      ...AUTH,
      on: { RCPT: { say: '250 ok' } },
    })
    const session = mailerTo(server.port).session?.()
    for (const _ of [1, 2, 3]) expect(await session?.send(message)).toMatchObject({ outcome: 'handed' })
    await session?.close()
    const heard = await quiet(server)
    expect(heard.connections).toBe(1)
    expect(heard.lines.filter((line) => line.startsWith('AUTH'))).toHaveLength(1)
    expect(heard.lines).not.toContain('RSET')
  })

  it('goes on after a refused recipient or mail with RSET, on the same connection', async () => {
    const refused = { RCPT: '550 5.1.1 unknown', DATA: '554 no', end: '554 5.7.1 spam' } as const
    for (const [step, answer] of Object.entries(refused)) {
      const server = await scriptedServer({ on: { [step]: answer } })
      const session = mailerTo(server.port).session?.()
      for (const _ of [1, 2]) expect(await session?.send(message)).toMatchObject({ outcome: 'refused' })
      await session?.close()
      const heard = await quiet(server)
      expect([heard.connections, heard.lines.filter((line) => line === 'RSET').length]).toEqual([1, 1])
    }
  })

  it('takes another connection where the server had enough of the first one, within the same mail', async () => {
    for (const enough of [{ closes: true }, '421 4.7.0 too many messages in this connection'] as const) {
      const server = await scriptedServer({ on: { MAIL: enough } }, {})
      const session = mailerTo(server.port).session?.()
      expect(await session?.send(message)).toMatchObject({ outcome: 'handed' })
      await session?.close()
      const heard = await quiet(server)
      expect([heard.connections, heard.messages.length]).toEqual([2, 1])
    }
  })

  it('does not ask again and again a server that has enough of everybody', async () => {
    const server = await scriptedServer({ on: { MAIL: '421 4.7.0 [TSS04] temporarily deferred' } })
    const session = mailerTo(server.port).session?.()
    expect(await session?.send(message)).toMatchObject({ outcome: 'later', isOutage: true })
    await session?.close()
    expect((await quiet(server)).connections).toBe(2)
  })

  it('that sends nothing leaves the server alone', async () => {
    const server = await scriptedServer({})
    await mailerTo(server.port).session?.().close()
    const heard = await quiet(server)
    expect(heard.lines.join()).not.toMatch(/MAIL|RCPT/)
  })
})
