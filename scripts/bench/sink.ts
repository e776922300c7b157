// A mail server that takes everything, keeps nothing and counts.
import { SMTPServer } from 'smtp-server'

/** A running sink. */
export interface Sink {
  readonly port: number
  taken(): number
  stop(): Promise<void>
}

/** Starts a sink on a free port of this machine. */
export async function startSink(): Promise<Sink> {
  let taken = 0
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    // It would ask the network who 127.0.0.1 is.
    disableReverseLookup: true,
    logger: false,
    onData(stream, _session, done) {
      stream.on('end', () => {
        taken++
        done()
      })
      stream.resume()
    },
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      if (address && typeof address === 'object') resolve(address.port)
      else reject(new Error('the mail sink has no port'))
    })
  })
  return {
    port,
    taken: () => taken,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
