// Signing in, as it is seen: the address, what happens next, the button that a mailed link leads to.
import { maskEmail } from '../../core/kernel/mask.ts'
import { type SignInNotice, signInLinkPath, signInPath } from '../../core/kernel/paths.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { SESSION_LASTS, SIGN_IN_LASTS, SIGN_INS } from '../../core/people/session.ts'
import { wordsFor } from '../../core/words/index.ts'
import { VisitorPage } from './coordinator.tsx'

export const EMAIL_FIELD = 'email'

const minutes = String(SIGN_IN_LASTS / 60_000)
const days = String(SESSION_LASTS / 86_400_000)

interface SignInProps {
  readonly locale: Locale
  /** What they wrote where it is no address. */
  readonly wrong: string | null
  /** What they are told first, e.g. that they are signed out. */
  readonly said: SignInNotice | null
}

/** Where somebody writes their address. */
export function SignInPage({ locale, wrong, said }: SignInProps) {
  const { coordinator } = wordsFor(locale)
  const words = coordinator.signIn
  const message = wrong === null ? undefined : 'email-e'
  return (
    <VisitorPage
      locale={locale}
      title={words.title}
      inLanguage={(other) => signInPath(other, said ?? undefined)}
      isRefused={wrong !== null}
    >
      {said === null ? null : (
        <p class="box" role="status">
          {words.said[said]}
        </p>
      )}
      <p>{words.intro}</p>
      <p>{words.respondents}</p>
      <form method="post" action={signInPath(locale)} novalidate>
        <div class={message ? 'q bad' : 'q'}>
          <label class="l" for={EMAIL_FIELD}>
            {words.email}
          </label>
          {message ? (
            <p class="e" id={message}>
              {coordinator.form.issues.email}
            </p>
          ) : null}
          <input
            type="email"
            name={EMAIL_FIELD}
            id={EMAIL_FIELD}
            value={wrong ?? ''}
            required
            autocomplete="email"
            autofocus={message !== undefined}
            aria-describedby={message}
            aria-invalid={message ? 'true' : undefined}
          />
        </div>
        <button type="submit">{words.send}</button>
      </form>
    </VisitorPage>
  )
}

/** What everybody is told who wrote an address, whoever they are. */
export function LinkSentPage({ locale }: { readonly locale: Locale }) {
  const words = wordsFor(locale).coordinator.signIn.sent
  return (
    <VisitorPage locale={locale} title={words.title} inLanguage={null}>
      <p>{words.text(minutes)}</p>
      <p>{words.none(String(SIGN_INS.most))}</p>
      <p>
        <a class="go" href={signInPath(locale)}>
          {words.again}
        </a>
      </p>
    </VisitorPage>
  )
}

/** The button that spends a mailed link. */
export function ConfirmPage({
  locale,
  link,
  email,
}: {
  readonly locale: Locale
  readonly link: string
  readonly email: string
}) {
  const words = wordsFor(locale).coordinator.signIn.confirm
  return (
    <VisitorPage locale={locale} title={words.title} inLanguage={(other) => signInLinkPath(link, other)}>
      <p>{words.text(maskEmail(email))}</p>
      <form method="post" action={signInLinkPath(link, locale)}>
        <button type="submit">{words.button}</button>
      </form>
      <p>{words.lasts(days)}</p>
    </VisitorPage>
  )
}

/** Why a link opens nothing. */
export type Ended = 'used' | 'expired' | 'unknown'

/** A link that opens nothing any more, or never did. */
export function EndedPage({ locale, why }: { readonly locale: Locale; readonly why: Ended }) {
  const words = wordsFor(locale).coordinator.signIn.ended
  return (
    <VisitorPage locale={locale} title={words.title} inLanguage={null}>
      <p>{why === 'expired' ? words.expired(minutes) : words[why]}</p>
      <p>
        <a class="go" href={signInPath(locale)}>
          {words.again}
        </a>
      </p>
    </VisitorPage>
  )
}
