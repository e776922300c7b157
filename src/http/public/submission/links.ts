// Lets links open the rows they name.
import { HTTPException } from 'hono/http-exception'
import { checkLink, type LinkKind, linkedId } from '../../../core/kernel/link.ts'
import type { Round } from '../../../db/round/read.ts'
import { type SentSubmission, submissionById } from '../../../db/submission/read.ts'
import type { Deps } from '../../../deps.ts'

type Network = Round['network']

/** A link of an earlier generation: whoever has it may ask the network. */
export class WithdrawnLink extends HTTPException {
  readonly network: Network

  constructor(network: Network) {
    super(410)
    this.network = network
  }
}

/**
 * The row a link opens.
 * @throws HTTPException 404 for a forged link, WithdrawnLink for one of an earlier generation.
 */
export async function openLink<Row>(
  { secrets }: Deps,
  kind: LinkKind,
  link: string,
  load: (id: string) => Promise<Row | null>,
  standing: (row: Row) => { readonly generation: number; readonly network: Network },
): Promise<Row> {
  const id = linkedId(link)
  const row = id && (await load(id))
  if (!row) throw new HTTPException(404)
  const { generation, network } = standing(row)
  const state = await checkLink(secrets, kind, link, generation)
  if (state === 'revoked') throw new WithdrawnLink(network)
  if (state !== 'good') throw new HTTPException(404)
  return row
}

/** The submission that a receipt's link opens; throws as `openLink` does. */
export const openReceipt = (deps: Deps, link: string): Promise<SentSubmission> =>
  openLink(
    deps,
    'receipt',
    link,
    (id) => submissionById(deps.db, id),
    ({ submission, round }) => ({ generation: submission.linkGeneration, network: round.network }),
  )
