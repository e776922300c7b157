// Networks as their own page shows them.
import { asc, eq } from 'drizzle-orm'
import type { Text } from '../../core/text.ts'
import type { Database } from '../database.ts'
import { networks } from '../schema.ts'

const columns = {
  id: networks.id,
  slug: networks.slug,
  name: networks.name,
  timeZone: networks.timeZone,
  replyTo: networks.replyTo,
}

/** A network, without its settings. */
export interface NetworkName {
  readonly id: string
  readonly slug: string
  readonly name: Text
  readonly timeZone: string
  readonly replyTo: string
}

/** Every network of the deployment, oldest first. */
export const allNetworks = (db: Database): Promise<NetworkName[]> =>
  db.select(columns).from(networks).orderBy(asc(networks.createdAt), asc(networks.slug))

/** The network behind an address, or null. */
export async function networkBySlug(db: Database, slug: string): Promise<NetworkName | null> {
  const [network] = await db.select(columns).from(networks).where(eq(networks.slug, slug)).limit(1)
  return network ?? null
}
