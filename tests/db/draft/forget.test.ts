// Counts of a day are of no use on the next one, and are deleted: those of drafts, and those of mails.
import { expect, it } from 'vitest'
import { forgetDraftCounts } from '../../../src/db/draft/write.ts'
import { forgetMailCounts } from '../../../src/db/message/allowance.write.ts'
import { newWorld, START } from '../../support/inside/world.ts'

it('counts of earlier days are deleted a portion at a time, and today’s stay', async () => {
  const world = await newWorld()
  const days = `select value, case when value < 2050 then '2026-11-22' else '2026-11-23' end as day from json_each('${JSON.stringify(Array.from({ length: 2060 }, (_, i) => i))}')`
  await world.exec(
    `insert into draft_counts (address_key, day, network_id, drafts, bytes, lately_bytes, lately_from) select 'k' || value, day, (select id from networks limit 1), 1, 1, 1, 1 from (${days})`,
  )
  await world.exec(
    `insert into mail_counts (recipient_key, day, network_id, sent) select 'k' || value, day, (select id from networks limit 1), 1 from (${days})`,
  )
  const left = async () => [
    await world.number('select count(*) from draft_counts'),
    await world.number('select count(*) from mail_counts'),
  ]
  const forget = async () => {
    await forgetDraftCounts(world.deps.db, START)
    await forgetMailCounts(world.deps.db, START)
  }
  // What came at once just before midnight still counts just after it.
  await forgetDraftCounts(world.deps.db, Date.UTC(2026, 10, 23, 0, 59))
  expect(await left()).toEqual([2060, 2060])
  await forget()
  expect(await left()).toEqual([60, 60])
  await forget()
  expect(await left()).toEqual([10, 10])
  await forget()
  expect(await left()).toEqual([10, 10])
})
