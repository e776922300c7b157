// Mails to staff about themselves: a link to sign in, and that they came into a network.
import { makeLink } from '../../core/kernel/link.ts'
import { signInLinkPath, signInPath } from '../../core/kernel/paths.ts'
import { isUsable } from '../../core/people/session.ts'
import { invitedMail } from '../../mail/invitation.ts'
import { signInMail } from '../../mail/sign-in.ts'
import { toPerson } from './mail.ts'

/** Why whoever was taken out of a network is told nothing of it any more. */
export const GONE = { pointless: 'no longer in the network' } as const

/** A link to sign in. */
export const signIn = toPerson(async (deps, { delivery, network, signIn }) => {
  if (!signIn) return GONE
  if (!isUsable(signIn, deps.clock.now())) return { pointless: 'the link ended before it could be sent' }
  // The generation is always the first: such a link ends by being used, or by its time.
  const link = deps.publicUrl + signInLinkPath(await makeLink(deps.secrets, 'sign-in', signIn.id, 0))
  return signInMail({ link, expiresAt: signIn.expiresAt, timeZone: network.timeZone }, delivery.locale)
})

/** That somebody came into a network, and by whom. */
export const invited = toPerson(async (deps, { delivery, network, invited }) => {
  if (!invited) return GONE
  const link = deps.publicUrl + signInPath(delivery.locale)
  return invitedMail({ link, network: network.name, by: invited.by }, delivery.locale)
})
