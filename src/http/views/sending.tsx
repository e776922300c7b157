// The buttons of a form: check, send, and how to send what another answer from the same page came before.
import { ACTION_FIELD, type Action, actionValue } from '../../core/form/action.ts'
import { sendCorrectionPath } from '../../core/kernel/paths.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'

/** The id of the one form on a page, for controls that stand outside of it. */
export const FORM_ID = 'form'

/** What makes a button ask for an action. */
export const asks = (action: Action) => ({ name: ACTION_FIELD, value: actionValue(action) })

interface SendProps {
  readonly locale: Locale
  readonly isCorrection: boolean
  /** The receipt of answers sent before from the same page, or null. */
  readonly earlier: string | null
  /** Whether the answers were checked, so that nothing is left to be asked. */
  readonly isSure: boolean
}

/** The buttons that send. */
export function SendButtons({ locale, isCorrection, earlier, isSure }: SendProps) {
  const words = wordsFor(locale).page
  // A POST without an action sends: nothing is asked any more.
  const send = isSure ? {} : asks({ does: 'send', isSure })
  if (isCorrection)
    return (
      <button type="submit" {...send}>
        {words.correction.send}
      </button>
    )
  if (earlier === null)
    return (
      <button type="submit" {...send}>
        {words.send}
      </button>
    )
  return (
    <>
      <button type="submit" formaction={sendCorrectionPath(earlier, locale)} {...send}>
        {words.conflict.asCorrection}
      </button>
      <button type="submit" {...send}>
        {words.conflict.asAnother}
      </button>
    </>
  )
}

/** The button that keeps what is typed for later. */
export const SaveButton = ({ locale }: { locale: Locale }) => (
  <button type="submit" class="quiet" {...asks({ does: 'save' })}>
    {wordsFor(locale).drafts.save}
  </button>
)

/** The button that shows all answers once more. */
export const CheckButton = ({ locale, label }: { locale: Locale; label?: string }) => (
  <button type="submit" class="quiet" {...asks({ does: 'check' })}>
    {label ?? wordsFor(locale).page.check.button}
  </button>
)
