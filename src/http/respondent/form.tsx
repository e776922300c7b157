// GET and POST /f/:slug: the form, and what is sent with it.
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { submit } from '../../actions/submit.ts'
import { newId } from '../../core/id.ts'
import { formPath, networkPath, printPath } from '../../core/paths.ts'
import { stateOf } from '../../core/round.ts'
import type { Locale } from '../../core/text.ts'
import { wordsFor } from '../../core/words/words.ts'
import type { Deps } from '../../deps.ts'
import { limitedBody, readFields } from '../body.ts'
import { localeOf } from '../language.ts'
import { documentOf, respond } from '../respond.tsx'
import { MessagePage, RoundState } from '../views/simple.tsx'
import { answer } from './answering.tsx'
import type { FindRound, OpenedPage } from './opened.ts'
import { formShare } from './share.ts'

function statePage(publicUrl: string, opened: OpenedPage, state: 'early' | 'closed', locale: Locale): string {
  const { round, form } = opened
  return documentOf(
    <MessagePage
      locale={locale}
      title={wordsFor(locale).page[state].title}
      inLanguage={(other) => formPath(round.slug, other)}
      home={{ name: round.network.name[locale], path: networkPath(round.network.slug, locale) }}
      theme={form.theme}
      isPractice={round.practice}
      share={formShare(publicUrl, opened, locale)}
    >
      <p>{round.title[locale]}</p>
      <RoundState round={round} state={state} locale={locale} />
      {state === 'early' ? (
        <p>
          <a class="go" href={printPath(round.slug, locale)}>
            {wordsFor(locale).paper.link}
          </a>
        </p>
      ) : null}
    </MessagePage>,
  )
}

/** The routes of forms. */
export function formRoutes(deps: Deps, findRound: FindRound) {
  const find = async (slug: string): Promise<OpenedPage> => {
    const opened = await findRound(slug)
    if (!opened) throw new HTTPException(404)
    return opened
  }

  return new Hono()
    .get('/:slug', async (c) => {
      const opened = await find(c.req.param('slug'))
      const locale = localeOf(c)
      const state = stateOf(opened.round, deps.clock.now())
      const { theme } = opened.form
      return state === 'open'
        ? respond(c, opened.blank(locale, newId(deps.clock, deps.random)), { look: 'form', theme })
        : respond(c, statePage(deps.publicUrl, opened, state, locale), { theme })
    })
    .post('/:slug', limitedBody, async (c) => {
      const opened = await find(c.req.param('slug'))
      const fields = await readFields(c)
      const send = (locale: Locale) => submit(deps, opened, fields, locale)
      return answer(c, deps, { opened, fields, corrects: null, send })
    })
}
