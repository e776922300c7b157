// A mail server that says what it is told to, at any step, slowly, in pieces, or not at all, and remembers what it heard.
import { createServer, type Server, type Socket } from 'node:net'
import { close } from './ports.ts'
import type { Heard, ServerScript, SpokenAt } from './smtp-script.ts'

interface Running {
  readonly server: Server
  readonly sockets: Set<Socket>
  readonly heard: { connections: number; open: number; lines: string[]; messages: string[] }
}

const running = new Map<string, Running>()

const ANSWERS: Readonly<Record<SpokenAt, string>> = {
  greeting: '220 mail.example ESMTP',
  EHLO: '250',
  HELO: '250 mail.example',
  STARTTLS: '220 go ahead',
  AUTH: '235 2.7.0 accepted',
  user: '334 UGFzc3dvcmQ6',
  password: '235 2.7.0 accepted',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go ahead',
  end: '250 2.0.0 queued',
  RSET: '250 2.0.0 ok',
  QUIT: '221 2.0.0 bye',
}

const isStep = (word: string): word is SpokenAt => Object.hasOwn(ANSWERS, word)

/** What EHLO is answered with: the name, and what is offered, a line each. */
const greeted = (offers: readonly string[]): string =>
  ['mail.example', ...offers].map((line, at) => `250${at === offers.length ? ' ' : '-'}${line}`).join('\r\n')

/** Speaks with one client by its script. */
function speak(socket: Socket, script: ServerScript, heard: Running['heard']): void {
  heard.connections++
  heard.open++
  socket.setNoDelay(true)
  socket.on('error', () => undefined)
  socket.on('close', () => heard.open--)
  let next: SpokenAt | null = null
  let received = ''

  function answer(at: SpokenAt): void {
    const told = script.on?.[at]
    const {
      say = null,
      closes = false,
      after = 0,
    } = typeof told === 'object'
      ? told
      : { say: told ?? (at === 'EHLO' ? greeted(script.offers ?? []) : ANSWERS[at]) }
    const pieces = say === null ? [] : typeof say === 'string' ? [`${say}\r\n`] : say
    for (const [i, piece] of pieces.entries()) setTimeout(() => socket.write(piece), after + 5 * i)
    if (closes) setTimeout(() => socket.end(), after + 5 * pieces.length)
    if (at === 'QUIT') setTimeout(() => socket.end(), after)
  }

  function hear(line: string): void {
    heard.lines.push(line)
    const [word = ''] = line.toUpperCase().split(/[ :]/)
    const at = next ?? word
    next = null
    if (!isStep(at)) return void socket.write('500 5.5.2 what?\r\n')
    if (line === 'AUTH LOGIN') {
      next = 'user'
      return void socket.write('334 VXNlcm5hbWU6\r\n')
    }
    if (at === 'user') next = 'password'
    if (at === 'DATA' && script.on?.DATA === undefined) next = 'end'
    answer(at)
  }

  answer('greeting')
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1')
    for (;;) {
      const mark = next === 'end' ? '\r\n.\r\n' : '\r\n'
      const end = received.indexOf(mark)
      if (end < 0) return
      const part = received.slice(0, end)
      received = received.slice(end + mark.length)
      if (next === 'end') {
        heard.messages.push(`${part}\r\n`)
        next = null
        answer('end')
      } else hear(part)
    }
  })
}

/** Starts a server whose nth client is spoken with by the nth script, later ones by the last. */
async function start(id: string, scripts: readonly ServerScript[]): Promise<number> {
  const heard = { connections: 0, open: 0, lines: [], messages: [] }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    socket.unref()
    sockets.add(socket)
    speak(socket, scripts[Math.min(heard.connections, scripts.length - 1)] ?? {}, heard)
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address && typeof address === 'object') resolve(address.port)
    })
  })
  // Whoever forgets it keeps no process alive.
  server.unref()
  running.set(id, { server, sockets, heard })
  return port
}

/** What tests inside the Worker ask: PUT starts a server and gives its port, GET tells what it heard, DELETE ends it. */
export async function smtpScripts(request: Request): Promise<Response> {
  const id = new URL(request.url).pathname
  if (request.method === 'PUT') return Response.json(await start(id, await request.json()))
  const one = running.get(id)
  if (!one) return new Response(null, { status: 404 })
  if (request.method === 'GET') return Response.json(one.heard satisfies Heard)
  running.delete(id)
  for (const socket of one.sockets) socket.destroy()
  await close(one.server)
  return new Response(null, { status: 204 })
}
