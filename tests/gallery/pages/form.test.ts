// Pages of a form before anything is sent: blank, filled in, mistaken, checked, and while its round takes no answers.
import { env } from 'cloudflare:workers'
import { it } from 'vitest'
import { forms } from '../../../forms/index.ts'
import { shelfOf } from '../../../src/core/form/shelf.ts'
import { visitorsOf } from '../../support/inside/gallery.ts'
import { everyKind } from '../../support/inside/kinds.ts'
import { LONG_NAME, LONG_TEXT, longIko, longRegistration } from '../../support/inside/long.ts'
import { addPractice } from '../../support/inside/rounds.ts'
import {
  DAY,
  HOUR,
  IKO,
  ikoAnswers,
  newWorld,
  openRound,
  REGISTRATION,
  registrationAnswers,
  START,
  type Typed,
  type World,
} from '../../support/inside/world.ts'

const FRAMED = `${IKO}?embed=1`
const check = (fields: Typed): Typed => ({ ...fields, action: 'check' })
const slip = { ...ikoAnswers, email: 'siti@gmial.com' }

/** Everything typed wrong that can be. */
const wrongIko: Typed = {
  ...ikoAnswers,
  organisation: 'a'.repeat(201),
  district: '99.99',
  email: 'siti@',
  whatsapp: '12',
  assessed_on: '31/02/2026',
  participants_women: 'banyak',
  participants_men: '9999999999',
  results: '7',
  'reach.evidence': 'a'.repeat(6000),
}
const wrongRegistration: Typed = {
  ...registrationAnswers,
  legal_form: 'lain',
  parent_organisation: '',
  themes: ['lain'],
  whatsapp: '12',
  email: 'bagas@',
  profile: 'a'.repeat(6000),
}

const worldOfForms = (): Promise<World> =>
  newWorld({ forms: shelfOf([...forms, everyKind], async () => null) })

/** Gives a round a title as long as they get and words for after its close. */
const lengthen = (slug: string) =>
  env.DB.prepare(`update rounds set title = ?1, closing_text = ?1 where slug = ?2`)
    .bind(JSON.stringify(LONG_TEXT), slug)
    .run()

it('a form before anybody has typed', async () => {
  const world = await worldOfForms()
  const kinds = await openRound(world, { slug: 'jenis', form: 'kinds' })
  const long = await openRound(world, { slug: 'panjang', closesAt: START + DAY })
  await lengthen('panjang')
  const practice = await addPractice(START)
  for (const keep of visitorsOf(world)) {
    await keep.page('blank', IKO)
    await keep.page('blank registration', REGISTRATION)
    await keep.page('blank, every kind of question, pictures', kinds)
    await keep.page('blank, a long title', long)
    await keep.page('blank, for practice', practice)
    await keep.page('blank, in a frame', FRAMED)
    await keep.page(
      'filled in by its address',
      `${IKO}?p.organisation=${LONG_NAME}&p.district=35.07&p.results=2`,
    )
    await keep.page(
      'filled in by its address, in a frame',
      `${REGISTRATION}?embed=1&p.organisation=Forum&p.themes=disability`,
    )
    await keep.page('to print', `${IKO}/print`)
    await keep.page('to print, every kind of question, pictures', `${kinds}/print`)
    await keep.page('to print, a long title', `${long}/print`)
    await keep.page('to print, for practice', `${practice}/print`)
  }
})

it('a form with mistakes', async () => {
  const world = await worldOfForms()
  const kinds = await openRound(world, { slug: 'jenis', form: 'kinds' })
  for (const keep of visitorsOf(world)) {
    await keep.answer('nothing typed', IKO, {}, 422)
    await keep.answer('everything wrong', IKO, wrongIko, 422)
    await keep.answer('one mistake', IKO, { ...ikoAnswers, influence: '' }, 422)
    await keep.answer('nothing typed, in a frame', FRAMED, {}, 422)
    await keep.answer('nothing typed, registration', REGISTRATION, {}, 422)
    await keep.answer(
      'everything wrong, every kind of question',
      kinds,
      { ...wrongRegistration, members: '12,5', founded: '2099-01-01' },
      422,
    )
  }
})

it('answers before they are sent', async () => {
  const world = await worldOfForms()
  const kinds = await openRound(world, { slug: 'jenis', form: 'kinds' })
  for (const keep of visitorsOf(world)) {
    await keep.answer('check', IKO, check(ikoAnswers), 200)
    await keep.answer('check, long answers', IKO, check(longIko), 200)
    await keep.answer('check, an address that looks mistyped', IKO, check(slip), 200)
    await keep.answer('check, in a frame', FRAMED, check(slip), 200)
    await keep.answer('check, registration, long answers', REGISTRATION, check(longRegistration), 200)
    await keep.answer(
      'check, every kind of question',
      kinds,
      check({ ...registrationAnswers, members: '12', founded: '2020-02-29' }),
      200,
    )
    await keep.answer(
      'back from the check to one question',
      IKO,
      { ...ikoAnswers, action: 'edit:influence' },
      200,
    )
    await keep.answer(
      'back from the check to one question of a group',
      REGISTRATION,
      { ...registrationAnswers, action: 'edit:themes' },
      200,
    )
    await keep.answer('filled in, in a frame', FRAMED, { ...ikoAnswers, action: 'edit:' }, 200)
  }
})

it('a round that takes no answers now', async () => {
  const world = await worldOfForms()
  const early = await openRound(world, { slug: 'nanti', opensAt: START + DAY })
  const closed = await openRound(world, { slug: 'tutup', closesAt: START - HOUR })
  const long = await openRound(world, { slug: 'lama', form: 'kinds', closedAt: START - HOUR })
  await lengthen('lama')
  for (const keep of visitorsOf(world)) {
    await keep.page('not yet open', early)
    await keep.page('not yet open, in a frame', `${early}?embed=1`)
    await keep.page('closed, with words of its own', long)
    await keep.page('closed, in a frame', `${closed}?embed=1`)
    await keep.page('to print, closed', `${closed}/print`)
    await keep.answer('sent too early', early, ikoAnswers, 403)
    await keep.answer('sent too late', closed, ikoAnswers, 403)
    await keep.answer('sent too late, in a frame', `${closed}?embed=1`, ikoAnswers, 403)
  }
})

it('a form in a frame of a site that may not show it', async () => {
  const world = await newWorld()
  await world.exec(`update rounds set framing = 'nobody'`)
  for (const keep of visitorsOf(world, { 'Sec-Fetch-Dest': 'iframe' }))
    await keep.page('not for this site', FRAMED, 403)
})
