// Lets links open the rows they name.
import { HTTPException } from 'hono/http-exception'
import { checkLink, type LinkKind, linkedId } from '../../core/link.ts'
import { type SentSubmission, submissionById } from '../../db/read/submission.ts'
import type { Deps } from '../../deps.ts'

/**
 * The row a link opens.
 * @throws HTTPException 404 for a forged link, 410 for one of an earlier generation.
 */
export async function openLink<Row>(
  { secrets }: Deps,
  kind: LinkKind,
  link: string,
  load: (id: string) => Promise<Row | null>,
  generation: (row: Row) => number,
): Promise<Row> {
  const id = linkedId(link)
  const row = id && (await load(id))
  if (!row) throw new HTTPException(404)
  const state = await checkLink(secrets, kind, link, generation(row))
  if (state !== 'good') throw new HTTPException(state === 'revoked' ? 410 : 404)
  return row
}

/** The submission that a receipt's link opens; throws as `openLink` does. */
export const openReceipt = (deps: Deps, link: string): Promise<SentSubmission> =>
  openLink(
    deps,
    'receipt',
    link,
    (id) => submissionById(deps.db, id),
    ({ submission }) => submission.linkGeneration,
  )
