// SQL that publishes the forms, opens the demo network's rounds and names its administrator. Run twice it changes nothing.
import { type DemoRound, demoAdministrator, demoNetwork, demoRounds } from './demo.ts'
import { administratorRows, formRows, networkRow, newestForm, roundRows } from './operate/rows.ts'

const DAY = 24 * 60 * 60 * 1000

/** 23:59 in the time zone of the demo (WIB, UTC+7), so many days on. */
const endOfDay = (now: number, days: number): number => {
  const wib = 7 * 60 * 60 * 1000
  return (Math.floor((now + wib) / DAY) + days + 1) * DAY - wib - 60_000
}

/** The statements, one a line; the rounds are the demo's unless others are given. */
export async function seedSql(now: Date, opened: readonly DemoRound[] = demoRounds): Promise<string> {
  const at = now.getTime()
  const versions = await formRows(at)
  const rounds = opened.flatMap(({ form: formId, daysOpen, ...round }) => {
    const asked = newestForm(versions, formId)
    if (!asked) throw new Error(`the demo round ${round.slug} opens a form that is not there: ${formId}`)
    const closesAt = daysOpen === null ? null : endOfDay(at, daysOpen)
    return roundRows({ ...round, asked, networkId: demoNetwork.id, opensAt: at - DAY, closesAt }, at)
  })
  const network = [networkRow(demoNetwork, at), ...administratorRows(demoAdministrator, at)]
  return [...versions.map(({ sql }) => sql), ...network, ...rounds].join('\n')
}
