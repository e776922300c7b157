// A form with colours and images of its own: every page that belongs to it carries them, under a policy that fits.
import { beforeEach, describe, expect, it } from 'vitest'
import { registration } from '../../../../forms/registration/v1.ts'
import { checkForm } from '../../../../src/core/form/check.ts'
import type { Form } from '../../../../src/core/form/form.ts'
import { shelfOf } from '../../../../src/core/form/shelf.ts'
import { pageOf } from '../../../support/inside/page.ts'
import {
  DAY,
  keyAt,
  newWorld,
  OPENED,
  openRound,
  REGISTRATION,
  registrationAnswers,
  START,
  sent,
  type World,
} from '../../../support/inside/world.ts'

const drawing = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"><circle cx="9" cy="9" r="9"/></svg>')}`
const alt = { id: 'Lingkaran "penuh"', en: 'A "full" circle' }
const image = { source: drawing, width: 18, height: 18, alt }

const themed: Form = {
  ...registration,
  theme: { light: { accent: '#7a3300' }, dark: { accent: '#ffc58a' } },
  sections: {
    ...registration.sections,
    work: { ...registration.sections.work, image: { ...image, source: `${drawing}?1` } },
  },
  questions: Object.fromEntries(
    Object.entries(registration.questions).map(([id, question]) =>
      ['short_name', 'themes', 'consent_photos'].includes(id) ? [id, { ...question, image }] : [id, question],
    ),
  ),
}

const accents = (css: string): readonly string[] =>
  [...css.matchAll(/--accent:(#\w+)/g)].map(([, one = '']) => one)

async function policyOf(css: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css))
  return `style-src 'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`
}

let world: World
beforeEach(async () => {
  world = await newWorld({ forms: shelfOf([themed], async () => null) })
})

it('holds', () => {
  expect(checkForm(themed)).toEqual([])
})

describe('the colours', () => {
  it('are on every page of the form and on no other, each under a policy that names its style', async () => {
    const form = 'registration'
    const early = await openRound(world, { slug: 'nanti', form, opensAt: START + DAY })
    const closed = await openRound(world, { slug: 'tutup', form, closesAt: START })
    const submission = keyAt(OPENED)
    const { receipt } = await sent(world, REGISTRATION, { ...registrationAnswers, submission })
    const pages: readonly (readonly [name: string, isThemed: boolean, response: Response])[] = [
      ['home', false, await world.get('/')],
      ['form', true, await world.get(REGISTRATION)],
      ['form, warm', true, await world.get(REGISTRATION)],
      ['home again', false, await world.get('/')],
      ['mistakes', true, await world.post(REGISTRATION, {})],
      ['conflict', true, await world.post(REGISTRATION, { ...registrationAnswers, submission, profile: '' })],
      ['receipt', true, await world.get(receipt)],
      ['early', true, await world.get(early)],
      ['closed', true, await world.get(closed)],
      ['too late', true, await world.post(closed, { ...registrationAnswers, submission })],
      ['nothing there', false, await world.get('/lain')],
    ]
    for (const [name, isThemed, response] of pages) {
      const css = (await pageOf(response)).one('style').text
      const found = accents(css)
      expect([name, found]).toEqual([name, isThemed ? ['#7a3300', '#ffc58a'] : ['#0b4f8a', '#8cc4ff']])
      expect([name, response.headers.get('Content-Security-Policy')]).toEqual([
        name,
        expect.stringContaining(await policyOf(css)),
      ])
    }
  })
})

describe('the images', () => {
  it.each([
    ['id', ''],
    ['en', '?lang=en'],
  ] as const)('stand where the form has them, with their alternative text (%s)', async (locale, language) => {
    const page = await pageOf(await world.get(REGISTRATION + language))
    const images = page.all('img').map(({ attributes }) => attributes)
    const shown = { alt: alt[locale], width: '18', height: '18' }
    expect(images).toEqual([
      { ...shown, src: drawing },
      { ...shown, src: `${drawing}?1` },
      { ...shown, src: drawing },
      { ...shown, src: drawing },
    ])
  })

  it('may be shown by the policy, and nothing from elsewhere', async () => {
    const policy = (await world.get(REGISTRATION)).headers.get('Content-Security-Policy')?.split('; ')
    expect(policy).toContain('img-src data:')
  })
})
