// What was begun in a round and not sent yet: whose it is as far as was typed, and its link, to be handed over by WhatsApp.
import { dayOf, showDate } from '../../core/kernel/date.ts'
import { showMoment } from '../../core/kernel/moment.ts'
import { roundPartPath, roundPath, whatsappPath } from '../../core/kernel/paths.ts'
import type { Scope, Self } from '../../core/kernel/scope.ts'
import { districtsOf } from '../../core/place/regions.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { StoredRound } from '../../db/round/staff.read.ts'
import { CoordinatorPage } from './coordinator.tsx'

/** A draft as coordinators see it: of its answers only who is answering. */
export interface ListedDraft {
  /** As typed; empty where it was not. */
  readonly organisation: string
  /** Kemendagri code; empty where none was chosen. */
  readonly district: string
  /** E.164; empty where none was typed. */
  readonly whatsapp: string
  readonly savedAt: number
  /** The last one at which it can be sent. */
  readonly lastMoment: number
  /** Where its link leads, as a whole address. */
  readonly address: string
  /** Whether the organisation, as it is typed here, has sent answers in this round: it need not go on. */
  readonly hasAnswered: boolean
}

interface Props {
  readonly self: Self
  readonly scope: Scope<'coordination'>
  readonly round: StoredRound
  readonly drafts: readonly ListedDraft[]
  /** How many there are, with those that are not listed. */
  readonly count: number
}

/** The list; a link to go on opens all that was typed, so it goes to whoever typed it. */
export function RoundDraftsPage({ self, scope, round, drafts, count }: Props) {
  const { locale } = scope.person
  const { network } = scope
  const { list: words, unnamed, whatsappText } = wordsFor(locale).drafts
  const names = new Map(districtsOf(network.provinces).map(({ code, name }) => [code, name]))
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={roundPartPath(network.slug, round.id, 'drafts')}
      title={words.title}
    >
      <p>{round.title[locale]}</p>
      {drafts.length === 0 ? <p>{words.none}</p> : <p>{words.about}</p>}
      {count > drafts.length ? <p>{words.more(String(drafts.length), String(count))}</p> : null}
      <ul class="list">
        {drafts.map(({ organisation, district, whatsapp, savedAt, lastMoment, address, hasAnswered }) => {
          const until = showDate(dayOf(lastMoment, network.timeZone), locale)
          const text = `${whatsappText(round.title[locale], until)}\n${address}`
          return (
            <li>
              <p>
                <b>{organisation || unnamed}</b>
                {district ? `, ${names.get(district) ?? district}` : null}
              </p>
              <p>{words.saved(showMoment(savedAt, network.timeZone, locale))}</p>
              <p>
                {hasAnswered ? (
                  words.answered
                ) : (
                  <a class="go" href={whatsappPath(whatsapp, text)} rel="noreferrer">
                    {words.hand(organisation || unnamed)}
                  </a>
                )}
              </p>
            </li>
          )
        })}
      </ul>
      <p>
        <a class="go" href={roundPath(network.slug, round.id)}>
          {words.back}
        </a>
      </p>
    </CoordinatorPage>
  )
}
