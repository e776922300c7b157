// One conversation with a mail server over SMTP (RFC 5321): connect, greet, encrypt, sign in, hand over mails.
import { connect } from 'cloudflare:sockets'
import { base64Of } from '../core/message/header.ts'
import {
  CLOSED,
  NO_ANSWER,
  readReply,
  type SmtpReply,
  type SmtpStep,
  type SmtpTrouble,
} from '../core/message/smtp.ts'

/** The server, and who we are to it. */
export interface SmtpServer {
  readonly host: string
  /** 465 is TLS from the start; others use STARTTLS where it is offered. */
  readonly port: number
  /** The domain that we send for, which EHLO says (RFC 5321 §4.1.1.1). */
  readonly domain: string
  readonly credentials?: { readonly username: string; readonly password: string }
}

/** One mail as it goes over the wire; `message` is 7-bit, its lines are ended by CR LF. */
export interface WireMail {
  readonly from: string
  readonly to: string
  readonly message: string
}

/** The conversation stopped, or the server said no. */
export class SmtpFailure extends Error {
  readonly trouble: SmtpTrouble
  constructor(trouble: SmtpTrouble) {
    super(trouble.step)
    this.name = 'SmtpFailure'
    this.trouble = trouble
  }
}

/** A conversation that has begun. What fails throws an `SmtpFailure`. */
export interface SmtpConnection {
  /** Hands over one mail. After a no to the recipient or the mail, another may be handed over; after anything else none. */
  handOver(mail: WireMail): Promise<void>
  /** Ends it at once: what waits for an answer fails, and nothing more goes over the wire. */
  cut(): void
  /** Says good-bye and ends it, without waiting long. */
  close(): Promise<void>
}

const TLS_PORT = 465
// Any longer, and what is cut would still be on its way.
const PIECE = 16_384
const GOOD_BYE = 2000

const isLoopback = (host: string): boolean => /^(?:127\.|localhost$|\[?::1\]?$)/.test(host)

const ignore = (): undefined => undefined

/** Begins a conversation; that it cannot is heard of by whoever hands over the first mail. */
export function beginSmtp({ host, port, domain, credentials }: SmtpServer): SmtpConnection {
  let step: SmtpStep = 'connect'
  let isEncrypted = port === TLS_PORT
  let isCut = false
  let isDirty = false
  let received = ''
  const decoder = new TextDecoder()
  const ended = Promise.withResolvers<never>()
  ended.promise.catch(ignore)

  const failure = (met: SmtpTrouble['met']): SmtpFailure => new SmtpFailure({ step, met })

  function open(socket: Socket) {
    socket.opened.catch(ignore)
    socket.closed.catch(ignore)
    return { socket, reader: socket.readable.getReader(), writer: socket.writable.getWriter() }
  }
  let line = open(
    connect(
      { hostname: host, port },
      { secureTransport: isEncrypted ? 'on' : 'starttls', allowHalfOpen: false },
    ),
  )

  function cut(): void {
    if (isCut) return
    isCut = true
    ended.reject(failure(NO_ANSWER))
    line.socket.close().catch(ignore)
  }

  /** Waits for something, but not after the end. */
  const wait = <T>(what: Promise<T>): Promise<T> => Promise.race([what, ended.promise])

  async function write(text: string): Promise<void> {
    const bytes = new TextEncoder().encode(text)
    for (let at = 0; at < bytes.length; at += PIECE) {
      if (isCut) throw failure(NO_ANSWER)
      await wait(line.writer.write(bytes.subarray(at, at + PIECE)))
    }
  }

  async function reply(): Promise<SmtpReply> {
    for (;;) {
      const read = readReply(received)
      if (read === 'garbled') throw failure(`not understood: ${received.split(/\r?\n/)[0]?.slice(0, 80)}`)
      if (read !== 'more') {
        received = read.rest
        return read.reply
      }
      const { value, done } = await wait(line.reader.read()).catch((error: unknown) => {
        throw error instanceof SmtpFailure ? error : failure(CLOSED)
      })
      if (done) throw failure(CLOSED)
      received += decoder.decode(value, { stream: true })
    }
  }

  /** Says something and gives the reply, if it is one of those that are wanted by their first digit. */
  async function ask(next: SmtpStep, text: string | null, wanted: 2 | 3 = 2): Promise<SmtpReply> {
    step = next
    if (text !== null) {
      // A server that has closed may have said why before: its words count, not that it hears no more.
      await write(text).catch((error: unknown) => {
        if (error instanceof SmtpFailure) throw error
      })
    }
    const answer = await reply()
    if (Math.floor(answer.code / 100) !== wanted) throw failure(answer)
    return answer
  }

  /** Greets, and gives what the server can, a line each. A server of before EHLO is greeted with HELO (§3.2). */
  async function greet(): Promise<readonly string[]> {
    try {
      return (await ask('hello', `EHLO ${domain}\r\n`)).lines.slice(1)
    } catch (error) {
      const code =
        error instanceof SmtpFailure && typeof error.trouble.met === 'object' && error.trouble.met.code
      if (code !== 500 && code !== 502) throw error
      await ask('hello', `HELO ${domain}\r\n`)
      return []
    }
  }

  async function encrypt(): Promise<void> {
    await ask('tls', 'STARTTLS\r\n')
    // What was said before the line is encrypted may be anybody's (CVE-2011-0411).
    if (received !== '') throw failure('more came than was asked for')
    line.reader.releaseLock()
    line.writer.releaseLock()
    line = open(line.socket.startTls())
    isEncrypted = true
  }

  async function signIn(offered: readonly string[]): Promise<void> {
    const mechanisms = offered.flatMap(
      (one) => /^AUTH[ =](.*)$/i.exec(one)?.[1]?.toUpperCase().split(' ') ?? [],
    )
    if (!credentials || mechanisms.length === 0) return
    const { username, password } = credentials
    if (mechanisms.includes('PLAIN')) {
      await ask('login', `AUTH PLAIN ${base64Of(`\0${username}\0${password}`)}\r\n`)
    } else if (mechanisms.includes('LOGIN')) {
      await ask('login', 'AUTH LOGIN\r\n', 3)
      await ask('login', `${base64Of(username)}\r\n`, 3)
      await ask('login', `${base64Of(password)}\r\n`)
    } else {
      step = 'login'
      throw failure('neither PLAIN nor LOGIN is offered')
    }
  }

  async function begin(): Promise<void> {
    await wait(line.socket.opened).catch((error: unknown) => {
      throw error instanceof SmtpFailure ? error : failure(error instanceof Error ? error.message : 'failed')
    })
    await ask('greeting', null)
    let offered = await greet()
    if (!isEncrypted && offered.some((one) => /^STARTTLS\b/i.test(one))) {
      await encrypt()
      offered = await greet()
    }
    // Whoever sits in between can take the offer away and read the password then.
    if (credentials && !isEncrypted && !isLoopback(host)) {
      step = 'tls'
      throw failure('not offered, and a password is told over an encrypted line only')
    }
    await signIn(offered)
  }
  const begun = begin()
  begun.catch(ignore)

  return {
    async handOver({ from, to, message }) {
      await begun
      if (isDirty) {
        // Whatever a server has against that, it is not this mail.
        await ask('from', 'RSET\r\n').catch((error: unknown) => {
          throw isCut ? error : failure(CLOSED)
        })
      }
      isDirty = true
      // Nothing is said of bounces: where it is not, they come (RFC 3461 §4.1).
      await ask('from', `MAIL FROM:<${from}>\r\n`)
      await ask('recipient', `RCPT TO:<${to}>\r\n`)
      await ask('data', 'DATA\r\n', 3)
      // A dot that begins a line is doubled (§4.5.2), and one alone ends the mail.
      await ask('end', `${message.replace(/^\./gm, '..')}.\r\n`)
      isDirty = false
    },
    cut,
    async close() {
      const timer = setTimeout(cut, GOOD_BYE)
      await begun.then(() => ask('end', 'QUIT\r\n')).catch(ignore)
      clearTimeout(timer)
      cut()
    },
  }
}
