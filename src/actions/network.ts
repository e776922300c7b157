// Administrators set what their network says of itself and goes by.

import type { Fields } from '../core/form/fields.ts'
import { toBase64url } from '../core/kernel/base64url.ts'
import { newId } from '../core/kernel/id.ts'
import { readPicture } from '../core/kernel/picture.ts'
import type { Scope } from '../core/kernel/scope.ts'
import type { RoleName } from '../core/network/registry.ts'
import {
  keyFor,
  MOST_ROLES,
  MOST_YEARS,
  readAlt,
  readGeneral,
  readMails,
  readPrivacy,
  readRoleName,
  readYear,
  type SettingsProblem,
  type SettingsReading,
} from '../core/network/settings.ts'
import { removeLogo, setAlt, setLogo } from '../db/network/logo.write.ts'
import { addRoleName, changeRoleName, removeRoleName } from '../db/network/role.write.ts'
import type { StoredYear } from '../db/network/settings.read.ts'
import { type SettingWriteOutcome, setGeneral, setMails, setPrivacy } from '../db/network/settings.write.ts'
import { addYear, changeYear, removeYear } from '../db/network/year.write.ts'
import type { Deps } from '../deps.ts'

type May = Scope<'settings'>

/** What became of a setting: stored, refused because the writer is no administrator any more, or what is wrong. */
export type SettingOutcome = 'done' | 'gone' | 'refused' | readonly SettingsProblem[]

/** The largest picture taken, in bytes, and in pixels a side. */
export const LOGO_BYTES = 100_000
const LOGO_PIXELS = 2000

/** Writes what was read; where the database stands against it, that is `unless`. */
async function storeSetting<T>(
  read: SettingsReading<T>,
  store: (value: T) => Promise<SettingWriteOutcome>,
  unless: SettingsProblem | 'gone' = 'gone',
): Promise<SettingOutcome> {
  if ('problems' in read) return read.problems
  const written = await store(read.value)
  if (written !== 'not') return written
  return unless === 'gone' ? 'gone' : [unless]
}

export const setGeneralFrom = (scope: May, { db, clock }: Deps, fields: Fields): Promise<SettingOutcome> =>
  storeSetting(readGeneral(fields, scope.network), (general) => setGeneral(scope, db, general, clock.now()))

export const setMailsFrom = (scope: May, { db, clock }: Deps, fields: Fields): Promise<SettingOutcome> =>
  storeSetting(readMails(fields), (mails) => setMails(scope, db, mails, clock.now()))

export const setPrivacyFrom = (scope: May, { db, clock }: Deps, fields: Fields): Promise<SettingOutcome> =>
  storeSetting(readPrivacy(fields), (privacy) => setPrivacy(scope, db, privacy, clock.now()))

/** What is wrong with a file as a picture of a network. */
function fileProblem(bytes: Uint8Array): SettingsProblem | null {
  if (bytes.length > LOGO_BYTES) return 'fileLarge'
  const picture = readPicture(bytes)
  if (!picture) return 'fileKind'
  const { width, height } = picture
  return Math.min(width, height) < 1 || Math.max(width, height) > LOGO_PIXELS ? 'filePixels' : null
}

/** Puts a picture in place, or with no file says something else of the one that is there. */
export async function setLogoFrom(
  scope: May,
  { db, clock }: Deps,
  fields: Fields,
  bytes: Uint8Array<ArrayBuffer> | null,
): Promise<SettingOutcome> {
  const alt = readAlt(fields)
  if (bytes === null && scope.network.logo !== null)
    return storeSetting(alt, (value) => setAlt(scope, db, value, clock.now()), 'fileMissing')
  const problem = bytes === null ? 'fileMissing' : fileProblem(bytes)
  const picture = bytes === null || problem !== null ? null : readPicture(bytes)
  if (!bytes || !picture || 'problems' in alt) {
    const texts = 'problems' in alt ? alt.problems : []
    return problem === null ? texts : [problem, ...texts]
  }
  const hash = toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  return storeSetting(alt, (value) =>
    setLogo(scope, db, { ...picture, bytes, alt: value, hash, now: clock.now() }),
  )
}

const gone = async (removed: Promise<SettingWriteOutcome>): Promise<SettingOutcome> => {
  const written = await removed
  return written === 'not' ? 'gone' : written
}

export const removeLogoOf = (scope: May, { db, clock }: Deps): Promise<SettingOutcome> =>
  gone(removeLogo(scope, db, clock.now()))

/** Adds a programme year to those there are. */
export async function addYearFrom(
  scope: May,
  { db, clock, random }: Deps,
  fields: Fields,
  years: readonly StoredYear[],
): Promise<SettingOutcome> {
  if (years.length >= MOST_YEARS) return ['mostYears']
  const id = newId(clock, random)
  return storeSetting(readYear(fields, years), (year) => addYear(scope, db, id, year, clock.now()), 'overlap')
}

/** Changes one of the programme years. */
export const changeYearFrom = (
  scope: May,
  { db, clock }: Deps,
  fields: Fields,
  id: string,
  years: readonly StoredYear[],
): Promise<SettingOutcome> => {
  const others = years.filter((year) => year.id !== id)
  return storeSetting(
    readYear(fields, others),
    (year) => changeYear(scope, db, id, year, clock.now()),
    'overlap',
  )
}

export const removeYearOf = (scope: May, { db, clock }: Deps, id: string): Promise<SettingOutcome> =>
  gone(removeYear(scope, db, id, clock.now()))

/** Adds something that organisations can be in the network. */
export async function addRoleFrom(
  scope: May,
  { db, clock }: Deps,
  fields: Fields,
  roles: readonly RoleName[],
  used: readonly string[],
): Promise<SettingOutcome> {
  if (roles.length >= MOST_ROLES) return ['mostRoles']
  // A key that rows still carry is not given to something else, even where its name is gone.
  const taken = [...roles.map(({ key }) => key), ...used]
  return storeSetting(
    readRoleName(fields, roles),
    (name) => addRoleName(scope, db, { key: keyFor(name, taken), name }, clock.now()),
    'sameName',
  )
}

/** Gives a role another name; its key stays. */
export const renameRoleFrom = (
  scope: May,
  { db, clock }: Deps,
  fields: Fields,
  key: string,
  roles: readonly RoleName[],
): Promise<SettingOutcome> => {
  const others = roles.filter((role) => role.key !== key)
  return storeSetting(readRoleName(fields, others), (name) =>
    changeRoleName(scope, db, key, name, clock.now()),
  )
}

/** Removes a role that is not in use. */
export async function removeRoleOf(scope: May, { db, clock }: Deps, key: string): Promise<SettingOutcome> {
  const written = await removeRoleName(scope, db, key, clock.now())
  return written === 'not' ? ['used'] : written
}
