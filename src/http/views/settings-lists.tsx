// The two lists among the settings of a network: its programme years, and what organisations can be in it.
import type { Child } from 'hono/jsx'
import { showDate } from '../../core/kernel/date.ts'
import {
  rolePath,
  roleRemovalPath,
  settingsPartPath,
  settingsPath,
  yearPath,
  yearRemovalPath,
} from '../../core/kernel/paths.ts'
import type { RoleName } from '../../core/network/registry.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { StoredYear } from '../../db/network/settings.read.ts'
import { CoordinatorPage } from './coordinator.tsx'
import { Done, type FormProps, type SettingsDone } from './settings.tsx'
import { type Filled, Line, LinesInBoth, Problems } from './settings-fields.tsx'

interface FrameProps {
  readonly props: FormProps
  readonly path: string
  readonly title: string
  readonly back: readonly [path: string, text: string]
  readonly children: Child
}

/** A page with a form or a list, what is wrong above it, and the way back below. */
function Frame({ props, path, title, back, children }: FrameProps) {
  const { self, scope, fields, problems } = props
  const [backPath, backText] = back
  return (
    <CoordinatorPage
      self={self}
      network={scope.network}
      path={path}
      title={title}
      isRefused={problems.length > 0}
    >
      <Problems fields={fields} problems={problems} locale={scope.person.locale} />
      {children}
      <p>
        <a class="go" href={backPath}>
          {backText}
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

const wordsOf = ({ scope }: FormProps) => wordsFor(scope.person.locale).coordinator.settings

function YearFields(props: FormProps) {
  const filled = filledOf(props)
  const { years: words } = wordsOf(props)
  return (
    <>
      <LinesInBoth {...filled} name="name" label={words.name} />
      <Line {...filled} id="from" type="date" label={words.from} hint={words.dayHint} />
      <Line {...filled} id="to" type="date" label={words.to} hint={words.dayHint} />
    </>
  )
}

interface RemovalProps {
  readonly path: string
  readonly text: string
}

const Removal = ({ path, text }: RemovalProps) => (
  <form method="post" action={path}>
    <button type="submit" class="quiet">
      {text}
    </button>
  </form>
)

/** The programme years, and a form for one more. */
export function YearsPage(
  props: FormProps & { readonly years: readonly StoredYear[]; readonly done: SettingsDone | null },
) {
  const { scope, years, done } = props
  const { slug } = scope.network
  const { locale } = scope.person
  const { years: words, back } = wordsOf(props)
  const path = settingsPartPath(slug, 'years')
  return (
    <Frame props={props} path={path} title={words.title} back={[settingsPath(slug), back]}>
      <Done done={done} locale={locale} />
      <p>{words.intro}</p>
      {years.length === 0 ? <p>{words.none}</p> : null}
      <ul class="list">
        {years.map(({ id, name, fromDay, toDay }) => (
          <li>
            <p>
              <b>{name[locale]}</b>
            </p>
            <p>{words.span(showDate(fromDay, locale), showDate(toDay, locale))}</p>
            <p>
              <a class="go" href={yearPath(slug, id)}>
                {words.change(name[locale])}
              </a>
            </p>
            <Removal path={yearRemovalPath(slug, id)} text={words.remove(name[locale])} />
          </li>
        ))}
      </ul>
      <h2>{words.add}</h2>
      <form method="post" action={path} novalidate>
        <YearFields {...props} />
        <button type="submit">{words.add}</button>
      </form>
    </Frame>
  )
}

/** One programme year to change. */
export function YearPage(props: FormProps & { readonly year: StoredYear }) {
  const { scope, year } = props
  const { slug } = scope.network
  const { years: words, save } = wordsOf(props)
  const path = yearPath(slug, year.id)
  return (
    <Frame
      props={props}
      path={path}
      title={words.change(year.name[scope.person.locale])}
      back={[settingsPartPath(slug, 'years'), words.back]}
    >
      <form method="post" action={path} novalidate>
        <YearFields {...props} />
        <button type="submit">{save}</button>
      </form>
    </Frame>
  )
}

/** What organisations can be, and a form for one more; what is in use cannot be removed. */
export function RolesPage(
  props: FormProps & {
    readonly roles: readonly RoleName[]
    /** The keys in use. */
    readonly used: readonly string[]
    readonly done: SettingsDone | null
  },
) {
  const { scope, roles, used, done } = props
  const { slug } = scope.network
  const { locale } = scope.person
  const { roles: words, back } = wordsOf(props)
  const path = settingsPartPath(slug, 'roles')
  return (
    <Frame props={props} path={path} title={words.title} back={[settingsPath(slug), back]}>
      <Done done={done} locale={locale} />
      <p>{words.intro}</p>
      {roles.length === 0 ? <p>{words.none}</p> : null}
      <ul class="list">
        {roles.map(({ key, name }) => (
          <li>
            <p>
              <b>{name[locale]}</b>
            </p>
            <p>
              <a class="go" href={rolePath(slug, key)}>
                {words.change(name[locale])}
              </a>
            </p>
            {used.includes(key) ? (
              <p>{words.used}</p>
            ) : (
              <Removal path={roleRemovalPath(slug, key)} text={words.remove(name[locale])} />
            )}
          </li>
        ))}
      </ul>
      <h2>{words.add}</h2>
      <form method="post" action={path} novalidate>
        <LinesInBoth {...filledOf(props)} name="name" label={words.name} />
        <button type="submit">{words.add}</button>
      </form>
    </Frame>
  )
}

/** One role to name anew. */
export function RolePage(props: FormProps & { readonly role: RoleName }) {
  const { scope, role } = props
  const { slug } = scope.network
  const { roles: words, save } = wordsOf(props)
  const path = rolePath(slug, role.key)
  return (
    <Frame
      props={props}
      path={path}
      title={words.change(role.name[scope.person.locale])}
      back={[settingsPartPath(slug, 'roles'), words.back]}
    >
      <form method="post" action={path} novalidate>
        <LinesInBoth {...filledOf(props)} name="name" label={words.name} />
        <button type="submit">{save}</button>
      </form>
    </Frame>
  )
}
