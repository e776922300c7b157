// One registration: what was answered, and the decision, to be made or made.
import { type Fields, firstOf, withField } from '../../core/form/fields.ts'
import type { Form } from '../../core/form/form.ts'
import type { Answers } from '../../core/form/question.ts'
import { registrantOf, roleAskedFor } from '../../core/form/registers.ts'
import { districtName } from '../../core/form/respondent.ts'
import { showMoment } from '../../core/kernel/moment.ts'
import {
  confirmPath,
  declinePath,
  formPath,
  organisationPath,
  registrationPath,
  registrationsPath,
  whatsappPath,
} from '../../core/kernel/paths.ts'
import type { Scope } from '../../core/kernel/scope.ts'
import type { Locale } from '../../core/kernel/text.ts'
import type { RoleName } from '../../core/network/registry.ts'
import { ANOTHER, NEW } from '../../core/organisation/organisation.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { ComparableOrganisation } from '../../db/organisation/merge.read.ts'
import type { NamedOrganisation } from '../../db/organisation/read.ts'
import type {
  Decision,
  DecisionMail,
  OpenRound,
  Registration,
} from '../../db/organisation/registration.read.ts'
import { AnswersList } from './answers.tsx'
import { CoordinatorPage } from './coordinator.tsx'
import { LooksLike } from './duplicates.tsx'
import { Choose, type FieldIssue, Lines, Pick, Problems } from './fields.tsx'
import { Said } from './pager.tsx'
import { calledIn, type RegistrationProps } from './registrations.tsx'

/** What is asked where a registration waits. */
export interface Deciding {
  /** Organisations that are there already and likely the same. */
  readonly likely: readonly NamedOrganisation[]
  /** Others, whose names look like its own. */
  readonly alike: readonly ComparableOrganisation[]
  readonly roleNames: readonly RoleName[]
  readonly fields: Fields
  readonly issues: readonly FieldIssue[]
}

/** What became of telling the organisation. */
export interface RegistrationNotice {
  readonly mail: DecisionMail | null
  readonly open: readonly OpenRound[]
  readonly publicUrl: string
}

export interface RegistrationPageProps extends RegistrationProps {
  readonly registration: Registration
  readonly form: Form
  readonly answers: Answers
  /** Whether these are all: what is sealed may not open. */
  readonly isWhole: boolean
  readonly deciding: Deciding | null
  readonly told: RegistrationNotice | null
  /** What has just been done, or why it was not, in words. */
  readonly said: string | null
  readonly stopped: string | null
}

interface PartProps {
  readonly props: RegistrationPageProps
  readonly locale: Locale
  readonly scope: Scope<'coordination'>
}

function ConfirmForm({ props, scope, locale, deciding }: PartProps & { readonly deciding: Deciding }) {
  const { registry } = wordsFor(locale).coordinator
  const words = registry.registrations.confirm
  const { likely, alike, roleNames, fields, issues } = deciding
  const registrant = registrantOf(props.form, props.answers)
  const asked = registrant.role?.name[locale]
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words.text}</p>
      <LooksLike self={props.self} scope={scope} alike={alike} />
      <form
        method="post"
        action={confirmPath(scope.network.slug, props.registration.sent.submission.id)}
        novalidate
      >
        {likely.length === 0 ? (
          <input type="hidden" name="organisation" value={NEW} />
        ) : (
          <Choose
            id="organisation"
            label={words.organisation}
            hint={words.organisationHint}
            fields={fields}
            issues={issues}
            choices={[
              ...likely.map(({ id, name }) => [id, words.joins(name ?? registry.noName)] as const),
              [ANOTHER, words.another],
            ]}
          />
        )}
        {roleNames.length === 0 ? null : (
          <Pick
            id="role"
            label={words.role}
            hint={asked === undefined ? undefined : words.roleAsked(asked)}
            fields={
              fields.has('role') ? fields : withField(fields, 'role', roleAskedFor(registrant, roleNames))
            }
            issues={issues}
            choices={[['', words.noRole], ...roleNames.map(({ key, name }) => [key, name[locale]] as const)]}
          />
        )}
        <button type="submit">{words.button}</button>
      </form>
    </>
  )
}

function DeclineForm({ props, scope, locale, deciding }: PartProps & { readonly deciding: Deciding }) {
  const words = wordsFor(locale).coordinator.registry.registrations.decline
  const { fields, issues } = deciding
  const isOpen = issues.some(({ field }) => field === 'reason') || firstOf(fields, 'reason') !== ''
  return (
    <details open={isOpen}>
      <summary>{words.title}</summary>
      <form
        method="post"
        action={declinePath(scope.network.slug, props.registration.sent.submission.id)}
        novalidate
      >
        <Lines id="reason" label={words.reason} hint={words.hint} fields={fields} issues={issues} isNeeded />
        <button type="submit" class="quiet">
          {words.button}
        </button>
      </form>
    </details>
  )
}

/** What a coordinator can send by WhatsApp in place of the mail; in the language of whoever registered. */
function textOf(
  { form, answers, registration, scope }: RegistrationPageProps,
  decision: Decision,
  told: RegistrationNotice,
) {
  const { locale } = registration.sent.submission
  const { mail } = wordsFor(locale).coordinator.registry
  const { name } = registrantOf(form, answers)
  const network = scope.network.name[locale]
  if (decision.outcome === 'declined')
    return [mail.declined.text(name, network), `${mail.declined.reason}: ${decision.reason}`].join('\n\n')
  const open = told.open.map(
    ({ slug, title }) => `${title[locale]}: ${told.publicUrl}${formPath(slug, locale)}`,
  )
  return [mail.confirmed.text(name, network), ...open].join('\n\n')
}

function ToldBy({ props, locale, decision }: PartProps & { readonly decision: Decision }) {
  const words = wordsFor(locale).coordinator.registry.registrations.mail
  const { told, form, answers } = props
  if (!told) return null
  const { mail } = told
  const { whatsapp } = registrantOf(form, answers).contact
  const state = () => {
    if (!mail) return words.none
    if (mail.failedAt !== null) return words.failed(mail.recipient)
    return mail.handedAt === null ? words.waiting(mail.recipient) : words.handed(mail.recipient)
  }
  return (
    <>
      <p>{state()}</p>
      {whatsapp !== null && (mail === null || mail.failedAt !== null) ? (
        <p>
          <a class="go" href={whatsappPath(whatsapp, textOf(props, decision, told))} rel="noreferrer">
            {words.share}
          </a>
        </p>
      ) : null}
    </>
  )
}

function DecisionPart({ props, scope, locale, decision }: PartProps & { readonly decision: Decision }) {
  const { registry } = wordsFor(locale).coordinator
  const words = registry.registrations.decision
  const { outcome, decidedAt, by, reason, organisationId, organisation } = decision
  return (
    <>
      <h2>{words.title}</h2>
      <p>{words[outcome](showMoment(decidedAt, scope.network.timeZone, locale), by ?? words.somebody)}</p>
      {reason === null ? null : (
        <p class="pre">
          <b>{words.reason}:</b> {reason}
        </p>
      )}
      <ToldBy props={props} scope={scope} locale={locale} decision={decision} />
      {organisationId === null ? null : (
        <p>
          <a class="go" href={organisationPath(scope.network.slug, organisationId)}>
            {words.organisation(organisation ?? registry.noName)}
          </a>
        </p>
      )}
    </>
  )
}

/** The page of one registration. */
export function RegistrationPage(props: RegistrationPageProps) {
  const { self, scope, registration, form, answers, deciding, said, stopped } = props
  const { network, person } = scope
  const { locale } = person
  const { registry } = wordsFor(locale).coordinator
  const words = registry.registrations
  const { sent, decision } = registration
  const { submission, revision, round } = sent
  const moment = (at: number) => showMoment(at, network.timeZone, locale)
  const issues = deciding?.issues ?? []
  const part = { props, scope, locale }
  return (
    <CoordinatorPage
      self={self}
      network={network}
      path={registrationPath(network.slug, submission.id)}
      title={words.one(calledIn(registration, registry.noName))}
      isRefused={issues.length > 0 || stopped !== null}
    >
      <Said text={said} />
      {stopped === null ? null : (
        <p class="box bad" role="alert">
          {stopped}
        </p>
      )}
      <Problems issues={issues} locale={locale} />
      <p>
        {words.sent} {moment(submission.createdAt)}.
        {revision.number > 1 ? ` ${words.corrected} ${moment(revision.createdAt)}.` : null}
      </p>
      <p>
        {words.round}: {round.title[locale]}. {words.reference}: {submission.reference}. {words.district}:{' '}
        {districtName(form, answers)}.
      </p>
      {submission.heldAt !== null && !decision ? (
        <p class="box bad">
          {submission.heldFor === null ? words.second : wordsFor(locale).limits.held.why[submission.heldFor]}
        </p>
      ) : null}
      {decision ? <DecisionPart {...part} decision={decision} /> : null}
      <h2>{words.answers}</h2>
      {props.isWhole ? null : <p class="box bad">{wordsFor(locale).seals.answers}</p>}
      <AnswersList
        form={form}
        answers={answers}
        locale={locale}
        rank="h3"
        show={({ data }) => (data === 'sensitive' ? wordsFor(locale).page.receipt.unshown : null)}
      />
      {deciding ? (
        <>
          <ConfirmForm {...part} deciding={deciding} />
          <DeclineForm {...part} deciding={deciding} />
        </>
      ) : null}
      <p>
        <a class="go" href={registrationsPath(network.slug)}>
          {words.toList}
        </a>
      </p>
    </CoordinatorPage>
  )
}
