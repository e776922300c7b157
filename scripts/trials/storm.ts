// `npm run trial:storm`: one address does fifty things a second for five minutes, while three hundred people behind another one
// open a form, save it and send it. Not a part of npm test. `-- --seconds 60` is shorter, `-- --only saves` does one thing.
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { ikoAnswersOf, newOrganisation } from '../../tests/journeys/support/organisation.ts'
import { demoAdministrator } from '../demo.ts'
import { copyFor, type TrialCopy } from './copy.ts'
import { expectThat, runTrial, type Trial } from './steps.ts'
import { bytesStored, numberStored } from './stored.ts'

const { seconds: asked = '300', only } = parseArgs({
  options: { seconds: { type: 'string' }, only: { type: 'string' } },
}).values

const SECONDS = Number(asked)
const A_SECOND = 50
/** No more than three a second: on a busy machine they come in bunches. */
const PEOPLE = Math.min(300, SECONDS * 3)
const FORM = '/f/iko-2026-2'
const STORM = '203.0.113.66'
const HALL = '198.51.100.7'
/** How long whoever fills in a form takes at least, so that nobody takes them for a machine (ms). */
const READING = 2500
/** No more of the storm than this waits for an answer at a time: a machine that is slower than the storm shows that in its rate. */
const AT_ONCE = 250

/** What may be left beside answers, in bytes, and how many answers. */
const MOST_BESIDE = 2_000_000
const MOST_ANSWERS = 2400

interface Answer {
  readonly status: number
  readonly text: string
}

type Fields = Readonly<Record<string, string>>

/** Asks from an address, as a program that takes JSON. */
async function ask(copy: TrialCopy, from: string, path: string, fields?: Fields): Promise<Answer> {
  const response = await fetch(copy.home + path, {
    headers: { 'CF-Connecting-IP': from, Accept: 'application/json', Origin: copy.home },
    redirect: 'manual',
    signal: AbortSignal.timeout(60_000),
    ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  })
  return { status: response.status, text: await response.text() }
}

/** A key as a page mints it that was opened a while ago (RFC 9562 §5.7). */
function newKey(): string {
  const time = (Date.now() - READING).toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`
}

const answersOf = (name = newOrganisation()) => ({ ...ikoAnswersOf(name), submission: newKey() })

/** Every evidence field as full as it can be: 50 kB that the form asks for. */
const LONG = Object.fromEntries(
  Object.keys(ikoAnswersOf(newOrganisation())).map((id) => [`${id}.evidence`, 'b'.repeat(5000)]),
)
const INVENTED = Object.fromEntries(Array.from({ length: 240 }, (_, i) => [`invented_${i}`, 'x'.repeat(985)]))

/** What the storm does, each time anew; `links` are those of drafts it has. */
const deeds: Readonly<Record<string, (copy: TrialCopy, turn: number, links: string[]) => Promise<Answer>>> = {
  sends: (copy) => ask(copy, STORM, FORM, answersOf()),
  async saves(copy, turn, links) {
    const more = turn % 2 ? LONG : INVENTED
    const answer = await ask(copy, STORM, FORM, { ...answersOf(), ...more, action: 'save' })
    const link = /"link":"[^"]*?(\/d\/[\w.-]+)/.exec(answer.text)?.[1]
    if (link) links.push(link)
    return answer
  },
  'sign-ins': (copy, turn) => {
    const email = turn % 2 ? demoAdministrator.email : `siapa-${turn}@bina.example`
    return ask(copy, STORM, '/c/sign-in', { email })
  },
  pages: (copy, turn) => ask(copy, STORM, ['/', FORM, `/f/tidak-ada-${turn}`, '/n/x/logo'][turn % 4] ?? '/'),
  mails: (copy, turn, links) =>
    ask(copy, STORM, `${links.at(turn % Math.max(1, links.length)) ?? '/d/x.y'}/mail`, {
      email: `korban+${turn}@bina.example`,
    }),
}

/** Counts of statuses, by what was done. */
class Statuses {
  readonly #counts = new Map<string, Map<number, number>>()
  note(what: string, status: number): void {
    const counts = this.#counts.get(what) ?? new Map<number, number>()
    counts.set(status, (counts.get(status) ?? 0) + 1)
    this.#counts.set(what, counts)
  }
  lines(): readonly string[] {
    return [...this.#counts].map(([what, counts]) => {
      const each = [...counts]
        .toSorted(([a], [b]) => a - b)
        .map(([status, count]) => `${count} × ${status || 'no answer'}`)
      return `  ${what.padEnd(10)} ${each.join(', ')}`
    })
  }
}

/** Goes on until its time is over; gives how much it did a second. */
async function storm(copy: TrialCopy, statuses: Statuses): Promise<number> {
  const kinds = Object.entries(deeds).filter(([name]) => only === undefined || name === only)
  if (kinds.length === 0) throw new Error(`--only is one of ${Object.keys(deeds).join(', ')}.`)
  const links: string[] = []
  const waiting = new Set<Promise<void>>()
  const begun = Date.now()
  let done = 0
  while (Date.now() < begun + SECONDS * 1000) {
    const due = Math.floor(((Date.now() - begun) / 1000) * A_SECOND)
    for (; done < due && waiting.size < AT_ONCE; done++) {
      const [name, act] = kinds[done % kinds.length] ?? []
      if (!name || !act) break
      const one: Promise<void> = act(copy, Math.floor(done / kinds.length), links)
        .then(({ status }) => statuses.note(name, status))
        .catch(() => statuses.note(name, 0))
        .finally(() => waiting.delete(one))
      waiting.add(one)
    }
    await wait(20)
  }
  const rate = done / ((Date.now() - begun) / 1000)
  await Promise.all(waiting)
  return rate
}

/** One of the people: opens the form, saves what is half done, and sends it. Tells what went wrong, or null. */
async function person(copy: TrialCopy, statuses: Statuses): Promise<string | null> {
  const did = async (what: string, path: string, fields?: Fields) => {
    const answer = await ask(copy, HALL, path, fields)
    statuses.note(what, answer.status)
    return answer
  }
  const page = await did('page', FORM)
  const [, submission] = /name="submission" value="([\w-]+)"/.exec(page.text) ?? []
  if (!submission) return `the page: ${page.status}`
  await wait(READING)
  const fields = { ...ikoAnswersOf(newOrganisation()), submission }
  const saved = await did('save', FORM, { ...fields, action: 'save' })
  if (saved.status !== 200) return `the save: ${saved.status} ${saved.text.slice(0, 200)}`
  await wait(READING)
  const sent = await did('send', FORM, { ...fields, 'draft-version': '1' })
  return sent.status === 201 ? null : `the sending: ${sent.status} ${sent.text.slice(0, 200)}`
}

/** All of them, one after another over the time of the storm; tells who did not pass. */
async function hall(copy: TrialCopy, statuses: Statuses): Promise<readonly string[]> {
  const each = Array.from({ length: PEOPLE }, async (_, i) => {
    await wait((i * (SECONDS * 1000 - 3 * READING)) / PEOPLE)
    return person(copy, statuses).catch((error: unknown) => String(error))
  })
  return (await Promise.all(each)).filter((problem) => problem !== null)
}

await runTrial('A storm', async (trial: Trial) => {
  const { say, step } = trial
  const copy = await copyFor(trial)
  const count = (sql: string) => numberStored(copy.folder, sql)
  const before = bytesStored(copy.folder)
  const answersBefore = count('select count(*) from revisions')
  const [stormed, people] = [new Statuses(), new Statuses()]
  const [rate, failures] = await Promise.all([storm(copy, stormed), hall(copy, people)])
  const after = bytesStored(copy.folder)
  const answers = count('select count(*) from revisions') - answersBefore
  const byStorm = answers - (PEOPLE - failures.length)
  const beside = Math.round(after.beside - before.beside)

  say(`${rate.toFixed(1)} a second for ${SECONDS} s from one address:`)
  for (const line of stormed.lines()) say(line)
  say(`${PEOPLE} people behind another one:`)
  for (const line of people.lines()) say(line)
  say(`the database grew by ${after.all - before.all} bytes, of these ${beside} beside answers, by table:`)
  for (const [table, bytes] of after.byTable) {
    const grown = bytes - (before.byTable.get(table) ?? 0)
    if (grown > 0) say(`  ${table.padEnd(16)} ${grown}`)
  }
  const [drafts, counted] = [
    count('select count(*) from drafts'),
    count('select max(bytes) from draft_counts'),
  ]
  say(`${drafts} drafts; ${counted} bytes of them are counted of one address`)

  await step(`${PEOPLE} people all passed`, () =>
    expectThat(failures.length === 0, `${failures.length} did not: ${failures.slice(0, 5).join('; ')}`),
  )
  await step(`the storm left at most ${MOST_ANSWERS} answers: ${byStorm}`, () =>
    expectThat(byStorm <= MOST_ANSWERS, 'too many'),
  )
  await step(`it left at most ${MOST_BESIDE} bytes beside them: ${beside}`, () =>
    expectThat(beside <= MOST_BESIDE, 'too much'),
  )
})
