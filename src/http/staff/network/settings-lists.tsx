// /c/n/:slug/settings/years and /roles: the two lists among a network's settings, with a page for each of their entries.
import type { Context } from 'hono'
import {
  addRoleFrom,
  addYearFrom,
  changeYearFrom,
  removeRoleOf,
  removeYearOf,
  renameRoleFrom,
} from '../../../actions/network.ts'
import { type Fields, noFields } from '../../../core/form/fields.ts'
import { settingsPartPath } from '../../../core/kernel/paths.ts'
import type { RoleName } from '../../../core/network/registry.ts'
import { fieldsOfText, fieldsOfYear, type SettingsProblem } from '../../../core/network/settings.ts'
import { type StoredYear, settingsOf, usedRoles, yearsOf } from '../../../db/network/settings.read.ts'
import type { Deps } from '../../../deps.ts'
import { readFields } from '../../kernel/body.ts'
import type { SettingsProps } from '../../views/settings.tsx'
import { RolePage, RolesPage, YearPage, YearsPage } from '../../views/settings-lists.tsx'
import type { Pages } from '../access.ts'
import { respondProblemIn, respondStaffPage } from '../respond.tsx'
import { doneIn, respondToSetting } from './settings.tsx'

/** Registers the pages of programme years and of what organisations can be. */
export function settingsListPages(pages: Pages, deps: Deps): void {
  yearPages(pages, deps)
  rolePages(pages, deps)
}

type Problems = readonly SettingsProblem[]

const yearsPath = ({ scope }: SettingsProps): string => settingsPartPath(scope.network.slug, 'years')
const rolesPath = ({ scope }: SettingsProps): string => settingsPartPath(scope.network.slug, 'roles')
const notFound = (c: Context, { self, scope }: SettingsProps) =>
  respondProblemIn(c, 'notFound', self, scope.network)

function yearPages(pages: Pages, deps: Deps): void {
  pages.inNetwork('GET /c/n/:slug/settings/years', async (c, entered) => {
    const years = await yearsOf(entered.scope, deps.db)
    return respondStaffPage(
      c,
      <YearsPage {...entered} years={years} done={doneIn(c)} fields={noFields} problems={[]} />,
    )
  })

  pages.inNetwork('POST /c/n/:slug/settings/years', async (c, entered) => {
    const fields = await readFields(c)
    const years = await yearsOf(entered.scope, deps.db)
    const added = await addYearFrom(entered.scope, deps, fields, years)
    return respondToSetting(c, entered, added, [yearsPath(entered), 'yearAdded'], (problems) =>
      respondStaffPage(c, <YearsPage {...entered} {...{ years, fields, problems }} done={null} />, 422),
    )
  })

  /** The year that the address names, among all of them; undefined where it is not there. */
  const named = async (c: Context, { scope }: SettingsProps) => {
    const years = await yearsOf(scope, deps.db)
    return { years, year: years.find(({ id }) => id === c.req.param('year')) }
  }

  const page = (
    c: Context,
    entered: SettingsProps,
    year: StoredYear,
    fields: Fields,
    problems: Problems = [],
  ) =>
    respondStaffPage(
      c,
      <YearPage {...entered} {...{ year, fields, problems }} />,
      problems.length === 0 ? 200 : 422,
    )

  pages.inNetwork('GET /c/n/:slug/settings/years/:year', async (c, entered) => {
    const { year } = await named(c, entered)
    return year ? page(c, entered, year, fieldsOfYear(year)) : notFound(c, entered)
  })

  pages.inNetwork('POST /c/n/:slug/settings/years/:year', async (c, entered) => {
    const fields = await readFields(c)
    const { year, years } = await named(c, entered)
    if (!year) return notFound(c, entered)
    const changed = await changeYearFrom(entered.scope, deps, fields, year.id, years)
    return respondToSetting(c, entered, changed, [yearsPath(entered), 'yearChanged'], (problems) =>
      page(c, entered, year, fields, problems),
    )
  })

  pages.inNetwork('POST /c/n/:slug/settings/years/:year/remove', async (c, entered) => {
    const removed = await removeYearOf(entered.scope, deps, c.req.param('year') ?? '')
    return respondToSetting(c, entered, removed, [yearsPath(entered), 'yearRemoved'])
  })
}

function rolePages(pages: Pages, deps: Deps): void {
  const listed = async ({ scope }: SettingsProps) => {
    const [{ roles }, used] = await Promise.all([settingsOf(scope, deps.db), usedRoles(scope, deps.db)])
    return { roles, used }
  }

  const list = async (c: Context, entered: SettingsProps, fields: Fields, problems: Problems) => {
    const lists = await listed(entered)
    const done = problems.length === 0 ? doneIn(c) : null
    const status = problems.length === 0 ? 200 : 422
    return respondStaffPage(c, <RolesPage {...entered} {...lists} {...{ fields, problems, done }} />, status)
  }

  pages.inNetwork('GET /c/n/:slug/settings/roles', (c, entered) => list(c, entered, noFields, []))

  pages.inNetwork('POST /c/n/:slug/settings/roles', async (c, entered) => {
    const fields = await readFields(c)
    const { roles, used } = await listed(entered)
    const added = await addRoleFrom(entered.scope, deps, fields, roles, used)
    return respondToSetting(c, entered, added, [rolesPath(entered), 'roleAdded'], (problems) =>
      list(c, entered, fields, problems),
    )
  })

  /** Answers about the role that the address names. */
  const withRole = async (
    c: Context,
    entered: SettingsProps,
    answer: (role: RoleName, roles: readonly RoleName[]) => Response | Promise<Response>,
  ): Promise<Response> => {
    const { roles } = await settingsOf(entered.scope, deps.db)
    const role = roles.find(({ key }) => key === c.req.param('role'))
    return role ? answer(role, roles) : notFound(c, entered)
  }

  pages.inNetwork('GET /c/n/:slug/settings/roles/:role', (c, entered) =>
    withRole(c, entered, (role) =>
      respondStaffPage(
        c,
        <RolePage {...entered} role={role} fields={fieldsOfText('name', role.name)} problems={[]} />,
      ),
    ),
  )

  pages.inNetwork('POST /c/n/:slug/settings/roles/:role', (c, entered) =>
    withRole(c, entered, async (role, roles) => {
      const fields = await readFields(c)
      const renamed = await renameRoleFrom(entered.scope, deps, fields, role.key, roles)
      return respondToSetting(c, entered, renamed, [rolesPath(entered), 'roleChanged'], (problems) =>
        respondStaffPage(c, <RolePage {...entered} {...{ role, fields, problems }} />, 422),
      )
    }),
  )

  pages.inNetwork('POST /c/n/:slug/settings/roles/:role/remove', async (c, entered) => {
    const removed = await removeRoleOf(entered.scope, deps, c.req.param('role') ?? '')
    return respondToSetting(c, entered, removed, [rolesPath(entered), 'roleRemoved'], (problems) =>
      list(c, entered, noFields, problems),
    )
  })
}
