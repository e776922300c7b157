// Who may show a form in a frame: what is no site is none, and nobody is let in by a slip.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ancestorsOf, type FramedRound, refusesFrame } from '../../../src/core/round/framing.ts'

const OWN = 'https://forms.example'
const listed = (...frameOrigins: string[]): FramedRound => ({ framing: 'listed', frameOrigins })
const anyone: FramedRound = { framing: 'anyone', frameOrigins: null }
const nobody: FramedRound = { framing: 'nobody', frameOrigins: ['https://a.org'] }

describe('the policy of a round', () => {
  it.each([
    ['anyone', anyone, '*'],
    ['listed sites', listed('https://a.org', 'https://*.b.or.id'), "'self' https://a.org https://*.b.or.id"],
    ['a list that is empty', listed(), "'none'"],
    ['a list that is missing', { framing: 'listed', frameOrigins: null }, "'none'"],
    ['a list with something else in it', listed("https://a.org; script-src 'unsafe-inline'"), "'none'"],
    ['nobody', nobody, "'none'"],
    ['a word that nobody knows', { framing: 'everybody', frameOrigins: null }, "'none'"],
  ] as const)('lets in %s', (_who, round, ancestors) => {
    expect(ancestorsOf(round)).toBe(ancestors)
  })

  it('is one rule of origins, whatever stands in the list', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            fc.webUrl(),
            fc.domain().map((one) => `https://${one}`),
          ),
        ),
        (origins) => {
          expect(ancestorsOf(listed(...origins))).toMatch(/^'none'$|^'self'(?: https?:\/\/[a-z0-9.*:-]+)+$/)
        },
      ),
    )
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
    expect(refusesFrame(round, referrer, OWN)).toBe(false)
  })

  it.each([
    'https://b.or.id/',
    'https://a.org.evil.example/',
    'https://evilb.or.id/',
    'http://a.org/',
    'https://a.org:8443/',
  ])('is turned away from %s', (referrer) => {
    expect(refusesFrame(round, referrer, OWN)).toBe(true)
  })

  it('is turned away from nowhere where anyone may, and from everywhere where nobody may', () => {
    for (const referrer of [undefined, 'https://a.org/', `${OWN}/`]) {
      expect(refusesFrame(anyone, referrer, OWN)).toBe(false)
      expect(refusesFrame(nobody, referrer, OWN)).toBe(true)
    }
  })
})
