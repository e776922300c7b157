// The rules of choosing ports: one sentence where one is taken, named twice or no port, and a free one named beside it.
import { expect, test } from 'vitest'
import { choosePorts } from '../../../scripts/run/ports.ts'
import { close, freePorts, listen } from '../../support/ports.ts'

const defaults = { PORT: 1, INBOX_PORT: 2, SMTP_PORT: 3 }

test('ports that are free are taken as they are named', async () => {
  const ports = await freePorts()
  expect(await choosePorts(defaults, ports)).toEqual(
    Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, Number(port)])),
  )
})

test.each(['PORT', 'INBOX_PORT', 'SMTP_PORT'])(
  'a taken %s gives one sentence with a way out',
  async (name) => {
    const { port, server } = await listen()
    const chosen = choosePorts(defaults, { ...(await freePorts()), [name]: `${port}` })
    await expect(chosen).rejects.toThrow(
      new RegExp(
        `^Port ${port} is taken: stop what uses it, or choose another with ${name}=\\d+ npm start\\.$`,
      ),
    )
    await close(server)
  },
)

test.each(['http', '0', '65536', '80.5'])('%s is no port', async (text) => {
  const chosen = choosePorts(defaults, { ...(await freePorts()), PORT: text })
  await expect(chosen).rejects.toThrow(`PORT must be a port between 1 and 65535, not "${text}".`)
})

test('one port for two is refused', async () => {
  const { PORT, SMTP_PORT } = await freePorts()
  await expect(choosePorts(defaults, { PORT, INBOX_PORT: PORT, SMTP_PORT })).rejects.toThrow(
    `PORT and INBOX_PORT are both ${PORT}: give them different ports.`,
  )
})
