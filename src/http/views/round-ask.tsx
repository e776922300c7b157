// What is asked before a round is closed, opened again or, where it was practice, deleted.
import type { Child } from 'hono/jsx'
import { roundPartPath, roundPath } from '../../core/kernel/paths.ts'
import type { StoredRound } from '../../db/round/staff.read.ts'
import { Frame, Moment, type RoundFormProps, wordsOf } from './round-form.tsx'

interface AskProps extends RoundFormProps {
  readonly round: StoredRound
}

/** What is asked before something is done to a round, with its one button. */
function AskPage(
  props: AskProps & {
    readonly part: 'close' | 'reopen' | 'practice'
    readonly title: string
    readonly texts: readonly string[]
    /** What the button says, or null where there is nothing to do. */
    readonly button: string | null
    readonly back: string
    readonly children?: Child
  },
) {
  const { scope, round, part, texts, button, back, children } = props
  const path = roundPartPath(scope.network.slug, round.id, part)
  return (
    <Frame {...props} path={path} back={[roundPath(scope.network.slug, round.id), back]}>
      {texts.map((text) => (
        <p>{text}</p>
      ))}
      {button === null ? null : (
        <form method="post" action={path} novalidate>
          {children}
          <button type="submit">{button}</button>
        </form>
      )}
    </Frame>
  )
}

/** What is asked before a round is closed. */
export function CloseRoundPage(props: AskProps) {
  const { closing: words } = wordsOf(props)
  const title = words.title(props.round.title[props.scope.person.locale])
  return (
    <AskPage
      {...props}
      part="close"
      title={title}
      texts={[words.text, words.undo]}
      button={words.button}
      back={words.cancel}
    />
  )
}

/** Until when a closed round is opened again. */
export function ReopenRoundPage(props: AskProps) {
  const { reopening: words, toOne } = wordsOf(props)
  const name = props.round.title[props.scope.person.locale]
  return (
    <AskPage
      {...props}
      part="reopen"
      title={words.title(name)}
      texts={[words.text]}
      button={words.button}
      back={toOne(name)}
    >
      <Moment {...props} name="closes" />
    </AskPage>
  )
}

/** What is asked before a round for practice is deleted with all its answers. */
export function RemovePracticePage(props: AskProps & { readonly accepted: number }) {
  const { removal: words } = wordsOf(props)
  const { practice, title } = props.round
  return (
    <AskPage
      {...props}
      part="practice"
      title={words.title(title[props.scope.person.locale])}
      texts={[practice ? words.text(String(props.accepted)) : words.not]}
      button={practice ? words.button : null}
      back={words.cancel}
    />
  )
}
