// `npm run steps`: what is owed, dead or refused, and `--retry` to try it again. Harmless when repeated.
import { parseArgs } from 'node:util'
import { placeFlags, placeOf, runSql } from './operate/database.ts'
import { type Again, listLines, listSql, retrySql } from './operate/steps.ts'
import { reason } from './run/place.ts'

const usage = `npm run steps -- [--local | --staging] [--retry <id> … | --retry-dead | --retry-refused]
  without --retry   lists what is owed, dead or refused, with its age and reason
  --retry <id>      makes one dead step or refused mail due again; may stand several times
  --retry-dead      makes every dead step due again
  --retry-refused   makes every refused mail due again
  --local           the copy of npm start (STATE_DIR) instead of the deployment
  --staging         staging instead of it (STAGING_URL)`

const STEP = /^[a-z]+:[\w:-]+$/

const options = {
  ...placeFlags,
  retry: { type: 'string', multiple: true },
  'retry-dead': { type: 'boolean' },
  'retry-refused': { type: 'boolean' },
  help: { type: 'boolean' },
} as const

function againOf(flags: {
  retry?: string[]
  'retry-dead'?: boolean
  'retry-refused'?: boolean
}): Again | null {
  const asked: Again[] = [
    ...(flags.retry ? [{ ids: flags.retry }] : []),
    ...(flags['retry-dead'] ? ['dead' as const] : []),
    ...(flags['retry-refused'] ? ['refused' as const] : []),
  ]
  if (asked.length > 1) throw new Error('Give only one of --retry, --retry-dead and --retry-refused.')
  const strange = flags.retry?.find((id) => !STEP.test(id))
  if (strange !== undefined)
    throw new Error(`"${strange}" is not the id of a step: npm run steps lists them.`)
  return asked[0] ?? null
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options })
  if (values.help) return console.log(usage)
  const place = await placeOf(values)
  const again = againOf(values)
  const now = Date.now()
  if (!again) {
    console.log(listLines(await runSql(place, listSql), now).join('\n'))
    return
  }
  const [counted] = await runSql(place, retrySql(again, now))
  const due = Number(counted?.[0]?.due ?? 0)
  console.log(
    due === 0
      ? 'Nothing to try again: nothing was changed.'
      : `Due again: ${due}. The sweep takes them within a minute; npm run steps shows how it went.`,
  )
}

main().catch((error: unknown) => {
  console.error(reason(error))
  process.exit(1)
})
