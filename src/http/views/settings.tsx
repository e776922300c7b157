// The settings of a network: what they are now, and a short form for each group of them.
import type { Child } from 'hono/jsx'
import { showDate } from '../../core/kernel/date.ts'
import { logoRemovalPath, settingsPartPath, settingsPath } from '../../core/kernel/paths.ts'
import type { Scope, Self } from '../../core/kernel/scope.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { WEEKDAYS, zonesFor } from '../../core/network/settings.ts'
import { provinces } from '../../core/place/regions.ts'
import { ZONES } from '../../core/place/zone.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { Settings, StoredYear } from '../../db/network/settings.read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { LogoPicture } from './logo.tsx'
import {
  Area,
  AreasInBoth,
  Choices,
  FileChoice,
  type Filled,
  Line,
  LinesInBoth,
  Problems,
} from './settings-fields.tsx'

/** What a page of settings is made from. */
export interface SettingsProps {
  readonly self: Self
  readonly scope: Scope<'settings'>
}

export type FormProps = SettingsProps & Omit<Filled, 'locale'>

/** What has just been done, as the next page says it. */
export type SettingsDone = keyof ReturnType<typeof wordsFor>['coordinator']['settings']['done']

/** The field that carries the picture. */
export const FILE_FIELD = 'file'

const zoneName = (zone: string): string => ZONES[zone] ?? zone

const provinceNames = (codes: readonly string[]): string =>
  provinces
    .filter(({ code }) => codes.includes(code))
    .map(({ name }) => name)
    .join(', ')

/** What has just been done, told to whoever does not see the page change (WCAG 2.2 SC 4.1.3). */
export function Done({ done, locale }: { readonly done: SettingsDone | null; readonly locale: Locale }) {
  return done === null ? null : (
    <p class="box" role="status">
      {wordsFor(locale).coordinator.settings.done[done]}
    </p>
  )
}

function quietWords({ quietDays }: Settings, locale: Locale): string {
  const words = wordsFor(locale).coordinator.settings
  const weekdays = quietDays.weekdays.map((day) => words.weekdays[day - 1])
  const days = quietDays.days.map((day) => showDate(day, locale))
  return [...weekdays, ...days].join(', ') || words.mails.noDays
}

type Part = Parameters<typeof settingsPartPath>[1]

/** What there is to set, with what is set now. */
export function SettingsPage(
  props: SettingsProps & {
    readonly settings: Settings
    readonly years: readonly StoredYear[]
    readonly done: SettingsDone | null
  },
) {
  const { self, scope, settings, years, done } = props
  const { network, person } = scope
  const { locale } = person
  const words = wordsFor(locale).coordinator.settings
  const item = (part: Part, title: string, ...now: readonly Child[]) => (
    <li>
      <a class="go" href={settingsPartPath(network.slug, part)}>
        {title}
      </a>
      {now.map((line) => (
        <p>{line}</p>
      ))}
    </li>
  )
  return (
    <CoordinatorPage self={self} network={network} path={settingsPath(network.slug)} title={words.title}>
      <Done done={done} locale={locale} />
      <p>{words.intro(network.name[locale])}</p>
      <p>{words.delay}</p>
      <ul class="list">
        {item(
          'general',
          words.general.title,
          settings.name.id,
          <span lang="en">{settings.name.en}</span>,
          `${provinceNames(settings.provinces)}, ${zoneName(settings.timeZone)}`,
          `${words.general.minGroup}: ${settings.minGroup}`,
        )}
        {item('logo', words.logo.title, network.logo ? words.stored : words.none)}
        {item(
          'mails',
          words.mails.title,
          `${words.mails.replyTo}: ${settings.replyTo}`,
          `${words.mails.quiet}: ${quietWords(settings, locale)}`,
        )}
        {item(
          'years',
          words.years.title,
          years.map(({ name }) => name[locale]).join(', ') || words.years.none,
        )}
        {item(
          'roles',
          words.roles.title,
          settings.roles.map(({ name }) => name[locale]).join(', ') || words.roles.none,
        )}
        {item(
          'privacy',
          words.privacy.title,
          settings.contact ?? (settings.notice ? words.stored : words.none),
        )}
      </ul>
    </CoordinatorPage>
  )
}

/** A page with one form, which posts to the page's own address, and the way back. */
function FormPage({
  props,
  part,
  title,
  intro,
  hasFile = false,
  before,
  after,
  children,
}: {
  readonly props: FormProps
  readonly part: Part
  readonly title: string
  readonly intro?: string
  readonly hasFile?: boolean
  readonly before?: Child
  readonly after?: Child
  readonly children: Child
}) {
  const { self, scope, fields, problems } = props
  const { network, person } = scope
  const words = wordsFor(person.locale).coordinator.settings
  const path = settingsPartPath(network.slug, part)
  return (
    <CoordinatorPage self={self} network={network} path={path} title={title} isRefused={problems.length > 0}>
      <Problems fields={fields} problems={problems} locale={person.locale} />
      {intro ? <p>{intro}</p> : null}
      {before}
      <form method="post" action={path} enctype={hasFile ? 'multipart/form-data' : undefined} novalidate>
        {children}
        <button type="submit">{words.save}</button>
      </form>
      {after}
      <p>
        <a class="go" href={settingsPath(network.slug)}>
          {words.back}
        </a>
      </p>
    </CoordinatorPage>
  )
}

const filledOf = ({ fields, problems, scope }: FormProps): Filled => ({
  fields,
  problems,
  locale: scope.person.locale,
})

/** Name, provinces, clocks and the smallest group. */
export function GeneralPage(props: FormProps) {
  const filled = filledOf(props)
  const { general: words } = wordsFor(filled.locale).coordinator.settings
  return (
    <FormPage props={props} part="general" title={words.title}>
      <LinesInBoth {...filled} name="name" label={words.name} />
      <Choices
        {...filled}
        id="provinces"
        type="checkbox"
        label={words.provinces}
        hint={words.provincesHint}
        choices={provinces.map(({ code, name }) => [code, name])}
      />
      <Choices
        {...filled}
        id="time_zone"
        type="radio"
        label={words.timeZone}
        hint={words.timeZoneHint}
        choices={zonesFor(props.scope.network.timeZone).map((zone) => [zone, zoneName(zone)])}
      />
      <Line {...filled} id="min_group" label={words.minGroup} hint={words.minGroupHint} inputmode="numeric" />
    </FormPage>
  )
}

const LARGE = { width: 320, height: 160 }

/** The picture, with the words for whoever does not see it. */
export function LogoPage(props: FormProps) {
  const filled = filledOf(props)
  const { locale } = filled
  const { network } = props.scope
  const { logo: words } = wordsFor(locale).coordinator.settings
  const now = network.logo ? (
    <>
      <h2>{words.now}</h2>
      <p>
        <LogoPicture network={network} box={LARGE} locale={locale} />
      </p>
    </>
  ) : null
  const removal = network.logo ? (
    <form method="post" action={logoRemovalPath(network.slug)}>
      <button type="submit" class="quiet">
        {words.remove}
      </button>
    </form>
  ) : null
  return (
    <FormPage
      props={props}
      part="logo"
      title={words.title}
      intro={words.intro}
      hasFile
      before={now}
      after={removal}
    >
      <FileChoice
        {...filled}
        id={FILE_FIELD}
        label={words.file}
        hint={words.fileHint}
        accept="image/png,image/jpeg,image/webp"
      />
      <LinesInBoth {...filled} name="alt" label={words.alt} hint={words.altHint} />
    </FormPage>
  )
}

/** Where replies go, and the days without mail. */
export function MailsPage(props: FormProps) {
  const filled = filledOf(props)
  const { mails: words, weekdays } = wordsFor(filled.locale).coordinator.settings
  return (
    <FormPage props={props} part="mails" title={words.title}>
      <Line {...filled} id="reply_to" type="email" label={words.replyTo} hint={words.replyToHint} />
      <Choices
        {...filled}
        id="weekdays"
        type="checkbox"
        label={words.weekdays}
        hint={words.weekdaysHint}
        choices={WEEKDAYS.map((day) => [String(day), weekdays[day - 1] ?? ''])}
      />
      <Area {...filled} id="days" rows={6} label={words.days} hint={words.daysHint} />
    </FormPage>
  )
}

/** What the network says about data. */
export function PrivacyPage(props: FormProps) {
  const filled = filledOf(props)
  const { privacy: words } = wordsFor(filled.locale).coordinator.settings
  return (
    <FormPage props={props} part="privacy" title={words.title} intro={words.intro}>
      <AreasInBoth {...filled} name="notice" rows={8} label={words.notice} hint={words.noticeHint} />
      <Line {...filled} id="contact" label={words.contact} hint={words.contactHint} isOptional />
    </FormPage>
  )
}
