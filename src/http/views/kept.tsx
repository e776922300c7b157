// The line beside a form that says whether it is kept, with the words that its script says there (src/client/draft.ts).
import type { Form } from '../../core/form/form.ts'
import type { Locale } from '../../core/text.ts'
import { wordsFor } from '../../core/words/words.ts'

/** Empty without script. */
export function KeptLine({ form, locale }: { readonly form: Form; readonly locale: Locale }) {
  const { kept: words, newer } = wordsFor(locale).drafts
  return (
    <div
      class="kept"
      data-name={form.respondent.organisation}
      data-saved={words.saved('{0}')}
      data-link={words.link}
      data-offline={words.offline}
      data-page={words.page}
      data-waiting={words.waiting}
      data-newer={words.newer('{0}')}
      data-load={newer.load}
      data-keep={newer.keep}
      data-sent={words.sent}
      data-gone={words.gone}
      data-found={words.found}
      data-go={words.go('{0}')}
      data-send-now={words.sendNow('{0}')}
      data-failed={words.failed('{0}')}
      data-done={words.done('{0}')}
      data-delete={words.delete('{0}')}
      data-anew={words.anew}
      data-to-file={words.toFile}
      data-from-file={words.fromFile}
      data-no-file={words.noFile}
      data-unnamed={words.unnamed}
    />
  )
}
