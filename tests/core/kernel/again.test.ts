// Trying again: three times in all, after 50 ms to 2 s, and only what a moment may mend.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tryAgain } from '../../../src/core/kernel/again.ts'
import { logTo } from '../../../src/platform/log.ts'

const lost = new Error('D1_ERROR: Network connection lost.')
const wrong = new Error('D1_ERROR: UNIQUE constraint failed: SQLITE_CONSTRAINT')

/** What came of something whose tries fail of the given errors, one after another, before it succeeds. */
async function tried(errors: readonly Error[], chance = 0) {
  const waits: number[] = []
  const lines: string[] = []
  let tries = 0
  const patience = {
    pause: async (ms: number) => void waits.push(ms),
    random: { bytes: (length: number) => new Uint8Array(length).fill(chance), uuid: () => '' },
    log: logTo((_level, line) => void lines.push(line)),
  }
  const act = async () => {
    const error = errors[tries]
    tries++
    if (error) throw error
    return 'done'
  }
  const end = await tryAgain(act, patience).catch((error: unknown) => error)
  return { end, tries, waits, lines }
}

describe('what fails of a passing error', () => {
  it.each([
    [[], 'done', 1],
    [[lost], 'done', 2],
    [[lost, lost], 'done', 3],
    [[lost, lost, lost], lost, 3],
    [[wrong], wrong, 1],
    [[lost, wrong], wrong, 2],
  ])('%j', async (errors, end, tries) => {
    expect(await tried(errors)).toMatchObject({ end, tries })
  })

  it('waits longer each time, 50 ms to 2 s, by chance', async () => {
    expect((await tried([lost, lost], 0)).waits).toEqual([50, 50])
    expect((await tried([lost, lost], 255)).waits).toEqual([400, 2000])
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 255 }), async (chance) => {
        for (const wait of (await tried([lost, lost], chance)).waits) {
          expect(wait).toBeGreaterThanOrEqual(50)
          expect(wait).toBeLessThanOrEqual(2000)
        }
      }),
    )
  })

  it('is told in the log each time', async () => {
    expect((await tried([lost, lost])).lines).toEqual([
      '{"event":"database asked again","attempt":1,"error":"D1_ERROR: network connection lost"}',
      '{"event":"database asked again","attempt":2,"error":"D1_ERROR: network connection lost"}',
    ])
  })
})
