// /c/sign-in: an address is written, a mailed link opens a page with a button, and the button signs in.
import type { Context } from 'hono'
import { askForLink, spendLink } from '../../../actions/people/sign-in.ts'
import { firstOf } from '../../../core/form/fields.ts'
import { readEmail } from '../../../core/form/kinds.ts'
import { checkLink, linkedId } from '../../../core/kernel/link.ts'
import { coordinatorPath, SIGN_IN_NOTICE_FIELD, type SignInNotice } from '../../../core/kernel/paths.ts'
import { isUsable } from '../../../core/people/session.ts'
import { type SignIn, signInById } from '../../../db/people/session.read.ts'
import type { Deps } from '../../../deps.ts'
import { readFields } from '../../kernel/body.ts'
import { hint } from '../../kernel/hint.ts'
import { localeOf } from '../../kernel/language.ts'
import {
  ConfirmPage,
  EMAIL_FIELD,
  type Ended,
  EndedPage,
  LinkSentPage,
  SignInPage,
} from '../../views/sign-in.tsx'
import type { Pages } from '../access.ts'
import { keepCookie } from '../cookie.ts'
import { redirectTo, respondStaffPage } from '../respond.tsx'

const SAID: readonly SignInNotice[] = ['out', 'first']

type Opened = { readonly signIn: SignIn } | { readonly ended: Ended; readonly signIn?: SignIn }

/** What a mailed link opens now. Looking spends and writes nothing, however often a scanner does it. */
async function openLink({ db, clock, secrets }: Deps, link: string): Promise<Opened> {
  const id = linkedId(link)
  const signIn = id && (await signInById(db, id))
  // The generation is always the first.
  if (!signIn || (await checkLink(secrets, 'sign-in', link, 0)) !== 'good') return { ended: 'unknown' }
  if (signIn.usedAt !== null) return { ended: 'used', signIn }
  return isUsable(signIn, clock.now()) && signIn.isMember ? { signIn } : { ended: 'expired', signIn }
}

/** Sends somebody a link, if they may have one; whoever asked has had their answer, so a failure is only logged. */
async function sendLink(deps: Deps, email: string): Promise<void> {
  try {
    await hint(deps, await askForLink(deps, email))
  } catch (error) {
    deps.log.error('sign-in link not made', { error })
  }
}

/** Registers the pages by which one signs in. */
export function signInPages(pages: Pages, deps: Deps): void {
  const ended = (c: Context, why: Ended, signIn?: SignIn) =>
    respondStaffPage(
      c,
      <EndedPage locale={localeOf(c, signIn?.locale)} why={why} />,
      why === 'unknown' ? 404 : 410,
    )

  pages.open('GET /c/sign-in', (c) => {
    const said = c.req.query(SIGN_IN_NOTICE_FIELD)
    return respondStaffPage(
      c,
      <SignInPage locale={localeOf(c)} wrong={null} said={SAID.find((one) => one === said) ?? null} />,
    )
  })

  pages.open('POST /c/sign-in', async (c) => {
    const locale = localeOf(c)
    const typed = firstOf(await readFields(c), EMAIL_FIELD).trim()
    const email = readEmail(typed)
    if (!email) return respondStaffPage(c, <SignInPage locale={locale} wrong={typed} said={null} />, 422)
    // Not waited for: known or not, often or not, the answer is the same and takes the same time.
    c.executionCtx.waitUntil(sendLink(deps, email.toLowerCase()))
    return respondStaffPage(c, <LinkSentPage locale={locale} />)
  })

  pages.open('GET /c/sign-in/:link', async (c) => {
    const link = c.req.param('link') ?? ''
    const opened = await openLink(deps, link)
    if ('ended' in opened) return ended(c, opened.ended, opened.signIn)
    const { email, locale } = opened.signIn
    return respondStaffPage(c, <ConfirmPage locale={localeOf(c, locale)} link={link} email={email} />)
  })

  pages.open('POST /c/sign-in/:link', async (c) => {
    const opened = await openLink(deps, c.req.param('link') ?? '')
    if ('ended' in opened) return ended(c, opened.ended, opened.signIn)
    const token = await spendLink(deps, opened.signIn.id)
    return token ? redirectTo(c, coordinatorPath, keepCookie(deps, token)) : ended(c, 'used', opened.signIn)
  })
}
