// What a form brings along to be kept half-way: what a draft needs to know of its page, and the line beside a form that says whether it is kept, with the words that its script says there (src/client/draft.ts).
import { FORM_FIELD, VERSION_FIELD, WRITER_FIELD } from '../../core/draft/draft.ts'
import { evidenceField, type Fields, noFields } from '../../core/form/fields.ts'
import type { Form } from '../../core/form/form.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'

interface KeptLineProps {
  readonly form: Form
  readonly locale: Locale
  /** Whether it is kept on the phone alone, until it is sent: what was sent before stands on the server. */
  readonly isCorrection: boolean
}

/** Empty without script. */
export function KeptLine({ form, locale, isCorrection }: KeptLineProps) {
  const words = wordsFor(locale).drafts.kept
  return (
    <div
      class="kept"
      data-here={isCorrection ? '' : undefined}
      data-name={form.respondent.organisation}
      data-offline={words.offline}
      data-page={words.page}
      data-waiting={words.waiting}
    />
  )
}

interface DraftFieldsProps {
  readonly formHash?: string
  readonly fields?: Fields
  /** Questions that are not asked here, but whose answers the draft keeps. */
  readonly carried?: readonly string[]
}

/** What a draft needs to know of its page, out of sight: which form it shows and which save it has seen. */
export function DraftFields({ formHash, fields = noFields, carried = [] }: DraftFieldsProps) {
  return (
    <>
      {formHash === undefined ? null : (
        <input type="hidden" name={FORM_FIELD} value={formHash} autocomplete="off" />
      )}
      {[VERSION_FIELD, WRITER_FIELD, ...carried.flatMap((id) => [id, evidenceField(id)])].flatMap((name) =>
        (fields.get(name) ?? []).map((value) => (
          <input type="hidden" name={name} value={value} autocomplete="off" />
        )),
      )}
    </>
  )
}
