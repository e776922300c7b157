// /c: where to begin, one's own sessions and language, and signing out.
import { chooseLocale, endAllOtherSessions, endOneSession, signOut } from '../../../actions/people/session.ts'
import { firstOf } from '../../../core/form/fields.ts'
import {
  coordinatorNetworkPath,
  coordinatorPath,
  sessionsPath,
  signInPath,
} from '../../../core/kernel/paths.ts'
import { isLocale } from '../../../core/kernel/text.ts'
import { frontDuties } from '../../../db/network/front.read.ts'
import { sessionsOf } from '../../../db/people/session.read.ts'
import type { Deps } from '../../../deps.ts'
import { readFields } from '../../kernel/body.ts'
import { LOCALE_FIELD, RETURN_FIELD } from '../../views/coordinator.tsx'
import { ChoosePage, FrontPage } from '../../views/front.tsx'
import { END_FIELD, OTHERS, SessionsPage } from '../../views/sessions.tsx'
import type { Pages } from '../access.ts'
import { dropCookie } from '../cookie.ts'
import { redirectTo, respondStaffPage } from '../respond.tsx'

// A page of ours, so that nobody is led elsewhere.
const OWN_PATH = /^\/c(?:\/[\w-]+)*$/

/** Registers the pages of whoever is signed in. */
export function ownPages(pages: Pages, deps: Deps): void {
  pages.own('GET /c', (c, self) => {
    const [only, ...others] = self.memberships
    return only && others.length === 0
      ? redirectTo(c, coordinatorNetworkPath(only.network.slug))
      : respondStaffPage(c, <ChoosePage self={self} />)
  })

  pages.own('POST /c/sign-out', async (c, self) => {
    await signOut(self, deps)
    return redirectTo(c, signInPath(self.person.locale, 'out'), dropCookie(deps))
  })

  pages.own('POST /c/language', async (c, self) => {
    const fields = await readFields(c)
    const locale = firstOf(fields, LOCALE_FIELD)
    if (isLocale(locale)) await chooseLocale(self, deps, locale)
    const back = firstOf(fields, RETURN_FIELD)
    return redirectTo(c, OWN_PATH.test(back) ? back : coordinatorPath)
  })

  pages.own('GET /c/sessions', async (c, self) => {
    const sessions = await sessionsOf(self, deps.db, deps.clock.now())
    // Their clocks: those of the first of their networks.
    const timeZone = self.memberships[0]?.network.timeZone ?? 'UTC'
    const isEnded = c.req.query('done') !== undefined
    return respondStaffPage(c, <SessionsPage {...{ self, sessions, timeZone, isEnded }} />)
  })

  pages.own('POST /c/sessions', async (c, self) => {
    const which = firstOf(await readFields(c), END_FIELD)
    await (which === OTHERS ? endAllOtherSessions(self, deps) : endOneSession(self, deps, which))
    return redirectTo(c, `${sessionsPath}?done`)
  })

  pages.inNetwork('GET /c/n/:slug', async (c, entered) => {
    const duties = await frontDuties(entered.scope, deps.db, deps.clock.now())
    return respondStaffPage(c, <FrontPage {...entered} duties={duties} />)
  })
}
