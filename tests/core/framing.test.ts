// Who may show a form in a frame: what is no site is none, and nobody is let in by a slip.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ancestorsOf, type FramedRound, frameOriginOf, refuses } from '../../src/core/framing.ts'

const OWN = 'https://forms.example'
const listed = (...frameOrigins: string[]): FramedRound => ({ framing: 'listed', frameOrigins })
const anyone: FramedRound = { framing: 'anyone', frameOrigins: null }
const nobody: FramedRound = { framing: 'nobody', frameOrigins: ['https://a.org'] }

describe('a site, as somebody names it', () => {
  it.each([
    ['https://a.org', 'https://a.org'],
    [' https://A.org/kegiatan/2026?x=1#y ', 'https://a.org'],
    ['a.org', 'https://a.org'],
    ['www.a.org/halaman', 'https://www.a.org'],
    ['https://*.b.or.id', 'https://*.b.or.id'],
    ['*.b.or.id', 'https://*.b.or.id'],
    ['http://127.0.0.1:8000', 'http://127.0.0.1:8000'],
    ['https://a.org:443', 'https://a.org'],
    ['http://localhost:3000/', 'http://localhost:3000'],
  ])('%j is the origin %s', (typed, origin) => {
    expect(frameOriginOf(typed)).toBe(origin)
  })

  it.each([
    '',
    '*',
    'https://*',
    '*.id',
    'https://a.*.org',
    'https://**.a.org',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.org',
    'https://a.org;script-src *',
    "https://a.org 'unsafe-inline'",
    'https://ratna@a.org',
    'https://-a.org',
    "'self'",
    'dua kata',
  ])('%j is none', (typed) => {
    expect(frameOriginOf(typed)).toBeNull()
  })

  it('is read as itself once it is written, and can end no rule of a policy', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (typed) => {
        const origin = frameOriginOf(typed)
        if (origin === null) return
        expect(frameOriginOf(origin)).toBe(origin)
        expect(origin).toMatch(/^https?:\/\/[a-z0-9.*:-]+$/)
      }),
    )
  })
})

describe('the policy of a round', () => {
  it.each([
    ['anyone', anyone, '*'],
    ['listed sites', listed('https://a.org', 'https://*.b.or.id'), 'https://a.org https://*.b.or.id'],
    ['a list that is empty', listed(), "'none'"],
    ['a list that is missing', { framing: 'listed', frameOrigins: null }, "'none'"],
    ['a list with something else in it', listed("https://a.org; script-src 'unsafe-inline'"), "'none'"],
    ['nobody', nobody, "'none'"],
    ['a word that nobody knows', { framing: 'everybody', frameOrigins: null }, "'none'"],
  ] as const)('lets in %s', (_who, round, ancestors) => {
    expect(ancestorsOf(round)).toBe(ancestors)
  })
})

describe('a page that asks for a round in a frame', () => {
  const round = listed('https://a.org', 'https://*.b.or.id', 'http://c.org')

  it.each([
    'https://a.org/halaman',
    'https://x.b.or.id/',
    'https://y.x.b.or.id/',
    'http://c.org/',
    'https://c.org/',
    `${OWN}/f/daftar?embed=1`,
    undefined,
    'bukan alamat',
  ])('is not turned away from %s', (referrer) => {
    expect(refuses(round, referrer, OWN)).toBe(false)
  })

  it.each([
    'https://b.or.id/',
    'https://a.org.evil.example/',
    'https://evilb.or.id/',
    'http://a.org/',
    'https://a.org:8443/',
  ])('is turned away from %s', (referrer) => {
    expect(refuses(round, referrer, OWN)).toBe(true)
  })

  it('is turned away from nowhere where anyone may, and from everywhere where nobody may', () => {
    for (const referrer of [undefined, 'https://a.org/', `${OWN}/`]) {
      expect(refuses(anyone, referrer, OWN)).toBe(false)
      expect(refuses(nobody, referrer, OWN)).toBe(true)
    }
  })
})
