// Everything one sending leaves behind and shows: answers, pages, report and mails.
import type { Answers } from '../../../../src/core/form/question.ts'
import type { MailToSend } from '../../../../src/core/kernel/ports.ts'
import type { ReportJson } from '../../../../src/core/report/json.ts'
import { spellReference } from '../../../../src/core/submission/reference.ts'
import { pageOf, sendable } from '../../../support/inside/page.ts'
import type { Typed, World } from '../../../support/inside/world.ts'
import { newestAnswers, sendBothWays } from './sending.ts'

/** What a sending shows, without what differs from one to the next: keys, codes and links. */
export interface Shown {
  readonly answers: Answers
  readonly receipt: string
  /** The form as it comes back when one more answer is wrong. */
  readonly mended: string
  /** The answers to be checked, and what the buttons of that page then send. */
  readonly checked: string
  readonly carried: Typed
  /** The form as it comes back to change one answer, and in the other language, with what each of them sends. */
  readonly edited: string
  readonly translated: string
  /** The form behind the receipt, filled in with what is kept, and what it sends. */
  readonly correction: string
  readonly corrected: Typed
  readonly report: string | null
  readonly json: ReportJson | null
  readonly mails: readonly Omit<MailToSend, 'delivery'>[]
}

/** Text as it stands in markup. */
export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

async function pageAt(world: World, path: string, status: number, init: RequestInit = {}): Promise<string> {
  const response = await world.request(path, init)
  if (response.status !== status) throw new Error(`${path}: ${response.status}`)
  return response.text()
}

/** What a page's buttons send, but for its key. */
async function sentBy(html: string): Promise<Typed> {
  const { submission: _, ...fields } = sendable(await pageOf(new Response(html)))
  return fields
}

async function jsonAt(world: World, path: string): Promise<ReportJson> {
  const response = await world.get(path, { Accept: 'application/json' })
  const type = `${response.headers.get('Content-Type')}, ${response.headers.get('X-Content-Type-Options')}`
  if (type !== 'application/json, nosniff') throw new Error(type)
  return response.json<ReportJson>()
}

/** Sends answers that are taken, does all that they owe, and looks at it. `spoiled` is a change that no form takes. */
export async function journey(world: World, path: string, fields: Typed, spoiled: Typed): Promise<Shown> {
  const sent = await sendBothWays(world, path, fields)
  if (sent.outcome !== 'taken') throw new Error(`refused: ${JSON.stringify(sent.issues)}`)
  const alike = (text: string): string =>
    text
      .replaceAll(sent.reference, 'CODE')
      .replaceAll(spellReference(sent.reference), 'CODE')
      .replace(/(\/[sr]\/)[\w.-]+/g, '$1LINK')
      .replace(/(name="submission" value=")[\w-]+/, '$1KEY')
  const answers = await newestAnswers(world)
  await world.work()
  const receipt = await pageAt(world, sent.link, 200)
  const [, report] = /href="(\/r\/[\w.-]+)/.exec(receipt) ?? []
  const failed = await world.post(path, { ...fields, ...spoiled })
  if (failed.status !== 422) throw new Error(`not spoiled: ${failed.status}`)
  const pressed = async (action: string): Promise<string> => {
    const response = await world.post(path, { ...fields, action, submission: sent.key })
    if (response.status !== 200) throw new Error(`${action}: ${response.status}`)
    return response.text()
  }
  const checked = await pressed('check')
  const correction = await pageAt(world, `${sent.link}/correction`, 200)
  return {
    answers,
    receipt: alike(receipt),
    mended: alike(await failed.text()),
    checked: alike(checked),
    carried: await sentBy(checked),
    edited: alike(await pressed('edit:organisation')),
    translated: alike(await pressed('lang:en')),
    correction: alike(correction),
    corrected: await sentBy(correction),
    report: report === undefined ? null : alike(await pageAt(world, report, 200)),
    json: report === undefined ? null : await jsonAt(world, report),
    mails: world.mails.map(({ delivery: _, ...mail }) => ({
      ...mail,
      subject: alike(mail.subject),
      text: alike(mail.text),
      html: alike(mail.html),
    })),
  }
}
