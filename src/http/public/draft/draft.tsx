// GET /d/:link and what is behind it: half-filled answers, for whoever holds their link. Reading spends and writes nothing.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { forgetDraft, keyInPlaceOf, mailDraft, openDraft, submissionOfDraft } from '../../../actions/draft.ts'
import { begunAt, type RoundWithForm } from '../../../actions/submission/revision.ts'
import { type DraftFields, renewalOf, VERSION_FIELD } from '../../../core/draft/draft.ts'
import { type Fields, firstOf, withField } from '../../../core/form/fields.ts'
import type { Form } from '../../../core/form/form.ts'
import { readEmail } from '../../../core/form/kinds.ts'
import { readAnswers } from '../../../core/form/read.ts'
import { respondentDay } from '../../../core/form/respondent.ts'
import { shortNameOf, showAnswer } from '../../../core/form/show.ts'
import { checkLink, linkedId } from '../../../core/kernel/link.ts'
import { linkPath, mailedPath } from '../../../core/kernel/paths.ts'
import type { Locale } from '../../../core/kernel/text.ts'
import { zoneOf } from '../../../core/place/zone.ts'
import { takesAnswers } from '../../../core/round/times.ts'
import { wordsFor } from '../../../core/words/index.ts'
import { type Draft, draftById } from '../../../db/draft/read.ts'
import type { Round } from '../../../db/round/read.ts'
import type { Deps } from '../../../deps.ts'
import { readFields } from '../../kernel/body.ts'
import { hint } from '../../kernel/hint.ts'
import { localeOf } from '../../kernel/language.ts'
import { respondPage } from '../../kernel/respond.tsx'
import {
  DeletePage,
  DraftPage,
  type DraftProps,
  EndedPage,
  MAIL_FIELD,
  SentPage,
  type Unmailed,
} from '../../views/draft.tsx'
import { Renewed } from '../../views/draft-notices.tsx'
import { FormPage } from '../../views/form.tsx'
import { RoundState } from '../../views/simple.tsx'
import type { FindRound } from '../form/round-cache.ts'
import { roundAtForm } from '../form/version.ts'
import type { PublicPages } from '../routes.ts'

/** What a good link leads to: a draft, or what became of it. */
type Found =
  | { readonly state: 'there' | 'sent'; readonly draft: Draft }
  | { readonly state: 'gone'; readonly round: Round | null }

/**
 * What a draft's link opens. A link that was good once says so for ever, whether its draft is still there or not.
 * @throws HTTPException 404 for a forged link.
 */
async function openDraftLink({ db, secrets, clock }: Deps, link: string): Promise<Found> {
  const id = linkedId(link)
  const draft = id ? await draftById(db, id) : null
  const state = await checkLink(secrets, 'resume', link, draft?.linkGeneration ?? 0)
  if (state === 'forged') throw new HTTPException(404)
  if (!draft) return { state: 'gone', round: null }
  if (state === 'good' && draft.sentAt !== null) return { state: 'sent', draft }
  const isThere = state === 'good' && draft.withdrawnAt === null && draft.expiresAt > clock.now()
  return isThere ? { state: 'there', draft } : { state: 'gone', round: draft.round }
}

/** Answers to questions that a form does not ask any more, as people read them. */
function unaskedIn(
  begun: Form,
  removed: readonly string[],
  fields: Fields,
  today: string,
  locale: Locale,
): readonly (readonly [string, string])[] {
  const { answers } = readAnswers(begun, fields, today)
  return removed.flatMap((id) => {
    const question = begun.questions[id]
    const typed = (fields.get(id) ?? []).join(', ')
    if (!question || typed === '') return []
    const answer = answers[id]
    return [
      [shortNameOf(question, locale), answer === undefined ? typed : showAnswer(question, answer, locale)],
    ]
  })
}

/** Registers what is behind the links of drafts. */
export function draftPages(pages: PublicPages, deps: Deps, findRound: FindRound): void {
  const { clock } = deps

  const ended = (c: Context, round: Round | null, locale: Locale, words: { title: string; text: string }) =>
    respondPage(c, <EndedPage round={round} words={words} locale={locale} />, {
      status: 410,
      isPrivate: true,
    })

  async function sentPage(c: Context, draft: Draft, locale: Locale): Promise<Response> {
    const sent = await submissionOfDraft(deps, draft.id)
    if (!sent) return ended(c, draft.round, locale, wordsFor(locale).drafts.gone)
    return respondPage(c, <SentPage round={draft.round} {...sent} locale={locale} />, {
      isPrivate: true,
    })
  }

  /** Does something with the draft of a request, or says what became of it. */
  async function withDraft(
    c: Context,
    link: string,
    act: (draft: Draft, locale: Locale) => Promise<Response>,
  ): Promise<Response> {
    const found = await openDraftLink(deps, link)
    if (found.state === 'gone') {
      const locale = localeOf(c)
      return ended(c, found.round, locale, wordsFor(locale).drafts.gone)
    }
    const locale = localeOf(c, found.draft.locale)
    return found.state === 'sent' ? sentPage(c, found.draft, locale) : act(found.draft, locale)
  }

  /** The form as the draft was saved, or as the round asks now where that version is unknown. */
  async function versionsOf(draft: Draft): Promise<{ begun: RoundWithForm; now: RoundWithForm }> {
    const now = await findRound(draft.round.slug)
    if (!now) throw new HTTPException(404)
    const isNow = draft.formHash === now.formHash
    return { begun: (isNow ? null : await roundAtForm(deps, draft.round, draft.formHash)) ?? now, now }
  }

  async function propsOf(draft: Draft, link: string, locale: Locale): Promise<DraftProps> {
    const { begun } = await versionsOf(draft)
    // Written by us.
    const kept = JSON.parse(draft.answers) as DraftFields
    const { organisation, district } = begun.form.respondent
    return {
      draft,
      link,
      address: deps.publicUrl + linkPath('resume', link),
      locale,
      organisation: kept[organisation]?.[0]?.trim() ?? '',
      timeZone: zoneOf(kept[district]?.[0] ?? '', draft.round.network.timeZone),
    }
  }

  async function respondDraft(
    c: Context,
    draft: Draft,
    link: string,
    locale: Locale,
    unmailed: Unmailed | null,
  ): Promise<Response> {
    const said = (['saved', 'mailed'] as const).find((one) => c.req.query(one) !== undefined)
    const page = (
      <DraftPage {...(await propsOf(draft, link, locale))} said={said ?? null} unmailed={unmailed} />
    )
    return respondPage(c, page, { status: unmailed ? 422 : 200, isPrivate: true })
  }

  async function respondForm(c: Context, draft: Draft, link: string, locale: Locale): Promise<Response> {
    const { begun, now } = await versionsOf(draft)
    const { key: own, fields } = await openDraft(deps, draft)
    const key = own ?? keyInPlaceOf(deps, draft)
    const isRenewed = begun !== now
    const takesNew = isRenewed && c.req.query('form') === 'new'
    const { round, form, formHash } = takesNew ? now : begun
    const renewal = renewalOf(begun.form, now.form)
    const today = respondentDay(begun.form, fields, clock.now(), round.network.timeZone)
    const unasked = takesNew ? unaskedIn(begun.form, renewal.removed, fields, today, locale) : null
    const isTaken = takesAnswers(now.round, begunAt(key, clock.now()), clock.now())
    const words = wordsFor(locale).drafts
    const body = isTaken ? (
      <>
        {own === null ? <p class="box bad">{wordsFor(locale).seals.draft}</p> : null}
        {isRenewed ? (
          <Renewed
            begun={begun.form}
            now={now.form}
            renewal={renewal}
            link={link}
            locale={locale}
            unasked={unasked}
          />
        ) : null}
      </>
    ) : (
      <div class="box bad">
        <RoundState round={now.round} state="closed" locale={locale} />
        <p>{words.closed.text}</p>
      </div>
    )
    // Under a key of its own it goes on as answers begun anew.
    const goesOn = own === null ? {} : { draft: link }
    const page = (
      <FormPage
        round={round}
        form={form}
        formHash={formHash}
        corrects={null}
        locale={locale}
        submissionKey={isTaken ? key : null}
        fields={own === null ? fields : withField(fields, VERSION_FIELD, String(draft.version))}
        carried={takesNew ? renewal.removed : []}
        {...goesOn}
        notice={{ title: isTaken ? round.title[locale] : words.closed.title, body }}
      />
    )
    return respondPage(c, page, {
      look: 'form',
      theme: form.theme,
      status: isTaken ? 200 : 403,
      isPrivate: true,
      isTyped: true,
    })
  }

  pages.behindLink('GET /d/:link', (c, link) =>
    withDraft(c, link, (draft, locale) => respondDraft(c, draft, link, locale, null)),
  )

  pages.behindLink('GET /d/:link/form', (c, link) =>
    withDraft(c, link, (draft, locale) => respondForm(c, draft, link, locale)),
  )

  pages.behindLink('POST /d/:link/mail', (c, link) =>
    withDraft(c, link, async (draft, locale) => {
      const typed = firstOf(await readFields(c), MAIL_FIELD).trim()
      const { problems, drafts } = wordsFor(locale)
      const refuse = (message: string) => respondDraft(c, draft, link, locale, { typed, message })
      const address = readEmail(typed)
      if (address === null) return refuse(problems.notEmail(drafts.mail.label))
      const owed = await mailDraft(deps, draft, address, locale)
      if (owed.length === 0) return refuse(drafts.mail.tooMany)
      c.executionCtx.waitUntil(hint(deps, owed))
      return c.body(null, 303, { Location: mailedPath(link, locale), 'Cache-Control': 'no-store' })
    }),
  )

  pages.behindLink('GET /d/:link/delete', (c, link) =>
    withDraft(c, link, async (draft, locale) =>
      respondPage(c, <DeletePage {...(await propsOf(draft, link, locale))} />, { isPrivate: true }),
    ),
  )

  pages.behindLink('POST /d/:link/delete', (c, link) =>
    withDraft(c, link, async (draft, locale) => {
      await forgetDraft(deps, draft)
      const { doneTitle: title, done: text } = wordsFor(locale).drafts.delete
      const page = <EndedPage round={draft.round} words={{ title, text }} locale={locale} />
      return respondPage(c, page, { isPrivate: true })
    }),
  )
}
