// What was begun in a round and not sent yet: whose it is as far as was typed, and its link, once somebody asks to hand it over.
import type { DraftOutline } from '../../core/draft/draft.ts'
import { showPhone } from '../../core/form/phone.ts'
import { dayOf, showDate } from '../../core/kernel/date.ts'
import { maskEmail } from '../../core/kernel/mask.ts'
import { showMoment } from '../../core/kernel/moment.ts'
import { draftHandoverPath, roundPartPath, roundPath, whatsappPath } from '../../core/kernel/paths.ts'
import type { Scope, Self } from '../../core/kernel/scope.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { districtsOf } from '../../core/place/regions.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { Reveal } from '../../db/draft/read.ts'
import type { StoredRound } from '../../db/round/staff.read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { Said } from './pager.tsx'

/** The field that says how a link is handed over: `mail` or `show`. */
export const HOW_FIELD = 'how'

/** What became of a mail with a link, as the list says it. */
export const HANDED = ['mailed', 'waits'] as const

/** A draft as coordinators see it: of its answers only who is answering. */
export interface ListedDraft {
  readonly id: string
  readonly locale: Locale
  readonly outline: DraftOutline
  readonly savedAt: number
  /** The last one at which it can be sent. */
  readonly lastMoment: number
  /** Whether the organisation, as it is typed here, has sent answers in this round: it need not go on. */
  readonly hasAnswered: boolean
  readonly revealed: Reveal | null
}

/** Whoever coordinates, and where. */
export interface CoordinatingRequest {
  readonly self: Self
  readonly scope: Scope<'coordination'>
}

interface ListProps extends CoordinatingRequest {
  readonly round: StoredRound
  readonly drafts: readonly ListedDraft[]
  /** How many there are, with those that are not listed. */
  readonly count: number
  readonly done: (typeof HANDED)[number] | null
}

function ListedItem({
  scope,
  round,
  draft,
}: Pick<ListProps, 'scope' | 'round'> & { readonly draft: ListedDraft }) {
  const { locale } = scope.person
  const { network } = scope
  const { list: words, unnamed } = wordsFor(locale).drafts
  const { organisation, district, email } = draft.outline
  const names = new Map(districtsOf(network.provinces).map(({ code, name }) => [code, name]))
  const moment = (at: number) => showMoment(at, network.timeZone, locale)
  const called = organisation || unnamed
  return (
    <li>
      <p>
        <b>{called}</b>
        {district ? `, ${names.get(district) ?? district}` : null}
      </p>
      <p>{words.saved(moment(draft.savedAt))}</p>
      {draft.revealed === null ? null : (
        <p>{words.revealed(draft.revealed.by ?? words.somebody, moment(draft.revealed.at))}</p>
      )}
      {draft.hasAnswered ? (
        <p>{words.answered}</p>
      ) : (
        <form method="post" action={draftHandoverPath(network.slug, round.id, draft.id)}>
          <p class="act">
            {email ? (
              <button type="submit" name={HOW_FIELD} value="mail">
                {words.mail(maskEmail(email), called)}
              </button>
            ) : null}
            <button type="submit" class={email ? 'quiet' : undefined} name={HOW_FIELD} value="show">
              {words.show(called)}
            </button>
          </p>
        </form>
      )}
    </li>
  )
}

/** The list; a link to go on opens all that was typed, so none stands here. */
export function RoundDraftsPage({ self, scope, round, drafts, count, done }: ListProps) {
  const { locale } = scope.person
  const { network } = scope
  const { list: words } = wordsFor(locale).drafts
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={roundPartPath(network.slug, round.id, 'drafts')}
      title={words.title}
    >
      <Said text={done && words.done[done]} />
      <p>{round.title[locale]}</p>
      {drafts.length === 0 ? <p>{words.none}</p> : <p>{words.about}</p>}
      {count > drafts.length ? <p>{words.more(String(drafts.length), String(count))}</p> : null}
      <ul class="list">
        {drafts.map((draft) => (
          <ListedItem {...{ scope, round, draft }} />
        ))}
      </ul>
      <p>
        <a class="go" href={roundPath(network.slug, round.id)}>
          {words.back}
        </a>
      </p>
    </CoordinatorPage>
  )
}

/** One link, shown to be handed over; that it was shown is kept. */
export function HandedDraftPage({
  self,
  scope,
  round,
  draft,
  address,
}: CoordinatingRequest & {
  readonly round: StoredRound
  readonly draft: ListedDraft
  /** Where the link leads, as a whole address. */
  readonly address: string
}) {
  const { locale } = scope.person
  const { network } = scope
  const { list: words, unnamed } = wordsFor(locale).drafts
  const { one } = words
  const { organisation, whatsapp } = draft.outline
  const { locale: theirs } = draft
  const until = showDate(dayOf(draft.lastMoment, network.timeZone), theirs)
  const message = `${wordsFor(theirs).drafts.whatsappText(round.title[theirs], until)}\n${address}`
  const list = roundPartPath(network.slug, round.id, 'drafts')
  return (
    <CoordinatorPage self={self} network={network} path={list} title={one.title(organisation || unnamed)}>
      <p class="box" role="status">
        {one.kept}
      </p>
      <p>{one.unopened}</p>
      <h2>{one.whatsapp}</h2>
      <p>{whatsapp ? one.number(showPhone(whatsapp)) : one.noNumber}</p>
      <p class="pre" lang={theirs}>
        {message}
      </p>
      <p>
        <a class="go" href={whatsappPath(whatsapp, message)} rel="noreferrer">
          {one.open}
        </a>
      </p>
      <h2>{one.otherwise}</h2>
      <div class="q">
        <label class="l" for="link">
          {one.label}
        </label>
        <p class="h" id="link-h">
          {one.hint}
        </p>
        <input id="link" value={address} readonly aria-describedby="link-h" />
      </div>
      <p>
        <a class="go" href={list}>
          {one.back}
        </a>
      </p>
    </CoordinatorPage>
  )
}
