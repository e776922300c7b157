// What stands beside the numbers of a board.
import { boardListPath, roundPartPath } from '../../core/kernel/paths.ts'
import { may } from '../../core/kernel/scope.ts'
import { wordsFor } from '../../core/words/index.ts'
import { type BoardProps, filteredPath } from './board-parts.tsx'

/** What was begun; those who hand links over are led to the list of it. */
function BegunDrafts({ scope, followed: { round }, text }: BoardProps & { readonly text: string }) {
  const path = roundPartPath(scope.network.slug, round.id, 'drafts')
  return may(scope.role, 'coordination') && !round.anonymous ? (
    <a class="go" href={path}>
      {text}
    </a>
  ) : (
    text
  )
}

/** What is no part of the numbers above: who came later or was not expected, whom nobody knows, what was never sent. */
export function Beside(props: BoardProps) {
  const { scope, followed, board, beside, filter, maySee } = props
  const { round } = followed
  const words = wordsFor(scope.person.locale).coordinator.board
  const lines = (['later', 'other', 'unknown'] as const).flatMap((list) => {
    const counts = list === 'unknown' ? null : board[list]
    const count = list === 'unknown' ? beside.unknown : (counts?.expected ?? 0)
    if (count === 0) return []
    const text =
      list === 'later' ? words.later(String(count), String(counts?.sent ?? 0)) : words[list](String(count))
    const path = filteredPath(boardListPath(scope.network.slug, round.id, list), filter)
    return [
      maySee && !round.anonymous ? (
        <a class="go" href={path}>
          {text}
        </a>
      ) : (
        text
      ),
    ]
  })
  const { begun, refused } = beside
  const all = [
    ...lines,
    ...(begun ? [<BegunDrafts {...props} text={words.begun(String(begun))} />] : []),
    ...(refused ? [words.refused(String(refused))] : []),
  ]
  return (
    <>
      <h2>{words.beside}</h2>
      {all.length === 0 ? (
        <p>{words.nothingBeside}</p>
      ) : (
        <ul>
          {all.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      )}
    </>
  )
}
