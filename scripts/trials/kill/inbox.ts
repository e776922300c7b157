// A mail server that writes each mail into a file before it says that it has it, so that it can be killed at any moment.
import { appendFileSync } from 'node:fs'
import { SMTPServer } from 'smtp-server'

const [port = '', file = ''] = process.argv.slice(2)

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  logger: false,
  onData(stream, session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const id = /^Message-ID:\s*(<[^>]+>)/im.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? ''
      const to = session.envelope.rcptTo.map(({ address }) => address)
      appendFileSync(file, `${JSON.stringify({ id, to: to[0] ?? '' })}\n`)
      done()
    })
  },
})
// A Worker that is killed cuts its lines.
server.on('error', () => {})
server.listen(Number(port), '127.0.0.1')
