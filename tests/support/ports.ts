// Ports that nothing uses, so that no test depends on a fixed one.
import { type AddressInfo, createServer, type Server } from 'node:net'

/** Listens on a free port of 127.0.0.1. */
export function listen(): Promise<{ port: number; server: Server }> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo // a TCP server's address is never a string
      resolve({ port, server })
    })
  })
}

/** Stops listening. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()))
}

/** Finds three different free ports, as environment variables for `npm start`. */
export async function freePorts(): Promise<{ PORT: string; INBOX_PORT: string; SMTP_PORT: string }> {
  const [home, inbox, smtp] = await Promise.all([listen(), listen(), listen()])
  await Promise.all([home, inbox, smtp].map(({ server }) => close(server)))
  return { PORT: `${home.port}`, INBOX_PORT: `${inbox.port}`, SMTP_PORT: `${smtp.port}` }
}
