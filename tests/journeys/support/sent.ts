// Answers that were sent before a journey begins: over HTTP, as a program sends them, because nobody watches that part.
import { KEY_FIELD } from '../../../src/core/form/fields.ts'
import { SHORTEST } from '../../../src/core/form/trap.ts'
import { newId } from '../../../src/core/kernel/id.ts'
import { systemRandom } from '../../../src/platform/chance.ts'
import type { Typed } from './form.ts'

/** What the sender is told: the reference, and the address of the receipt. */
export interface Sent {
  readonly reference: string
  readonly receipt: string
}

/** Sends a form that was opened just as long ago as a person needs to read it. */
export async function sent(home: string, slug: string, answers: Typed): Promise<Sent> {
  const key = newId({ now: () => Date.now() - SHORTEST }, systemRandom)
  const response = await fetch(`${home}/f/${slug}`, {
    method: 'POST',
    body: new URLSearchParams({ ...answers, [KEY_FIELD]: key }),
    headers: { Accept: 'application/json' },
  })
  if (response.status !== 201) throw new Error(`${slug} answers ${response.status}: ${await response.text()}`)
  return response.json()
}
