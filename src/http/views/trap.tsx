// A field for programs that fill in whatever they find. People do not meet it: it is out of sight, out of the order of Tab,
// inert and unknown to screen readers, and browsers have nothing to fill it in with. Without style its label says what to do.
import { TRAP_FIELD } from '../../core/form/trap.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'

/** The field, with what stands in it already. */
export const Trap = ({ value, locale }: { readonly value: string; readonly locale: Locale }) => (
  <p class="sr" inert aria-hidden="true">
    <label>
      {wordsFor(locale).limits.trap}{' '}
      <input name={TRAP_FIELD} value={value} tabindex={-1} autocomplete="off" />
    </label>
  </p>
)
