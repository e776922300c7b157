// `npm run network`: makes a network; `round` opens a round of it, `administrator` names who looks after it, `sign-in` lets in.
import { localFolder, placeOf, runSql } from './operate/database.ts'
import { commandOf } from './operate/network.ts'
import { publish } from './operate/publish.ts'
import { ringIn, ringOf } from './operate/ring.ts'
import { reason } from './run/place.ts'

const usage = `npm run network -- [--local] --name "…" --name-en "…" --slug … --province 35 --reply-to … [--time-zone Asia/Jakarta]
  makes a network

npm run network -- round [--local] --network <slug> --slug … --form <id> --title "…" --title-en "…"
    --opens 2026-11-24 [--closes 2026-12-31] [--from 2026-07-01 --to 2026-12-31]
  opens a round of it, from 00:00 of the first day to 23:59 of the last by the network's clocks;
  --from and --to are the days that the answers speak about

npm run network -- administrator [--local] --network <slug> --name "…" --email … [--locale id|en]
  lets somebody sign in as administrator of it; they invite the others

npm run network -- sign-in [--local] --email …
  prints a link by which somebody on the staff signs in, once, without any mail; needs the ring of secrets

--local means the copy of npm start (STATE_DIR), --staging means staging (STAGING_URL); without either the deployment is meant.`

async function main(): Promise<void> {
  const { act, values } = commandOf(process.argv.slice(2))
  if (values.help) return console.log(usage)
  const place = await placeOf(values)
  const told = await act(values, {
    run: (statements) => runSql(place, statements),
    publish: (forms) => publish(place, forms),
    // The settings are read by wrangler itself, which takes most of a second to load.
    publicUrl: async () => (await import('./operate/settings.ts')).publicUrlOf(values),
    ring: async () => {
      if (values.local) return ringIn(localFolder())
      const { readSettings } = await import('./operate/settings.ts')
      return ringOf(readSettings({ staging: values.staging }).worker)
    },
  })
  console.log(told)
}

main().catch((error: unknown) => {
  console.error(reason(error))
  process.exit(1)
})
