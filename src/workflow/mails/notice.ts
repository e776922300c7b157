// The mails that tell those who look after a network what waits for them, or that something is wrong.

import { heldPath, ledgerPath, messagesPath, registrationsPath } from '../../core/kernel/paths.ts'
import { OWED_TOO_LONG } from '../../core/network/digest.ts'
import { dutiesOf, troubleIn, waitingIn } from '../../db/network/duties.read.ts'
import { alertMail, digestMail } from '../../mail/notice.ts'
import { toPerson } from './mail.ts'
import { GONE } from './staff.ts'

/** What waits, or that something is wrong, with the numbers as they are now. */
export const notice = toPerson(async (deps, { delivery, network, told }) => {
  if (!told) return GONE
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
})
