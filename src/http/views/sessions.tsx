// A person's own sessions, as they are seen.
import { showMoment } from '../../core/kernel/moment.ts'
import { sessionsPath } from '../../core/kernel/paths.ts'
import type { Self } from '../../core/kernel/scope.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { OwnSession } from '../../db/people/session.read.ts'
import { CoordinatorPage } from './coordinator.tsx'

/** The field that says which session is ended: its hash, or all the others. */
export const END_FIELD = 'end'
export const OTHERS = 'others'

/** The list of them; `timeZone` is that of the person's network. */
export function SessionsPage({
  self,
  sessions,
  timeZone,
  isEnded,
}: {
  readonly self: Self
  readonly sessions: readonly OwnSession[]
  readonly timeZone: string
  readonly isEnded: boolean
}) {
  const { locale } = self.person
  const { sessions: words, front } = wordsFor(locale).coordinator
  const moment = (at: number) => showMoment(at, timeZone, locale)
  return (
    <CoordinatorPage self={self} network={null} path={sessionsPath} title={words.title}>
      {isEnded ? (
        <p class="box" role="status">
          {words.ended}
        </p>
      ) : null}
      <p>{front.as(self.person.name, self.person.email)}</p>
      <p>{words.intro}</p>
      <ul class="list">
        {sessions.map(({ hash, createdAt, seenAt }) => (
          <li>
            <p>
              <b>{words.begun(moment(createdAt))}</b>
            </p>
            <p>{words.seen(moment(seenAt))}</p>
            {hash === self.session.hash ? (
              <p>{words.this}</p>
            ) : (
              <form method="post" action={sessionsPath}>
                <button
                  type="submit"
                  class="quiet"
                  name={END_FIELD}
                  value={hash}
                  aria-label={`${words.end}: ${words.begun(moment(createdAt))}`}
                >
                  {words.end}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form method="post" action={sessionsPath}>
          <button type="submit" name={END_FIELD} value={OTHERS}>
            {words.endOthers}
          </button>
        </form>
      ) : (
        <p>{words.only}</p>
      )}
    </CoordinatorPage>
  )
}
