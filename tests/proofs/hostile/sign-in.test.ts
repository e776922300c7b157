// Whoever asks for links to sign in in somebody's name floods nobody, and keeps nobody out.
import { expect, it } from 'vitest'
import { ADMINISTRATOR, newClient } from '../../support/inside/staff.ts'
import { HOUR, MINUTE, newWorld, START } from '../../support/inside/world.ts'

it('asked for all day and night, she gets in whenever she likes, and no more than five mails in any hour', async () => {
  const world = await newWorld()
  const ask = () => newClient(world).post('/c/sign-in', { email: ADMINISTRATOR })
  const newest = () => /\/c\/sign-in\/[\w.-]+/.exec(world.mails.at(-1)?.text ?? '')?.[0] ?? ''
  const mailedAt: number[] = []
  for (let minute = 0; minute < 6 * 60; minute++) {
    world.clock.now = START + minute * MINUTE
    // Somebody who is not she.
    for (let i = 0; i < 2; i++) {
      const before = world.mails.length
      await ask()
      await world.work()
      for (let sent = before; sent < world.mails.length; sent++) mailedAt.push(world.clock.now)
    }
    expect(mailedAt.filter((at) => at > world.clock.now - HOUR).length).toBeLessThanOrEqual(5)
    if (minute % 17 !== 16) continue
    // She asks as well, and opens the newest mail in her inbox.
    await ask()
    await world.work()
    expect([minute, (await world.get(newest())).status]).toEqual([minute, 200])
  }
  expect(await world.number('select count(*) from sign_ins')).toBe(6 * 4)
  expect((await newClient(world).post(newest())).status).toBe(303)
})
