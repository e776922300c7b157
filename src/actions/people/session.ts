// What somebody who is signed in does with their own sessions and settings.
import type { Self } from '../../core/kernel/scope.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { SEEN_EVERY } from '../../core/people/session.ts'
import { endOtherSessions, endSession, markSeen } from '../../db/people/session.write.ts'
import { setLocale } from '../../db/people/write.ts'
import type { Deps } from '../../deps.ts'

/** Whether it should be written down that a session is in use. */
export const isSeenLongAgo = ({ session }: Self, { clock }: Deps): boolean =>
  clock.now() - session.seenAt > SEEN_EVERY

/** Writes down that a session is in use. */
export async function markSessionSeen(self: Self, { db, clock }: Deps): Promise<void> {
  await markSeen(self, db, clock.now())
}

/** Ends the session in use. */
export async function signOut(self: Self, deps: Deps): Promise<void> {
  await endOneSession(self, deps, self.session.hash)
}

/** Ends one of one's own sessions; a hash that is not one's own ends nothing. */
export async function endOneSession(self: Self, { db, clock }: Deps, hash: string): Promise<void> {
  await endSession(self, db, hash, clock.now())
}

/** Ends all of one's own sessions but the one in use. */
export async function endAllOtherSessions(self: Self, { db, clock }: Deps): Promise<void> {
  await endOtherSessions(self, db, clock.now())
}

/** Chooses the language of one's own pages and mails. */
export async function chooseLocale(self: Self, { db }: Deps, locale: Locale): Promise<void> {
  await setLocale(self, db, locale)
}
