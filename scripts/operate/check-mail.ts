// Whether a mail goes out, and whether this machine keeps the ring of secrets that is in use.
import { makeLink } from '../../src/core/kernel/link.ts'
import { withoutAddresses } from '../../src/core/kernel/mask.ts'
import { signInLinkPath } from '../../src/core/kernel/paths.ts'
import { readSecrets } from '../../src/core/kernel/secrets.ts'
import type { Row } from './database.ts'
import { type Finding, type Outside, ok, unknown, wrong } from './finding.ts'
import { literal } from './rows.ts'

// A sweep comes every minute, where the hint to the queue is lost.
const PATIENCE = 3 * 60_000
const BETWEEN = 5_000

const newest = (email: string, after: string): string =>
  `select d.id, d.handed_at as handedAt, d.failed_at as failedAt, d.reason, steps.reason as waits
    from deliveries d left join steps on steps.id = 'deliver:' || d.id
    where d.kind = 'sign-in' and d.recipient = ${literal(email)} and d.id > ${literal(after)}
    order by d.id desc limit 1`

const told = (reason: Row[string] | undefined): string => withoutAddresses(String(reason ?? 'no reason'))

/** Asks for a link to sign in as a person does, and waits until the mail service has taken the mail. */
export async function checkMail(outside: Outside, mail: string | undefined): Promise<readonly Finding[]> {
  const what = 'test mail'
  if (!mail) return [unknown(what, 'none was sent: add --mail with the address of somebody on the staff')]
  const { run, ask, now, pause } = outside
  const email = mail.trim().toLowerCase()
  const [people, before] = await run([
    `select p.id from people p where p.email = ${literal(email)}
      and exists (select 1 from memberships m where m.person_id = p.id and m.removed_at is null)`,
    newest(email, ''),
  ])
  if (people?.length !== 1)
    return [wrong(what, `nobody on the staff signs in with ${mail}: npm run network -- administrator …`)]
  const asked = await ask('/c/sign-in', { email })
  if (!asked.ok) return [wrong(what, `${asked.status} is answered where a link is asked for`)]
  const begun = now()
  const after = String(before?.[0]?.id ?? '')
  let row: Row | undefined
  while (now() - begun < PATIENCE) {
    const [rows] = await run([newest(email, after)])
    row = rows?.[0]
    const waited = Math.round((now() - begun) / 1000)
    if (row?.failedAt)
      return [wrong(what, `was refused: ${told(row.reason)} (docs/operating.md, When mail is refused)`)]
    if (row?.handedAt)
      return [
        ok(what, `the mail service took it after ${waited} s: see that it is in the box, and not in spam`),
      ]
    await pause(BETWEEN)
  }
  return [
    wrong(
      what,
      row === undefined
        ? `none was owed within ${PATIENCE / 60_000} minutes: who asks for many links within an hour gets no more`
        : `was not taken within ${PATIENCE / 60_000} minutes: ${told(row.waits)} (npm run steps)`,
    ),
  ]
}

/**
 * Whether every key of the ring on this machine is one that the deployment knows: a link to sign in that was used or ran out
 * is recognised as such, and one of a ring that is not its own is not. No link is spent.
 */
export async function checkRing({ ring, run, ask, settings }: Outside): Promise<readonly Finding[]> {
  const what = 'ring of secrets'
  if (ring === null) {
    return [
      unknown(
        what,
        `is not on this machine, for ${settings.worker}: see that it is where you keep passwords`,
      ),
    ]
  }
  const [rows] = await run(['select id from sign_ins order by created_at desc limit 1'])
  const id = rows?.[0]?.id
  if (!id) return [unknown(what, 'can be compared once somebody has asked for a link to sign in: add --mail')]
  const names = ring.split(',').map((entry) => entry.trim().slice(0, 1))
  const strange: string[] = []
  for (const name of names) {
    const entry = ring.split(',').find((one) => one.trim().startsWith(`${name}:`)) ?? ''
    const link = await makeLink(readSecrets(entry), 'sign-in', String(id), 0)
    const { status } = await ask(signInLinkPath(link))
    if (status !== 404 && status !== 410 && status !== 200)
      return [unknown(what, `${status} is answered to a link`)]
    if (status === 404) strange.push(name)
  }
  return strange.length === 0
    ? [ok(what, `what is kept here (${names.join(', ')}) is what the deployment knows`)]
    : [
        wrong(
          what,
          `the deployment does not know ${strange.join(', ')} of the ring that is kept here: put the right ring in its place, or npx wrangler secret bulk <file>`,
        ),
      ]
}
