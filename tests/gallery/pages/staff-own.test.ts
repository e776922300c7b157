// Pages of staff about themselves and each other: signing in, front pages, sessions, people, and where something is not theirs.
import { it } from 'vitest'
import { keeperIn, staffOf, visitorsOf } from '../../support/inside/gallery.ts'
import { LONG_EMAIL, LONG_NAME } from '../../support/inside/long.ts'
import {
  ADMINISTRATOR,
  addNetwork,
  addStaff,
  HOME,
  linkFor,
  membershipOf,
  newClient,
  OTHER,
  PEOPLE,
  signedIn,
} from '../../support/inside/staff.ts'
import { HOUR, newWorld } from '../../support/inside/world.ts'

it('signing in', async () => {
  const world = await newWorld()
  const link = await linkFor(world, ADMINISTRATOR)
  const ours = visitorsOf(world, { Origin: 'https://simpul.test' })
  for (const keep of ours) {
    await keep.page('blank', '/c/sign-in')
    await keep.page('signed out just now', '/c/sign-in?said=out')
    await keep.answer('address that is none', '/c/sign-in', { email: `${LONG_EMAIL}@` }, 422)
    await keep.answer('link sent', '/c/sign-in', { email: ADMINISTRATOR }, 200)
    await keep.page('a link to be spent', link)
    await keep.page('a link that nobody made', '/c/sign-in/palsu', 404)
  }
  for (const keep of visitorsOf(world)) await keep.answer('from elsewhere', link, {}, 403)
  await newClient(world).post(link)
  for (const keep of ours) await keep.page('a link spent before', link, 410)
  const late = await linkFor(world, ADMINISTRATOR)
  world.clock.now += HOUR
  for (const keep of ours) {
    await keep.page('a link that has run out', late, 410)
    await keep.answer('not signed in', '/c/sign-out', {}, 403)
  }
})

it('front pages, sessions, and what is not theirs', async () => {
  const world = await newWorld()
  await addNetwork(world)
  for (const role of ['coordinator', 'facilitator', 'viewer'] as const) {
    const districts = role === 'coordinator' ? ['35.07', '35.78'] : null
    for (const keep of await staffOf(world, { role, districts })) {
      await keep.page(`for a ${role}`, HOME)
      if (role === 'viewer') await keep.page('not for this role', `${HOME}/settings`, 403)
    }
  }
  for (const keep of await staffOf(world)) {
    await keep.page('one session', '/c/sessions')
    await keep.page('not one of theirs', `/c/n/${OTHER.slug}`, 404)
    await keep.page('nothing there', `${HOME}/rounds/tidak-ada`, 404)
    await keep.answer('not by this method', `${HOME}/board`, {}, 405)
  }
  const email = 'dua@contoh.example'
  await addStaff(world, { email, role: 'administrator' })
  await addStaff(world, { email, role: 'viewer', network: OTHER.id })
  await signedIn(world, email)
  const client = await signedIn(world, email)
  for (const locale of ['id', 'en'] as const) {
    await client.post('/c/language', { locale })
    const keep = keeperIn(world, client, locale)
    await keep.page('of two networks', '/c')
    await keep.page('several sessions', '/c/sessions')
    await keep.page('for an administrator of two networks', HOME)
  }
})

it('people of a network', async () => {
  const world = await newWorld()
  const own = await membershipOf(world, ADMINISTRATOR)
  const client = await signedIn(world, ADMINISTRATOR)
  const alone = async (locale: 'id' | 'en') => {
    await client.post('/c/language', { locale })
    const keep = keeperIn(world, client, locale)
    await keep.page('alone', PEOPLE)
    await keep.page('oneself', `${PEOPLE}/${own}/remove`)
    await keep.answer('the last administrator', `${PEOPLE}/${own}`, { role: 'viewer' }, 409)
    await keep.answer('the last administrator', `${PEOPLE}/${own}/remove`, {}, 409)
  }
  await alone('id')
  await alone('en')
  const some = await addStaff(world, {
    email: 'sebagian@contoh.example',
    role: 'coordinator',
    districts: ['35.07', '35.78'],
  })
  const long = await addStaff(world, { email: LONG_EMAIL, role: 'coordinator', districts: null })
  await world.exec(`update people set name = '${LONG_NAME.slice(0, 120)}' where email = '${LONG_EMAIL}'`)
  await addStaff(world, { email: 'pendamping@contoh.example', role: 'facilitator' })
  const wrong = { name: '', email: 'siti@', role: 'districts', districts: ['99.99'], locale: 'xx' }
  const again = { name: 'Ratna Contoh', email: ADMINISTRATOR, role: 'viewer', locale: 'id' }
  for (const keep of await staffOf(world)) {
    await keep.page('several, long names', PEOPLE)
    await keep.page('blank', `${PEOPLE}/invite`)
    await keep.answer('everything wrong', `${PEOPLE}/invite`, wrong, 422)
    await keep.answer('somebody who is there', `${PEOPLE}/invite`, again, 422)
    await keep.page('of some districts', `${PEOPLE}/${some}`)
    await keep.page('a long name', `${PEOPLE}/${long}`)
    await keep.answer('no district', `${PEOPLE}/${some}`, { role: 'districts' }, 422)
    await keep.page('a long name', `${PEOPLE}/${long}/remove`)
  }
})
