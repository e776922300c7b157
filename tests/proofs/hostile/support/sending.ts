// Sends a form as a browser and as a program, with the same key, and tells what came of both.
import { iko } from '../../../../forms/iko/v1.ts'
import { registration } from '../../../../forms/registration/v1.ts'
import type { Form } from '../../../../src/core/form/form.ts'
import type { Answers } from '../../../../src/core/form/question.ts'
import {
  IKO,
  ikoAnswers,
  REGISTRATION,
  registrationAnswers,
  type Typed,
  type World,
} from '../../../support/inside/world.ts'

/** The two forms, where they are, and a complete set of answers to each. */
export const places = {
  iko: { form: iko, path: IKO, complete: ikoAnswers },
  registration: { form: registration, path: REGISTRATION, complete: registrationAnswers },
} as const satisfies Record<string, { form: Form; path: string; complete: Typed }>

const json = { Accept: 'application/json' }

/** What became of a sending; `link` is the path of the receipt, `issues` tells problems by question. */
export type Outcome =
  | { readonly outcome: 'taken'; readonly key: string; readonly link: string; readonly reference: string }
  | {
      readonly outcome: 'refused'
      readonly key: string
      readonly page: string
      readonly issues: Readonly<Record<string, string>>
    }

/** Nobody was here before: no earlier answer makes a later one a second one, and no mail was counted. */
export async function forget(world: World): Promise<void> {
  await world.exec(
    'update submissions set withdrawn_at = created_at where withdrawn_at is null;\ndelete from mail_counts;',
  )
  world.mails.splice(0)
  world.tried.splice(0)
  world.hints.splice(0)
}

interface Told {
  readonly reference?: string
  readonly receipt?: string
  readonly issues?: readonly { readonly question: string; readonly problem: string }[]
}

/** Sends both ways. @throws where the two do not agree, or neither took it nor said what is to be mended. */
export async function sendBothWays(world: World, path: string, fields: Typed): Promise<Outcome> {
  const key = world.newKey()
  const keyed = { ...fields, submission: key }
  const page = await world.post(path, keyed)
  const program = await world.post(path, keyed, json)
  const statuses = `${page.status} ${program.status}`
  const told = await program.json<Told>()
  if (statuses === '303 201') {
    const link = page.headers.get('Location') ?? ''
    const receipt = new URL(told.receipt ?? '')
    if (receipt.href !== `https://simpul.test${link}`)
      throw new Error(`two receipts: ${link}, ${receipt.href}`)
    return { outcome: 'taken', key, link, reference: told.reference ?? '' }
  }
  if (statuses !== '422 422') throw new Error(`neither taken nor refused: ${statuses}`)
  const issues = Object.fromEntries((told.issues ?? []).map(({ question, problem }) => [question, problem]))
  return { outcome: 'refused', key, page: await page.text(), issues }
}

/** The answers of the newest revision. */
export async function newestAnswers(world: World): Promise<Answers> {
  const [row] = await world.rows<{ answers: string }>(
    'select answers from revisions order by rowid desc limit 1',
  )
  return JSON.parse(row?.answers ?? 'null') as Answers
}

export const countRows = (world: World, table: string): Promise<number> =>
  world.number(`select count(*) from ${table}`)
