// Networks as their own page shows them.
import { asc, eq } from 'drizzle-orm'
import type { Logo } from '../../core/kernel/picture.ts'
import type { Text } from '../../core/kernel/text.ts'
import type { Database } from '../database.ts'
import { networkLogos, networks } from '../schema/index.ts'
import { logoColumns } from './settings.read.ts'

const columns = {
  id: networks.id,
  slug: networks.slug,
  name: networks.name,
  timeZone: networks.timeZone,
  replyTo: networks.replyTo,
  privacyNotice: networks.privacyNotice,
  privacyContact: networks.privacyContact,
}

const shown = (db: Database) =>
  db
    .select({ network: columns, logo: logoColumns })
    .from(networks)
    .leftJoin(networkLogos, eq(networkLogos.networkId, networks.id))

/** A network as its page shows it. */
export interface NetworkName {
  readonly id: string
  readonly slug: string
  readonly name: Text
  readonly timeZone: string
  readonly replyTo: string
  readonly privacyNotice: Text | null
  readonly privacyContact: string | null
  readonly logo: Logo | null
}

/** Every network of the deployment, oldest first. */
export async function allNetworks(db: Database): Promise<NetworkName[]> {
  const found = await shown(db).orderBy(asc(networks.createdAt), asc(networks.slug))
  return found.map(({ network, logo }) => ({ ...network, logo }))
}

/** The network behind an address, or null. */
export async function networkBySlug(db: Database, slug: string): Promise<NetworkName | null> {
  const [found] = await shown(db).where(eq(networks.slug, slug)).limit(1)
  return found ? { ...found.network, logo: found.logo } : null
}
