// Reports that no mail has brought, and one of them as it is handed over by WhatsApp.

import { showPhone } from '../../core/form/phone.ts'
import { showMoment } from '../../core/kernel/moment.ts'
import { type PageWays, pageFields } from '../../core/kernel/page.ts'
import { handoverPath, handoversPath, messagesPath, whatsappPath } from '../../core/kernel/paths.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { ReportToHandOver } from '../../db/report/handover.read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { type About, AboutLines, type CoordinatingProps, Leaf, organisationOf } from './messages.tsx'
import { Said } from './pager.tsx'

/** The field that says what is to be kept. */
export const GIVEN_FIELD = 'given'

/** The list of reports to hand over. */
export function HandoversPage(
  props: CoordinatingProps & {
    readonly found: readonly ReportToHandOver[]
    readonly ways: PageWays
  },
) {
  const { self, scope, found, ways } = props
  const { network, person } = scope
  const messages = wordsFor(person.locale).coordinator.messages
  const words = messages.byHand
  const path = handoversPath(network.slug)
  return (
    <CoordinatorPage self={self} network={network} path={path} title={words.title}>
      <p>{found.length === 0 ? words.none : words.intro}</p>
      <ul class="list">
        {found.map((about) => (
          <li>
            <AboutLines about={about} props={props} />
            <p>
              <a class="go" href={handoverPath(network.slug, about.sent.submission.id)}>
                {words.hand(organisationOf(about, props))}
              </a>
            </p>
          </li>
        ))}
      </ul>
      <Leaf {...{ ways, props }} to={(other) => `${path}?${new URLSearchParams(pageFields(other))}`} />
      <p>
        <a class="go" href={messagesPath(network.slug)}>
          {messages.one.back}
        </a>
      </p>
    </CoordinatorPage>
  )
}

/** One report: the message with its link, and whether it was handed over. */
export function HandoverPage(
  props: CoordinatingProps &
    About & {
      readonly report: ReportToHandOver
      /** The address of the report, built by us. */
      readonly link: string
      /** E.164, or null. */
      readonly number: string | null
      readonly said: string | null
    },
) {
  const { self, scope, sent, report, link, number, said } = props
  const { network, person } = scope
  const { locale } = person
  const { byHand: words } = wordsFor(locale).coordinator.messages
  const organisation = organisationOf(props, props)
  const path = handoverPath(network.slug, sent.submission.id)
  const { locale: theirs } = sent.submission
  const { byHand: inTheirs } = wordsFor(theirs).coordinator.messages
  const message = inTheirs.message(organisation, network.name[theirs], sent.round.title[theirs], link)
  const at = report.byHandAt
  return (
    <CoordinatorPage self={self} network={network} path={path} title={words.one(organisation)}>
      <Said text={said} />
      <AboutLines about={props} props={props} />
      {report.isMailed ? <p class="box">{words.mailed}</p> : null}
      <h2>{words.first}</h2>
      <p>{number === null ? words.noNumber : words.number(showPhone(number))}</p>
      <h3>{words.text}</h3>
      <p lang={theirs}>{message}</p>
      <p>{words.secret}</p>
      <p>
        <a class="go" href={whatsappPath(number ?? '', message)} rel="noreferrer">
          {words.open}
        </a>
      </p>
      <h2>{words.second}</h2>
      {at === null ? null : (
        <p>{words.givenBy(showMoment(at, network.timeZone, locale), report.by ?? words.somebody)}</p>
      )}
      <form method="post" action={path}>
        <input type="hidden" name={GIVEN_FIELD} value={at === null ? 'yes' : 'no'} />
        <button type="submit" class={at === null ? undefined : 'quiet'}>
          {at === null ? words.given : words.undo}
        </button>
      </form>
      <p>
        <a class="go" href={handoversPath(network.slug)}>
          {words.back}
        </a>
      </p>
    </CoordinatorPage>
  )
}
