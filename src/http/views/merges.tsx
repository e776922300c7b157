// What was merged lately: in a list, on the page of the organisation that was kept, and where it is undone.
import { undoDeadline } from '../../actions/organisation/merge.ts'
import { showMoment } from '../../core/kernel/moment.ts'
import { duplicatesPath, mergePath, mergesPath, organisationPath, undoPath } from '../../core/kernel/paths.ts'
import { may } from '../../core/kernel/scope.ts'
import { UNDO_DAYS } from '../../core/network/registry.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { Merge } from '../../db/organisation/merge.read.ts'
import type { Organisation } from '../../db/organisation/read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import type { MergingProps } from './duplicates.tsx'
import type { SeeingProps } from './organisations.tsx'

const wordsOf = ({ scope }: SeeingProps) => wordsFor(scope.person.locale).coordinator

/** What a merge was, when, by whom, and how long it can be undone, in words. */
function toldOf(props: SeeingProps, merge: Merge): readonly string[] {
  const { registry, doubles } = wordsOf(props)
  const { merges: words } = doubles
  const { network, person } = props.scope
  const moment = (at: number) => showMoment(at, network.timeZone, person.locale)
  return [
    words.one(merge.merged.name ?? registry.noName, merge.kept.name ?? registry.noName),
    words.done(moment(merge.mergedAt), merge.by ?? words.somebody),
    words.until(moment(undoDeadline(merge))),
  ]
}

function Merges({ props, merges }: { readonly props: SeeingProps; readonly merges: readonly Merge[] }) {
  const { registry, doubles } = wordsOf(props)
  return (
    <ul class="list">
      {merges.map((merge) => (
        <li>
          {toldOf(props, merge).map((line) => (
            <p>{line}</p>
          ))}
          <p>
            <a class="go" href={undoPath(props.scope.network.slug, merge.id)}>
              {doubles.merges.link(merge.merged.name ?? registry.noName)}
            </a>
          </p>
        </li>
      ))}
    </ul>
  )
}

/** What was merged into an organisation lately, and the way to merge it with another one, for those who may. */
export function MergedInto(
  props: SeeingProps & { readonly organisation: Organisation; readonly merges: readonly Merge[] },
) {
  const { scope, organisation, merges } = props
  const { merges: words, find } = wordsOf(props).doubles
  return may(scope.role, 'coordination') ? (
    <>
      {merges.length === 0 ? null : (
        <>
          <h2>{words.title}</h2>
          <Merges props={props} merges={merges} />
        </>
      )}
      <p>
        <a class="go" href={mergePath(scope.network.slug, organisation.id)}>
          {find.link}
        </a>
      </p>
    </>
  ) : null
}

/** The merges that can still be undone. */
export function MergesPage(props: MergingProps & { readonly merges: readonly Merge[] }) {
  const { self, scope, merges } = props
  const { network } = scope
  const { doubles } = wordsOf(props)
  const { merges: words } = doubles
  return (
    <CoordinatorPage self={self} network={network} path={mergesPath(network.slug)} title={words.title}>
      <p>{merges.length === 0 ? words.none : words.text(String(UNDO_DAYS))}</p>
      <Merges props={props} merges={merges} />
      <p>
        <a class="go" href={duplicatesPath(network.slug)}>
          {doubles.toList}
        </a>
      </p>
    </CoordinatorPage>
  )
}

/** Why a merge is not undone. */
export type UndoStopped = 'late' | 'later' | 'changed' | 'undone'

/** Where undoing a merge is asked about; `stopped` says why it was not or cannot be done. */
export function UndoPage(
  props: MergingProps & { readonly merge: Merge; readonly stopped: UndoStopped | null },
) {
  const { self, scope, merge, stopped } = props
  const { network } = scope
  const { registry, doubles } = wordsOf(props)
  const { undo: words, merges } = doubles
  const path = undoPath(network.slug, merge.id)
  const reasons = { ...words.stopped, late: words.stopped.late(String(UNDO_DAYS)) }
  const canUndo = stopped === null || stopped === 'changed'
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={path}
      title={words.title(merge.merged.name ?? registry.noName)}
      isRefused={stopped !== null}
    >
      {stopped === null ? null : (
        <p class="box bad" role="alert">
          {reasons[stopped]}
        </p>
      )}
      {toldOf(props, merge)
        .slice(0, canUndo ? 3 : 2)
        .map((line) => (
          <p>{line}</p>
        ))}
      {canUndo ? (
        <>
          <ul>
            {words.effects.map((effect) => (
              <li>{effect}</li>
            ))}
          </ul>
          <form method="post" action={path}>
            <button type="submit">{words.button}</button>
          </form>
        </>
      ) : null}
      <p>
        <a class="go" href={organisationPath(network.slug, merge.kept.id)}>
          {registry.organisations.toOne(merge.kept.name ?? registry.noName)}
        </a>
      </p>
      <p>
        <a class="go" href={mergesPath(network.slug)}>
          {merges.toList}
        </a>
      </p>
    </CoordinatorPage>
  )
}
