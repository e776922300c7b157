// GET and POST /f/:slug: the form, on a page of its own or in a frame of another site, and what is sent with it.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { saveDraft } from '../../../actions/draft.ts'
import { submit } from '../../../actions/submission/submit.ts'
import { prefilled } from '../../../core/form/prefill.ts'
import { newId } from '../../../core/kernel/id.ts'
import { FRAME_FIELD, formPath, framedPath, networkPath, printPath } from '../../../core/kernel/paths.ts'
import type { Locale } from '../../../core/kernel/text.ts'
import { stateOf } from '../../../core/round/times.ts'
import { wordsFor } from '../../../core/words/index.ts'
import type { Deps } from '../../../deps.ts'
import { readFields } from '../../kernel/body.ts'
import { framingOfPages, isForFrame, refusalOf } from '../../kernel/frame.tsx'
import { localeOf } from '../../kernel/language.ts'
import { senderOf } from '../../kernel/limits.tsx'
import { isFramed, respondPage, respondRendered } from '../../kernel/respond.tsx'
import { Anchor } from '../../views/anchor.tsx'
import { FormPage } from '../../views/form.tsx'
import { MessagePage, RoundState } from '../../views/simple.tsx'
import type { PublicPages } from '../routes.ts'
import { answerPostedForm, countPosted } from './answer.tsx'
import type { CachedRound, FindRound } from './round-cache.ts'
import { formShare } from './share.ts'
import { roundAsPosted } from './version.ts'

interface StateProps {
  readonly publicUrl: string
  readonly opened: CachedRound
  readonly state: 'early' | 'closed'
  readonly locale: Locale
  readonly isFramed: boolean
}

function StatePage({ publicUrl, opened, state, locale, isFramed }: StateProps) {
  const { round, form } = opened
  return (
    <MessagePage
      locale={locale}
      title={wordsFor(locale).page[state].title}
      inLanguage={(other) => (isFramed ? framedPath : formPath)(round.slug, other)}
      home={{ name: round.network.name[locale], path: networkPath(round.network.slug, locale) }}
      theme={form.theme}
      isPractice={round.practice}
      {...(isFramed
        ? { framed: { full: formPath(round.slug, locale), says: 'closed' } }
        : { share: formShare(publicUrl, opened, locale) })}
    >
      <p>{round.title[locale]}</p>
      <RoundState round={round} state={state} locale={locale} />
      {state === 'early' ? (
        <p>
          <Anchor class="go" href={printPath(round.slug, locale)}>
            {wordsFor(locale).paper.link}
          </Anchor>
        </p>
      ) : null}
    </MessagePage>
  )
}

// Known by its writing alone, so that an address without any costs nothing.
const isFilled = (c: Context): boolean => /[?&]p\./.test(c.req.url)

/** Leads a frame to the page that belongs into one. */
function intoFrame(c: Context): Response {
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.set(FRAME_FIELD, '1')
  return c.body(null, 302, { Location: `${pathname}?${searchParams}`, 'Cache-Control': 'no-store' })
}

/** Registers the pages of forms. */
export function formPages(pages: PublicPages, deps: Deps, findRound: FindRound): void {
  const find = async (c: Context): Promise<CachedRound> => {
    const opened = await findRound(c.req.param('slug') ?? '')
    if (!opened) throw new HTTPException(404)
    return opened
  }

  const lookOf = ({ round, form: { theme } }: CachedRound) => ({
    theme,
    framing: framingOfPages(round, deps.publicUrl),
  })

  function respondState(c: Context, opened: CachedRound, state: 'early' | 'closed', locale: Locale) {
    const { publicUrl } = deps
    const page = <StatePage {...{ publicUrl, opened, state, locale }} isFramed={isFramed(c)} />
    return respondPage(c, page, lookOf(opened))
  }

  /** The form as its address fills it in. What stands there may be about somebody, so the address is told to nobody. */
  function respondFilled(c: Context, opened: CachedRound, submissionKey: string, locale: Locale) {
    const { round, form, formHash } = opened
    const fields = prefilled(form, new URL(c.req.url).searchParams)
    const asked = { round, form, formHash, locale, corrects: null, submissionKey, fields }
    const page = <FormPage {...asked} framed={isFramed(c) ? 'opened' : undefined} />
    return respondPage(c, page, { ...lookOf(opened), look: 'form', isPrivate: true, isTyped: true })
  }

  pages.open('GET /f/:slug', async (c) => {
    const opened = await find(c)
    const locale = localeOf(c)
    // The address of the page alone, put into a frame: what belongs there has an address of its own.
    if (!isFramed(c) && isForFrame(c)) return intoFrame(c)
    const refusal = refusalOf(c, opened.round, locale, deps.publicUrl)
    if (refusal) return refusal
    const state = stateOf(opened.round, deps.clock.now())
    if (state !== 'open') return respondState(c, opened, state, locale)
    const key = newId(deps.clock, deps.random)
    if (isFilled(c)) return respondFilled(c, opened, key, locale)
    const render = (inFrame: boolean) => opened.blank(locale, key, inFrame)
    return respondRendered(c, render, { ...lookOf(opened), look: 'form' })
  })

  pages.open('POST /f/:slug', async (c, { stores }) => {
    // What cannot be read is told of only where there is a form.
    const fields = await readFields(c).catch(async (error) => {
      await find(c)
      throw error
    })
    const over = await countPosted(c, deps, fields, stores)
    const asked = await find(c)
    const opened = await roundAsPosted(deps, asked, fields)
    const send = (locale: Locale) => submit(deps, opened, fields, locale)
    const save = (locale: Locale) => saveDraft(deps, opened, fields, { locale, sender: senderOf(c) })
    const renewed = opened.formHash === asked.formHash ? null : asked.form
    return answerPostedForm(c, deps, { opened, renewed, fields, corrects: null, over, send, save })
  })
}
