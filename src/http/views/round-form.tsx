// The forms by which a round is opened, copied and changed.
import type { Child } from 'hono/jsx'
import { KEY_FIELD } from '../../core/form/fields.ts'
import { showMoment, zoneName } from '../../core/kernel/moment.ts'
import { newRoundPath, roundPartPath, roundPath, roundsPath } from '../../core/kernel/paths.ts'
import type { Scope, Self } from '../../core/kernel/scope.ts'
import { LOCALES, type Text } from '../../core/kernel/text.ts'
import type { RoleName } from '../../core/network/registry.ts'
import { FRAMINGS } from '../../core/round/framing.ts'
import { AUDIENCES } from '../../core/round/settings.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { StoredRound } from '../../db/round/staff.read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { Choose, type Filled, Line, Lines, Pick, Problems, Tick } from './fields.tsx'

/** What a form about rounds is made from. */
export interface RoundFormProps extends Filled {
  readonly self: Self
  readonly scope: Scope<'coordination'>
}

interface ChoiceProps extends RoundFormProps {
  /** The forms that can be opened. */
  readonly forms: readonly { readonly id: string; readonly title: Text }[]
  readonly roleNames: readonly RoleName[]
  readonly publicUrl: string
}

/** The words of rounds, in the language of whoever asks. */
export const wordsOf = ({ scope }: RoundFormProps) => wordsFor(scope.person.locale).coordinator.rounds

function Titles(props: RoundFormProps) {
  const { form: words } = wordsOf(props)
  return (
    <>
      {LOCALES.map((locale) => (
        <Line
          {...props}
          id={`title_${locale}`}
          label={words.title[locale]}
          hint={locale === LOCALES[0] ? words.titleHint : undefined}
          lang={locale}
          isNeeded
        />
      ))}
    </>
  )
}

/** The day and the time of a moment. */
export function Moment(props: RoundFormProps & { readonly name: 'opens' | 'closes' }) {
  const { scope, name } = props
  const { form: words } = wordsOf(props)
  const zone = zoneName(scope.network.timeZone)
  const isOpening = name === 'opens'
  return (
    <>
      <Line
        {...props}
        id={`${name}_day`}
        label={isOpening ? words.opensDay : words.closesDay}
        hint={isOpening ? words.dayHint : words.closesHint}
        isNeeded={isOpening}
      />
      <Line
        {...props}
        id={`${name}_time`}
        label={isOpening ? words.opensTime : words.closesTime}
        hint={isOpening ? words.opensTimeHint(zone) : words.closesTimeHint(zone)}
      />
    </>
  )
}

/** What can be set as long as a round stands, below its moments. */
function Settings(props: ChoiceProps) {
  const { scope, roleNames } = props
  const words = wordsOf(props)
  const { form } = words
  return (
    <>
      <h2>{form.period}</h2>
      <p>{form.periodHint}</p>
      <Line {...props} id="from" label={form.from} hint={form.dayHint} />
      <Line {...props} id="to" label={form.to} hint={form.dayHint} />
      <h2>{form.who}</h2>
      <Choose
        {...props}
        id="audience"
        label={form.audience}
        hint={form.audienceHint}
        choices={AUDIENCES.map((one) => [one, words.audiences[one]] as const)}
      />
      {roleNames.length === 0 ? (
        <p id="roles" tabindex={-1}>
          {form.noRoles}
        </p>
      ) : (
        <Tick
          {...props}
          id="roles"
          label={form.roles}
          hint={form.rolesHint}
          choices={roleNames.map(({ key, name }) => [key, name[scope.person.locale]] as const)}
        />
      )}
      <Choose
        {...props}
        id="framing"
        label={form.framing}
        hint={form.framingHint}
        choices={FRAMINGS.map((one) => [one, words.framings[one]] as const)}
        isOptional
      />
      <Lines {...props} id="origins" label={form.origins} hint={form.originsHint} />
      {LOCALES.map((locale) => (
        <Lines
          {...props}
          id={`closing_${locale}`}
          label={form.closingText[locale]}
          hint={form.closingHint}
          lang={locale}
        />
      ))}
    </>
  )
}

const PracticeTick = (props: RoundFormProps) => {
  const { form: words } = wordsOf(props)
  return (
    <Tick
      {...props}
      id="practice"
      label={words.practiceGroup}
      hint={words.practiceHint}
      choices={[['yes', words.practice]]}
    />
  )
}

function FormPick(props: ChoiceProps) {
  const { form: words } = wordsOf(props)
  const { locale } = props.scope.person
  return (
    <Pick
      {...props}
      id="form"
      label={words.form}
      hint={words.formHint}
      choices={[['', ''], ...props.forms.map(({ id, title }) => [id, title[locale]] as const)]}
    />
  )
}

/** A page with a form about rounds, what is wrong with it, and the way back. */
export function Frame(
  props: RoundFormProps & {
    readonly path: string
    readonly title: string
    readonly back: readonly [path: string, label: string]
    readonly children: Child
  },
) {
  const { self, scope, path, title, issues, back, children } = props
  return (
    <CoordinatorPage
      self={self}
      network={scope.network}
      path={path}
      title={title}
      isRefused={issues.length > 0}
    >
      <Problems issues={issues} locale={scope.person.locale} />
      {children}
      <p>
        <a class="go" href={back[0]}>
          {back[1]}
        </a>
      </p>
    </CoordinatorPage>
  )
}

/** Where a round is opened, filled in from an earlier one where there is one. */
export function NewRoundPage(
  props: ChoiceProps & { readonly rowId: string; readonly copies: StoredRound | null },
) {
  const { scope, rowId, copies, publicUrl } = props
  const { network, person } = scope
  const words = wordsOf(props)
  const { form } = words
  const name = copies?.title[person.locale] ?? ''
  const path = copies ? roundPartPath(network.slug, copies.id, 'copy') : newRoundPath(network.slug)
  return (
    <Frame
      {...props}
      path={path}
      title={copies ? form.copyTitle(name) : form.newTitle}
      back={
        copies
          ? [roundPath(network.slug, copies.id), words.toOne(name)]
          : [roundsPath(network.slug), words.toList]
      }
    >
      {copies ? <p>{form.copyIntro(name)}</p> : null}
      <form method="post" action={path} novalidate>
        <input type="hidden" name={KEY_FIELD} value={rowId} autocomplete="off" />
        <FormPick {...props} />
        <Titles {...props} />
        <Line {...props} id="slug" label={form.slug} hint={form.slugHint(`${publicUrl}/f/`)} />
        <PracticeTick {...props} />
        <h2>{form.when(zoneName(network.timeZone))}</h2>
        <Moment {...props} name="opens" />
        <Moment {...props} name="closes" />
        <Settings {...props} />
        <button type="submit">{form.open}</button>
      </form>
    </Frame>
  )
}

/** What is fixed by now, where its field was. */
const Fixed = ({
  id,
  label,
  text,
}: {
  readonly id: string
  readonly label: string
  readonly text: string
}) => (
  <p id={id} tabindex={-1}>
    <b>{label}:</b> {text}
  </p>
)

/** Where a round is changed; what it opened with is fixed by then. */
export function EditRoundPage(
  props: ChoiceProps & {
    readonly round: StoredRound
    /** Of the form that the round asks; null where nobody knows it any more. */
    readonly formTitle: Text | null
    readonly hasOpened: boolean
  },
) {
  const { scope, round, formTitle, hasOpened } = props
  const { network, person } = scope
  const words = wordsOf(props)
  const { form } = words
  const name = round.title[person.locale]
  const path = roundPartPath(network.slug, round.id, 'edit')
  const opening = form.fixed(showMoment(round.opensAt, network.timeZone, person.locale))
  const asked = formTitle?.[person.locale] ?? round.formId
  return (
    <Frame
      {...props}
      path={path}
      title={form.editTitle(name)}
      back={[roundPath(network.slug, round.id), words.toOne(name)]}
    >
      <form method="post" action={path} novalidate>
        {hasOpened ? <Fixed id="form" label={form.form} text={asked} /> : <FormPick {...props} />}
        <Titles {...props} />
        {hasOpened ? (
          <Fixed
            id="practice"
            label={form.practiceGroup}
            text={round.practice ? words.facts.practiceYes : words.facts.practiceNo}
          />
        ) : (
          <PracticeTick {...props} />
        )}
        <h2>{form.when(zoneName(network.timeZone))}</h2>
        {hasOpened ? (
          <Fixed id="opens_day" label={form.opensDay} text={opening} />
        ) : (
          <Moment {...props} name="opens" />
        )}
        <Moment {...props} name="closes" />
        <Settings {...props} />
        <button type="submit">{form.save}</button>
      </form>
    </Frame>
  )
}
