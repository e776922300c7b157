// GET and POST /s/:link/correction: answers are corrected. POST /s/:link/address: mail goes to another address.
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { PERIODS } from '../../../actions/limit.ts'
import { changeAddress, correctSubmission } from '../../../actions/submission/correct.ts'
import { type Fields, firstOf, KEY_FIELD, withField } from '../../../core/form/fields.ts'
import { fieldsOfAnswers } from '../../../core/form/fill.ts'
import type { Form } from '../../../core/form/form.ts'
import { messageFor } from '../../../core/form/message.ts'
import { likelyMeant } from '../../../core/form/mistyped.ts'
import { digestOfKey, newId, readId } from '../../../core/kernel/id.ts'
import { leadsOn, linkedId, makeLink } from '../../../core/kernel/link.ts'
import { correctionPath, linkPath, movedPath, networkPath } from '../../../core/kernel/paths.ts'
import type { Locale } from '../../../core/kernel/text.ts'
import { stateOf } from '../../../core/round/times.ts'
import { wordsFor } from '../../../core/words/index.ts'
import { formOf } from '../../../db/report/read.ts'
import { type SentSubmission, submissionByRevision } from '../../../db/submission/read.ts'
import type { Deps } from '../../../deps.ts'
import { readFields } from '../../kernel/body.ts'
import { hint } from '../../kernel/hint.ts'
import { localeOf } from '../../kernel/language.ts'
import { isOverLimit, noteRefusal, withRetryAfter } from '../../kernel/limits.tsx'
import { respondPage } from '../../kernel/respond.tsx'
import { answersForPage } from '../../kernel/sealed.ts'
import { FormPage } from '../../views/form.tsx'
import { MEANT_FIELD, SURE_FIELD } from '../../views/receipt.tsx'
import { MessagePage, RoundState } from '../../views/simple.tsx'
import { answerPostedForm, countPosted } from '../form/answer.tsx'
import type { FindRound } from '../form/round-cache.ts'
import type { PublicPages } from '../routes.ts'
import { openReceipt } from './links.ts'
import { respondReceipt } from './receipt.tsx'

interface ClosedProps {
  readonly sent: SentSubmission
  readonly form: Form
  readonly link: string
  readonly locale: Locale
}

function ClosedPage({ sent: { round }, form, link, locale }: ClosedProps) {
  const words = wordsFor(locale).page
  return (
    <MessagePage
      locale={locale}
      title={words.closed.title}
      inLanguage={(other) => correctionPath(link, other)}
      home={{ name: round.network.name[locale], path: networkPath(round.network.slug, locale) }}
      theme={form.theme}
      isPractice={round.practice}
    >
      <RoundState round={round} state="closed" locale={locale} />
      <p>
        <a class="go" href={linkPath('receipt', link, locale)}>
          {words.correction.back}
        </a>
      </p>
    </MessagePage>
  )
}

// The receipt says in words why these answers cannot be changed any more.
const isAside = ({ submission }: SentSubmission): boolean => submission.setAsideAt !== null

/** The fields with the address that was probably meant, where that was asked for by its button. */
function takeMeant(question: string, fields: Fields): Fields {
  const meant = fields.has(MEANT_FIELD) ? likelyMeant(firstOf(fields, question).trim()) : null
  return meant === null ? fields : withField(fields, question, meant)
}

/** Registers what is behind a receipt's link and changes what was sent. */
export function correctionPages(pages: PublicPages, deps: Deps, findRound: FindRound): void {
  const find = async (link: string) => {
    const sent = await openReceipt(deps, link)
    const opened = await findRound(sent.round.slug)
    if (!opened) throw new HTTPException(404)
    return {
      sent,
      opened,
      corrects: {
        reference: sent.submission.reference,
        receipt: link,
        isHeld: sent.submission.heldAt !== null,
      },
    }
  }

  /**
   * The link that stands for one posted with a change. Whoever sends a change twice has made the link old by the first
   * one; its key shows that both come from one page.
   */
  async function linkAfter(link: string, fields: Fields): Promise<{ link: string; isRepeated: boolean }> {
    const key = readId(firstOf(fields, KEY_FIELD))
    const stored = key && (await submissionByRevision(deps.db, await digestOfKey(key)))
    if (!stored || stored.submission.id !== linkedId(link)) return { link, isRepeated: false }
    const { id, linkGeneration } = stored.submission
    if (!leadsOn(stored.revision.linkGeneration, linkGeneration)) return { link, isRepeated: false }
    return { link: await makeLink(deps.secrets, 'receipt', id, linkGeneration), isRepeated: true }
  }

  /** Leads to the receipt; where its address is another one than the one posted to, it says so. */
  const toReceipt = (c: Context, link: string, locale: Locale) =>
    c.body(null, 303, {
      Location: link === c.req.param('link') ? linkPath('receipt', link, locale) : movedPath(link, locale),
      'Cache-Control': 'no-store',
    })

  /** Answers with the page of a receipt whose address could not be taken, or is asked about first. */
  const notTaken = (
    c: Context,
    sent: SentSubmission,
    link: string,
    typed: string,
    message: string | null,
    status: 422 | 429 = 422,
  ) => {
    const meant = message === null ? likelyMeant(typed) : null
    return respondReceipt(c, deps, sent, link, localeOf(c), { typed, message, meant, status })
  }

  pages.behindLink('GET /s/:link/correction', async (c, link) => {
    const { sent, opened, corrects } = await find(link)
    const locale = localeOf(c, sent.submission.locale)
    if (isAside(sent)) return toReceipt(c, link, locale)
    const isOpen = stateOf(opened.round, deps.clock.now()) === 'open'
    const { answers, isWhole } = await answersForPage(deps, sent.revision)
    const { correction } = wordsFor(locale).page
    const notice = {
      title: correction.title,
      body: <p class="box bad">{wordsFor(locale).seals.correction}</p>,
    }
    const page = isOpen ? (
      <FormPage
        round={opened.round}
        form={opened.form}
        locale={locale}
        corrects={corrects}
        submissionKey={newId(deps.clock, deps.random)}
        fields={fieldsOfAnswers(answers)}
        {...(isWhole ? {} : { notice })}
      />
    ) : (
      <ClosedPage sent={sent} form={opened.form} link={link} locale={locale} />
    )
    return respondPage(c, page, {
      look: isOpen ? 'form' : 'common',
      theme: opened.form.theme,
      isPrivate: true,
    })
  })

  pages.behindLink('POST /s/:link/correction', async (c, posted, { stores }) => {
    const fields = await readFields(c)
    const over = await countPosted(c, deps, fields, stores)
    const { link } = await linkAfter(posted, fields)
    const { sent, opened, corrects } = await find(link)
    if (isAside(sent)) return toReceipt(c, link, localeOf(c))
    const send = (locale: Locale) => correctSubmission(deps, opened, sent, fields, locale)
    return answerPostedForm(c, deps, { opened, fields, corrects, over, send, save: null })
  })

  pages.behindLink('POST /s/:link/address', async (c, postedTo, { stores }) => {
    const posted = await readFields(c)
    const isOver = await isOverLimit(c, deps, stores)
    const { link, isRepeated } = await linkAfter(postedTo, posted)
    // The same address changes nothing; another one is a change of its own.
    const keyed = isRepeated ? withField(posted, KEY_FIELD, newId(deps.clock, deps.random)) : posted
    const locale = localeOf(c)
    const sent = await openReceipt(deps, link)
    if (isAside(sent)) return toReceipt(c, link, locale)
    const form = await formOf(deps.forms, sent)
    if (!form?.respondent.email) throw new HTTPException(404)
    const fields = takeMeant(form.respondent.email, keyed)
    const typed = firstOf(fields, form.respondent.email).trim()
    if (isOver) {
      noteRefusal(c, deps, sent.round.slug, stores)
      const { title, again } = wordsFor(locale).limits.busy
      const message = `${title}. ${again(String(PERIODS[stores]))}`
      return withRetryAfter(await notTaken(c, sent, link, typed, message, 429), PERIODS[stores])
    }
    if (likelyMeant(typed) !== null && firstOf(fields, SURE_FIELD) !== typed)
      return notTaken(c, sent, link, typed, null)
    const submitted = await changeAddress(deps, form, sent, fields, locale)
    if (submitted.outcome === 'invalid') {
      const [issue] = submitted.issues
      return notTaken(c, sent, link, typed, issue ? messageFor(form, issue, locale) : '')
    }
    if (submitted.outcome !== 'stored') throw new HTTPException(410)
    if (submitted.owed.length > 0) c.executionCtx.waitUntil(hint(deps, submitted.owed))
    return toReceipt(c, submitted.receipt, locale)
  })
}
