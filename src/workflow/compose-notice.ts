// The mails that tell those who look after a network what waits for them, or that something is wrong.
import { OWED_TOO_LONG } from '../core/digest.ts'
import { heldPath, ledgerPath, messagesPath, registrationsPath } from '../core/paths.ts'
import type { ToPerson } from '../db/read/delivery.ts'
import { dutiesOf, troubleIn, waitingIn } from '../db/read/duty.ts'
import type { Deps } from '../deps.ts'
import type { Mail } from '../mail/mail.ts'
import { alertMail, digestMail } from '../mail/notice.ts'

/** The mail of such a delivery, with the numbers as they are now; null where whom it is for is gone. */
export async function noticeMail(deps: Deps, { delivery, network, told }: ToPerson): Promise<Mail | null> {
  if (!told) return null
  const { db, clock, publicUrl } = deps
  const { id, slug, name } = network
  const now = clock.now()
  if (delivery.kind === 'alert') {
    const trouble = await troubleIn(db, id, now - OWED_TOO_LONG)
    return alertMail({ network: name, ...trouble, link: publicUrl + ledgerPath(slug) }, delivery.locale)
  }
  const duties = dutiesOf(await waitingIn(db, id, now), told)
  const links = {
    registrations: publicUrl + registrationsPath(slug),
    held: publicUrl + heldPath(slug),
    bounced: `${publicUrl}${messagesPath(slug)}?state=trouble`,
  }
  return digestMail({ network: name, duties, links }, delivery.locale)
}
