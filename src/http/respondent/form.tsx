// GET and POST /f/:slug: the form, and what is sent with it.
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { type Submitted, submit } from '../../actions/submit.ts'
import { type Fields, firstOf, KEY_FIELD } from '../../core/form/fields.ts'
import { messageFor } from '../../core/form/message.ts'
import { newId, readId } from '../../core/id.ts'
import { formPath, linkPath, networkPath } from '../../core/paths.ts'
import { stateOf } from '../../core/round.ts'
import type { Locale } from '../../core/text.ts'
import { wordsFor } from '../../core/words/words.ts'
import { roundBySlug } from '../../db/read/round.ts'
import type { Deps } from '../../deps.ts'
import { localeOf } from '../language.ts'
import { documentOf, respond, respondJson, wantsJson } from '../respond.tsx'
import { FormPage } from '../views/form.tsx'
import { otherLocale } from '../views/layout.tsx'
import { MessagePage, RoundState } from '../views/simple.tsx'
import { BODY_MAX, readFields } from './body.ts'
import { type OpenedPage, openedRounds } from './opened.ts'

type Failed = Exclude<Submitted, { outcome: 'stored' }>

const statusOf = { invalid: 422, conflict: 409, closed: 403 } as const

function statePage({ round }: OpenedPage, state: 'early' | 'closed', locale: Locale): string {
  return documentOf(
    <MessagePage
      locale={locale}
      title={wordsFor(locale).page[state].title}
      otherLanguage={formPath(round.slug, otherLocale(locale))}
      home={{ name: round.network.name[locale], path: networkPath(round.network.slug, locale) }}
    >
      <p>{round.title[locale]}</p>
      <RoundState round={round} state={state} locale={locale} />
    </MessagePage>,
  )
}

function conflictNotice({ reference, receipt }: Extract<Failed, { outcome: 'conflict' }>, locale: Locale) {
  const words = wordsFor(locale).page.conflict
  const body = (
    <div class="box bad">
      <p>{words.text(reference)}</p>
      <p>
        <a href={linkPath('receipt', receipt, locale)}>{words.receipt}</a>
      </p>
      <p>{words.again}</p>
    </div>
  )
  return { title: words.title, body }
}

/** Why answers were not taken, as JSON. */
function failureJson({ form }: OpenedPage, failed: Failed, locale: Locale): object {
  if (failed.outcome === 'invalid') {
    const issues = failed.issues.map((issue) => ({
      question: issue.question,
      problem: issue.problem.kind,
      message: messageFor(form, issue, locale),
    }))
    return { issues }
  }
  if (failed.outcome === 'conflict') return { problem: 'conflict', reference: failed.reference }
  return { problem: 'closed' }
}

/** The page of answers that were not taken: everything typed is still on it. */
async function failurePage(
  deps: Deps,
  { round, form }: OpenedPage,
  failed: Failed,
  fields: Fields,
  locale: Locale,
): Promise<string> {
  const common = { round, form, locale, fields }
  const freshKey = newId(deps.clock, deps.random)
  if (failed.outcome === 'invalid') {
    const key = readId(firstOf(fields, KEY_FIELD)) ?? freshKey
    return documentOf(<FormPage {...common} submissionKey={key} issues={failed.issues} />)
  }
  if (failed.outcome === 'conflict') {
    return documentOf(
      <FormPage {...common} submissionKey={freshKey} notice={conflictNotice(failed, locale)} />,
    )
  }
  // What this isolate knew of the round was older than the close; the page tells the moments as they are now.
  const now = (await roundBySlug(deps.db, round.slug)) ?? round
  const state = stateOf(now, deps.clock.now()) === 'early' ? 'early' : 'closed'
  const words = wordsFor(locale).page
  const body = (
    <div class="box bad">
      <RoundState round={now} state={state} locale={locale} />
      <p>{words.closed.kept}</p>
    </div>
  )
  return documentOf(
    <FormPage {...common} submissionKey={null} notice={{ title: words[state].title, body }} />,
  )
}

/** The routes of forms. */
export function formRoutes(deps: Deps) {
  const openedRound = openedRounds(deps)
  const find = async (slug: string): Promise<OpenedPage> => {
    const opened = await openedRound(slug)
    if (!opened) throw new HTTPException(404)
    return opened
  }

  return new Hono()
    .get('/:slug', async (c) => {
      const opened = await find(c.req.param('slug'))
      const locale = localeOf(c)
      const state = stateOf(opened.round, deps.clock.now())
      return state === 'open'
        ? respond(c, opened.blank(locale, newId(deps.clock, deps.random)), { look: 'form' })
        : respond(c, statePage(opened, state, locale))
    })
    .post(
      '/:slug',
      bodyLimit({
        maxSize: BODY_MAX,
        onError: () => {
          throw new HTTPException(413)
        },
      }),
      async (c) => {
        const opened = await find(c.req.param('slug'))
        const locale = localeOf(c)
        const fields = await readFields(c)
        const submitted = await submit(deps, opened, fields, locale)
        if (submitted.outcome === 'stored') {
          const { reference, receipt, owed } = submitted
          if (owed.length > 0) c.executionCtx.waitUntil(hint(deps, owed))
          const path = linkPath('receipt', receipt)
          return wantsJson(c)
            ? respondJson(c, { reference, receipt: deps.publicUrl + path }, 201)
            : c.body(null, 303, { Location: path, 'Cache-Control': 'no-store' })
        }
        const status = statusOf[submitted.outcome]
        return wantsJson(c)
          ? respondJson(c, failureJson(opened, submitted, locale), status)
          : respond(c, await failurePage(deps, opened, submitted, fields, locale), {
              status,
              look: 'form',
              isPrivate: true,
              isTyped: true,
            })
      },
    )
}

/** The answers are safe before this is called: a hint that is lost is made up for by the sweep. */
async function hint({ queue }: Deps, steps: readonly string[]): Promise<void> {
  try {
    await queue.hint(steps)
  } catch (error) {
    console.warn(
      JSON.stringify({ hint: 'lost', steps, error: error instanceof Error ? error.name : 'unknown' }),
    )
  }
}
