// The local mail inbox, read through MailDev's REST interface.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ownPlace } from './place.ts'
import { until } from './wait.ts'

/** A mail as it arrived; header names are in lower case. */
export type Mail = {
  id: string
  subject: string
  to: { address: string; name: string }[]
  headers: Record<string, string>
  text: string
  html: string
  attachments: { filename: string; contentType: string }[]
}

/** All mails to an address so far, in the order in which they arrived. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const answer = await fetch(`${ownPlace().inbox}/api/email`)
  const all: Mail[] = await answer.json()
  return all.filter(({ to }) => to.some((recipient) => recipient.address === address))
}

/** What failed once is tried again after half a minute, by a sweep that comes every minute (s). */
const EVEN_AFTER_A_FAILURE = 100

/** The last tries of the Worker that failed, as its log tells them. */
async function failuresToldOf(): Promise<string> {
  const log = await readFile(join(ownPlace().folder, 'worker.log'), 'utf8')
  return log
    .split('\n')
    .filter((line) => /"(?:step|steps|hint)":/.test(line))
    .slice(-5)
    .join('\n')
}

/** Waits for a mail to an address whose subject contains these words, and returns it. */
export async function mailTo(address: string, subject: string): Promise<Mail> {
  const find = async () => (await mailsTo(address)).find((mail) => mail.subject.includes(subject))
  try {
    return await until(`a mail to ${address} about "${subject}"`, find, EVEN_AFTER_A_FAILURE)
  } catch (error) {
    throw new Error(
      `${error instanceof Error ? error.message : error} The Worker said:\n${await failuresToldOf()}`,
    )
  }
}

/** The headers of a mail as they came over the wire, by name in lower case; the inbox's own list leaves out addresses. */
export async function headersOf({ id }: Mail): Promise<Record<string, string>> {
  const answer = await fetch(`${ownPlace().inbox}/api/email/${id}/source`)
  const [head = ''] = (await answer.text()).split(/\r?\n\r?\n/)
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  return Object.fromEntries(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')).toLowerCase(),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  )
}
