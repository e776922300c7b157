// Signing in: a link is asked for by mail, and spent for a session.
import { newId } from '../../core/kernel/id.ts'
import { hashOfToken, newToken } from '../../core/people/session.ts'
import { beginSession, storeSignIn } from '../../db/people/session.write.ts'
import type { Deps } from '../../deps.ts'

/**
 * Owes whoever has this address (in lower case) a link to sign in, if they have a network and did not ask too often; gives
 * the steps that are owed. Nobody who waits for this may be told what came of it, not even by how long it took.
 */
export async function askForLink(deps: Deps, email: string): Promise<readonly string[]> {
  const delivery = newId(deps.clock, deps.random)
  const id = newId(deps.clock, deps.random)
  const isStored = await storeSignIn(deps.db, { id, delivery, email, now: deps.clock.now() })
  return isStored ? [`deliver:${delivery}`] : []
}

/** Spends the link of a row that was checked, and gives the token of the session it began; null where it was spent before. */
export async function spendLink(deps: Deps, signIn: string): Promise<string | null> {
  const token = newToken(deps.random)
  const hash = await hashOfToken(token)
  return (await beginSession(deps.db, { signIn, hash, now: deps.clock.now() })) ? token : null
}
