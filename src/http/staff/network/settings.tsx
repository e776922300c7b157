// /c/n/:slug/settings: administrators set what their network says of itself and goes by.
import type { Context } from 'hono'
import {
  removeLogoOf,
  type SettingOutcome,
  setGeneralFrom,
  setLogoFrom,
  setMailsFrom,
  setPrivacyFrom,
} from '../../../actions/network.ts'
import { type Fields, noFields } from '../../../core/form/fields.ts'
import { settingsPath } from '../../../core/kernel/paths.ts'
import {
  fieldsOfGeneral,
  fieldsOfMails,
  fieldsOfPrivacy,
  fieldsOfText,
  type SettingsProblem,
} from '../../../core/network/settings.ts'
import { wordsFor } from '../../../core/words/index.ts'
import { type Settings, settingsOf, yearsOf } from '../../../db/network/settings.read.ts'
import type { Deps } from '../../../deps.ts'
import { readFields, readUpload } from '../../kernel/body.ts'
import {
  FILE_FIELD,
  type FormProps,
  GeneralPage,
  LogoPage,
  MailsPage,
  PrivacyPage,
  type SettingsDone,
  SettingsPage,
  type SettingsProps,
} from '../../views/settings.tsx'
import type { Pages } from '../access.ts'
import { redirectTo, respondProblemIn, respondStaffPage } from '../respond.tsx'

type Answer = Response | Promise<Response>
type Page = (props: FormProps) => Parameters<typeof respondStaffPage>[1]

/** What the address says has just been done, or null. */
export function doneIn(c: Context): SettingsDone | null {
  const said = c.req.query('done')
  const isKnown = (one: string | undefined): one is SettingsDone =>
    one !== undefined && Object.hasOwn(wordsFor('id').coordinator.settings.done, one)
  return isKnown(said) ? said : null
}

/** Answers what became of a write: on to a page that says so, or the form again with everything typed. */
export function respondToSetting(
  c: Context,
  { self, scope }: SettingsProps,
  set: SettingOutcome,
  next: readonly [path: string, done: SettingsDone],
  again: (problems: readonly SettingsProblem[]) => Answer = () =>
    respondProblemIn(c, 'notFound', self, scope.network),
): Answer {
  const [path, done] = next
  if (set === 'done') return redirectTo(c, `${path}?done=${done}`)
  if (set === 'refused') return respondProblemIn(c, 'role', self, scope.network)
  if (set === 'gone') return respondProblemIn(c, 'notFound', self, scope.network)
  return again(set)
}

/** Registers the pages of those who set what a network goes by. */
export function settingsPages(pages: Pages, deps: Deps): void {
  pages.inNetwork('GET /c/n/:slug/settings', async (c, entered) => {
    const { scope } = entered
    const [settings, years] = await Promise.all([settingsOf(scope, deps.db), yearsOf(scope, deps.db)])
    return respondStaffPage(
      c,
      <SettingsPage {...entered} settings={settings} years={years} done={doneIn(c)} />,
    )
  })

  formPages(pages, deps)
  logoPages(pages, deps)
}

/** The groups that are one form each. */
function formPages(pages: Pages, deps: Deps): void {
  const part = (
    name: 'general' | 'mails' | 'privacy',
    page: Page,
    fieldsOf: (settings: Settings) => Fields,
    set: (scope: SettingsProps['scope'], deps: Deps, fields: Fields) => Promise<SettingOutcome>,
  ): void => {
    pages.inNetwork(`GET /c/n/:slug/settings/${name}`, async (c, entered) => {
      const fields = fieldsOf(await settingsOf(entered.scope, deps.db))
      return respondStaffPage(c, page({ ...entered, fields, problems: [] }))
    })
    pages.inNetwork(`POST /c/n/:slug/settings/${name}`, async (c, entered) => {
      const fields = await readFields(c)
      const home = settingsPath(entered.scope.network.slug)
      return respondToSetting(c, entered, await set(entered.scope, deps, fields), [home, name], (problems) =>
        respondStaffPage(c, page({ ...entered, fields, problems }), 422),
      )
    })
  }
  part('general', GeneralPage, fieldsOfGeneral, setGeneralFrom)
  part('mails', MailsPage, fieldsOfMails, setMailsFrom)
  part('privacy', PrivacyPage, fieldsOfPrivacy, setPrivacyFrom)
}

function logoPages(pages: Pages, deps: Deps): void {
  pages.inNetwork('GET /c/n/:slug/settings/logo', (c, entered) => {
    const { logo } = entered.scope.network
    const fields = logo ? fieldsOfText('alt', logo.alt) : noFields
    return respondStaffPage(c, <LogoPage {...entered} fields={fields} problems={[]} />)
  })

  pages.inNetwork('POST /c/n/:slug/settings/logo', async (c, entered) => {
    const fields = await readFields(c)
    const set = await setLogoFrom(entered.scope, deps, fields, await readUpload(c, FILE_FIELD))
    const home = settingsPath(entered.scope.network.slug)
    return respondToSetting(c, entered, set, [home, 'logo'], (problems) =>
      respondStaffPage(c, <LogoPage {...entered} fields={fields} problems={problems} />, 422),
    )
  })

  pages.inNetwork('POST /c/n/:slug/settings/logo/remove', async (c, entered) => {
    const home = settingsPath(entered.scope.network.slug)
    return respondToSetting(c, entered, await removeLogoOf(entered.scope, deps), [home, 'logoRemoved'])
  })
}
