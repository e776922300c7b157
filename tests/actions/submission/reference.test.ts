// References: when two submissions draw the same one, the later draws again.
import { expect, it } from 'vitest'
import { systemRandom } from '../../../src/platform/chance.ts'
import { IKO, ikoAnswers, newWorld, sentIko } from '../../support/inside/world.ts'

/** A randomness whose first references are all the same. */
function repeating(times: number) {
  let left = times
  return {
    ...systemRandom,
    // A reference takes eleven bytes.
    bytes: (length: number) =>
      length === 11 && left-- > 0 ? new Uint8Array(length) : systemRandom.bytes(length),
  }
}

it('a reference that is taken is drawn again', async () => {
  const world = await newWorld({ random: repeating(3) })
  const first = await sentIko(world)
  const second = await sentIko(world, { organisation: 'Perkumpulan Contoh' })
  expect(first.reference).toBe('BB2-BB2-BB2')
  expect(second.reference).not.toBe(first.reference)
  expect((await world.get(second.receipt)).status).toBe(200)
  expect(await world.number('select count(*) from submissions')).toBe(2)
})

it('after three draws of a taken reference nothing is stored, and we say that we failed', async () => {
  const world = await newWorld({ random: repeating(4) })
  await sentIko(world)
  expect((await world.post(IKO, { ...ikoAnswers, organisation: 'Perkumpulan Contoh' })).status).toBe(500)
  expect(await world.number('select count(*) from submissions')).toBe(1)
})
