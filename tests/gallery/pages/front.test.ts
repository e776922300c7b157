// Front pages, what everybody may read, and what is answered where no page is.
import { env } from 'cloudflare:workers'
import { getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { it } from 'vitest'
import { demoNetwork } from '../../../scripts/demo.ts'
import { openDatabase } from '../../../src/db/database.ts'
import * as schema from '../../../src/db/schema/index.ts'
import { visitorsOf } from '../../support/inside/gallery.ts'
import { limitOf } from '../../support/inside/limits.ts'
import { LONG_NAME, LONG_TEXT } from '../../support/inside/long.ts'
import { newMeter } from '../../support/inside/meter.ts'
import { addSettings } from '../../support/inside/settings.ts'
import { addNetwork, OTHER } from '../../support/inside/staff.ts'
import { IKO, ikoAnswers, newWorld, openRound, type World } from '../../support/inside/world.ts'

const FRONT = `/n/${demoNetwork.slug}`

/** Gives the network everything that a front page can show, as long as it gets. */
async function fill(world: World): Promise<void> {
  await addSettings()
  await env.DB.prepare(`update networks set name = ?1, privacy_notice = ?2, privacy_contact = ?3`)
    .bind(
      JSON.stringify(LONG_TEXT),
      JSON.stringify({ id: `Data dipakai.\n\n${LONG_NAME}`, en: `Data are used.\n\n${LONG_NAME}` }),
      LONG_NAME,
    )
    .run()
  await openRound(world, { slug: 'panjang' })
  await env.DB.prepare(`update rounds set title = ? where slug = 'panjang'`)
    .bind(JSON.stringify(LONG_TEXT))
    .run()
}

it('front pages and what is said of accessibility', async () => {
  const world = await newWorld()
  const visitors = visitorsOf(world)
  for (const keep of visitors) {
    await keep.page('one network', '/')
    await keep.page('open rounds', FRONT)
    await keep.page('one network', '/aksesibilitas')
  }
  await fill(world)
  for (const keep of visitors) await keep.page('a picture, a notice, long names', FRONT)
  await addNetwork(world)
  for (const keep of visitors) {
    await keep.page('several networks, long names', '/')
    await keep.page('several networks', '/aksesibilitas')
    await keep.page('no round', `/n/${OTHER.slug}`)
  }
})

it('a deployment without any network', async () => {
  const world = await newWorld()
  const tables = Object.values(schema).filter((one) => is(one, SQLiteTable))
  await env.DB.batch(
    ['pragma defer_foreign_keys = on', ...tables.map((table) => `delete from ${getTableName(table)}`)].map(
      (sql) => env.DB.prepare(sql),
    ),
  )
  for (const keep of visitorsOf(world)) {
    await keep.page('no network', '/')
    await keep.page('no network', '/aksesibilitas')
  }
})

it('the page that plays another site, with and without forms that it may show', async () => {
  const world = await newWorld({ publicUrl: 'http://localhost:8787' })
  const visitors = visitorsOf(world)
  for (const keep of visitors) await keep.page('forms in frames', '/embed-demo')
  await world.exec(`update rounds set framing = 'nobody'`)
  for (const keep of visitors) await keep.page('no form to be shown', '/embed-demo')
})

it('what is answered where no page is, or what was posted cannot be read', async () => {
  const world = await newWorld()
  const large = { organisation: 'a'.repeat(260_000) }
  for (const keep of visitorsOf(world)) {
    await keep.page('no such page', '/tidak-ada', 404)
    await keep.page('no such network', '/n/tidak-ada', 404)
    await keep.page('no such form', '/f/tidak-ada', 404)
    await keep.page('no such form, in a frame', '/f/tidak-ada?embed=1', 404)
    await keep.answer('not by this method', '/', {}, 405)
    await keep.answer('too large', IKO, large, 413)
    await keep.answer('too large, in a frame', `${IKO}?embed=1`, large, 413)
  }
  for (const keep of visitorsOf(world, { 'Content-Type': 'text/plain' }))
    await keep.answer('no form at all', IKO, {}, 415)
})

it('what is answered when the database does not answer', async () => {
  const { DB } = env
  const prepare = () => {
    throw new Error('D1 is away')
  }
  const away = openDatabase(new Proxy(DB, { get: (_, name) => (name === 'prepare' ? prepare : undefined) }))
  const world = await newWorld({ db: away })
  for (const keep of visitorsOf(world)) {
    await keep.page('out of order', IKO, 500)
    await keep.page('out of order, in a frame', `${IKO}?embed=1`, 500)
    await keep.answer('out of order', IKO, ikoAnswers, 500)
  }
})

it('what is answered while it does not answer for a moment', async () => {
  const meter = newMeter()
  const world = await newWorld({ db: meter.db })
  meter.refuses = true
  for (const keep of visitorsOf(world)) {
    await keep.page('not answering', IKO, 503)
    await keep.answer('not answering, what was typed behind a button', IKO, ikoAnswers, 503)
  }
  meter.refuses = false
  await world.get(IKO)
  meter.refuses = true
  for (const keep of visitorsOf(world)) {
    await keep.answer('not answering, the form as it was filled in', IKO, ikoAnswers, 503)
    await keep.answer('not answering, in a frame', `${IKO}?embed=1`, ikoAnswers, 503)
  }
})

it('what is answered to whoever asks for too much', async () => {
  const world = await newWorld()
  const office = '203.0.113.7'
  for (let i = 0; i < limitOf('pages'); i++) await world.deps.limits.isWithin('pages', office)
  for (let i = 0; i < limitOf('sends'); i++) await world.deps.limits.isWithin('sends', office)
  for (const keep of visitorsOf(world, { 'CF-Connecting-IP': office })) {
    await keep.page('too many pages', FRONT, 429)
    await keep.page('too many pages, in a frame', `${IKO}/print?embed=1`, 429)
    await keep.answer('too much to send', IKO, ikoAnswers, 429)
    await keep.answer('too much to send, in a frame', `${IKO}?embed=1`, ikoAnswers, 429)
  }
  for (let i = 0; i < limitOf('posts'); i++) await world.deps.limits.isWithin('posts', office)
  for (const keep of visitorsOf(world, { 'CF-Connecting-IP': office }))
    await keep.answer('too much to be read', IKO, ikoAnswers, 429)
})
