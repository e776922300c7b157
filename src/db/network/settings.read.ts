// What a network has set, for its administrators, and its picture, for everybody.
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Scope } from '../../core/kernel/scope.ts'
import type { QuietDays, RoleName } from '../../core/network/registry.ts'
import type { General, Mails, Privacy, Year } from '../../core/network/settings.ts'
import type { Database } from '../database.ts'
import { roleNames } from '../facts/network.ts'
import { networkLogos, networks, programmeYears, roles, rounds } from '../schema/index.ts'

/** The columns of a network's picture that pages need; null where it has none. */
export const logoColumns = {
  hash: networkLogos.hash,
  width: networkLogos.width,
  height: networkLogos.height,
  alt: networkLogos.alt,
}

/** Everything of a network but its picture, its years and where its roles are used. */
export interface Settings extends General, Mails, Privacy {
  readonly roles: readonly RoleName[]
}

const NO_QUIET_DAYS: QuietDays = { weekdays: [], days: [] }

/** What the network of a scope has set. */
export async function settingsOf({ network }: Scope<'settings'>, db: Database): Promise<Settings> {
  const [found] = await db
    .select({
      name: networks.name,
      provinces: networks.provinces,
      timeZone: networks.timeZone,
      minGroup: networks.minGroup,
      replyTo: networks.replyTo,
      quietDays: networks.quietDays,
      notice: networks.privacyNotice,
      contact: networks.privacyContact,
      roles: roleNames,
    })
    .from(networks)
    .where(eq(networks.id, network.id))
  if (!found) throw new Error('the network of a scope is not there')
  return { ...found, quietDays: found.quietDays ?? NO_QUIET_DAYS }
}

/** A programme year with its id. */
export interface StoredYear extends Year {
  readonly id: string
}

/** The programme years of a network, in their order. */
export const yearsOf = ({ network }: Scope<'settings'>, db: Database): Promise<StoredYear[]> =>
  db
    .select({
      id: programmeYears.id,
      name: programmeYears.name,
      fromDay: programmeYears.fromDay,
      toDay: programmeYears.toDay,
    })
    .from(programmeYears)
    .where(eq(programmeYears.networkId, network.id))
    .orderBy(asc(programmeYears.fromDay))

/** The keys of the roles that organisations have or had, or that rounds count by. */
export async function usedRoles({ network }: Scope<'settings'>, db: Database): Promise<readonly string[]> {
  const [held, counted] = await Promise.all([
    db.selectDistinct({ key: roles.role }).from(roles).where(eq(roles.networkId, network.id)),
    db.select({ keys: rounds.audienceRoles }).from(rounds).where(eq(rounds.networkId, network.id)),
  ])
  return [...new Set([...held.map(({ key }) => key), ...counted.flatMap(({ keys }) => keys ?? [])])]
}

/** The picture of a network by its hash, or null where it has another or none by now. */
export async function logoBytes(
  db: Database,
  slug: string,
  hash: string,
): Promise<{ readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> } | null> {
  const [found] = await db
    .select({
      mediaType: networkLogos.mediaType,
      // The schema's own type would make a Buffer of it, which there is in Node only; D1 gives the bytes as numbers.
      bytes: sql<readonly number[]>`${networkLogos.bytes}`,
    })
    .from(networkLogos)
    .innerJoin(networks, eq(networks.id, networkLogos.networkId))
    .where(and(eq(networks.slug, slug), eq(networkLogos.hash, hash)))
  return found ? { mediaType: found.mediaType, bytes: new Uint8Array(found.bytes) } : null
}
