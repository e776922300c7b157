// What is answered to whoever saves a form half-way.
import { HTTPException } from 'hono/http-exception'
import type { DraftState } from '../../../actions/submission/revision.ts'
import { VERSION_FIELD } from '../../../core/draft/draft.ts'
import { withField } from '../../../core/form/fields.ts'
import { messageFor } from '../../../core/form/message.ts'
import { linkPath, savedPath } from '../../../core/kernel/paths.ts'
import { wordsFor } from '../../../core/words/index.ts'
import { withRetryAfter } from '../../kernel/limits.tsx'
import { respondJson, wantsJson } from '../../kernel/respond.tsx'
import { Anchor } from '../../views/anchor.tsx'
import {
  type FormRequest,
  newSubmissionKey,
  respondClosed,
  respondConflict,
  respondFormAgain,
  respondNewerDraft,
  submissionKeyOf,
} from '../form/refill.tsx'
import { savedJson } from './json.ts'

/** The form again with a few words above, under a key of its own where the one it had is spent. */
function respondWithNotice(
  answering: FormRequest,
  status: 409 | 429,
  { title, text }: { title: string; text: string },
  submissionKey = submissionKeyOf(answering),
): Promise<Response> {
  const fields = status === 429 ? answering.fields : withField(answering.fields, VERSION_FIELD, '0')
  const body = <p class="box bad">{text}</p>
  return respondFormAgain(answering, status, { fields, submissionKey, notice: { title, body } })
}

/** The form again in its frame, with the link to go on. */
function framedSaved(answering: FormRequest, state: DraftState): Promise<Response> {
  const { deps, fields, locale } = answering
  const { title, link } = wordsFor(locale).drafts
  const address = deps.publicUrl + linkPath('resume', state.link, locale)
  const body = (
    <div class="box">
      <p>{link.hint}</p>
      <p>
        <Anchor class="go" href={address}>
          {link.label}
        </Anchor>
      </p>
      <p>{link.holder}</p>
    </div>
  )
  return respondFormAgain(answering, 200, {
    fields: withField(fields, VERSION_FIELD, String(state.version)),
    notice: { title, body },
  })
}

/** Keeps what is typed for later, and leads to where it can be gone on with. */
export async function respondSave(answering: FormRequest): Promise<Response> {
  const { c, deps, locale } = answering
  const saved = await answering.save?.(locale)
  if (!saved) return respondFormAgain(answering, 200)
  const { drafts } = wordsFor(locale)
  switch (saved.outcome) {
    case 'saved':
      if (wantsJson(c))
        return respondJson(c, savedJson(deps, answering.opened, answering.fields, saved, locale))
      // The page of a draft may stand in no frame: the form stays, and its link leads out.
      return answering.isFramed
        ? framedSaved(answering, saved)
        : c.body(null, 303, { Location: savedPath(saved.link, locale), 'Cache-Control': 'no-store' })
    case 'newer':
      return respondNewerDraft(answering, saved, 'save')
    case 'closed':
      return respondClosed(answering)
    case 'sent':
      if (saved.receipt === null) throw new HTTPException(410)
      return respondConflict(answering, { ...saved, outcome: 'conflict', receipt: saved.receipt })
    case 'withdrawn':
      return wantsJson(c)
        ? respondJson(c, { problem: 'withdrawn' }, 410)
        : respondWithNotice(answering, 409, drafts.withdrawn, newSubmissionKey(answering))
    case 'tooLong': {
      const { title, text } = drafts.tooLong
      const messages = saved.issues.map((issue) => messageFor(answering.opened.form, issue, locale))
      const message = [drafts.tooLong.here, ...messages].join(' ')
      if (wantsJson(c)) return respondJson(c, { problem: 'tooLong', message }, 422)
      const body = <p class="box bad">{text}</p>
      return respondFormAgain(answering, 422, { issues: saved.issues, notice: { title, body } })
    }
    case 'busy':
    case 'full': {
      const { outcome, retryAfter } = saved
      const response = wantsJson(c)
        ? respondJson(
            c,
            outcome === 'full' ? { problem: outcome, message: drafts.full.here } : { problem: outcome },
            429,
          )
        : await respondWithNotice(answering, 429, drafts[outcome])
      return withRetryAfter(response, retryAfter)
    }
  }
}
