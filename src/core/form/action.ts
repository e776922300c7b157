// What a button of the form asks for. All but sending and saving shows the typed values again and stores nothing.
import { isLocale, type Locale } from '../kernel/text.ts'
import { type Fields, firstOf } from './fields.ts'

/** The field that carries what the pressed button asks for. */
export const ACTION_FIELD = 'action'

/**
 * `send`: keep the answers; `isSure` where nothing is left to be asked first, as in a POST that names no action.
 * `check`: show the answers once more, or what is to be mended. `edit`: go back to one question.
 * `meant`: take the address that was probably meant as the answer to a question.
 * `save`: keep what is typed as a draft, which is not yet sent.
 * `lang`: show the page in another language; `tellsIssues` with what is to be mended.
 */
export type Action =
  | { readonly does: 'send'; readonly isSure: boolean }
  | { readonly does: 'check' }
  | { readonly does: 'save' }
  | { readonly does: 'edit' | 'meant'; readonly question: string }
  | { readonly does: 'lang'; readonly locale: Locale; readonly tellsIssues: boolean }

/** The value of a button, in the writing that `readAction` reads. */
export function actionValue(action: Action): string {
  switch (action.does) {
    case 'send':
    case 'check':
    case 'save':
      return action.does
    case 'edit':
    case 'meant':
      return `${action.does}:${action.question}`
    case 'lang':
      return `${action.tellsIssues ? 'issues' : 'lang'}:${action.locale}`
  }
}

/** Reads what was asked for. What nobody understands is a sending: no answer is lost by it. */
export function readAction(fields: Fields): Action {
  const value = firstOf(fields, ACTION_FIELD)
  const colon = value.indexOf(':')
  const subject = colon === -1 ? '' : value.slice(colon + 1)
  switch (colon === -1 ? value : value.slice(0, colon)) {
    case 'check':
      return { does: 'check' }
    case 'save':
      return { does: 'save' }
    case 'edit':
      return { does: 'edit', question: subject }
    case 'meant':
      return { does: 'meant', question: subject }
    case 'lang':
    case 'issues':
      if (isLocale(subject)) return { does: 'lang', locale: subject, tellsIssues: value.startsWith('issues') }
  }
  return { does: 'send', isSure: value !== 'send' }
}
