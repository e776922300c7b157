// Which addresses are questioned before sending: slips in the domains our respondents use, and nothing that is real.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIKELY, REAL } from '../../../src/core/form/mail-domains.ts'
import { likelyMeant, suspectsIn } from '../../../src/core/form/mistyped.ts'
import { anything } from '../anything.ts'
import { asked, formAsking } from './asking.ts'

describe('a slip is questioned', () => {
  it.each([
    [
      'gmail.com',
      'gmial.com gmai.com gmail.co gmail.con gmal.com gamil.com gmaill.com gnail.com gmail.comm gmali.com gmailcom',
    ],
    ['gmail.com', 'gmail.id gmail.co.id gmail.com.id gmail.cmo'],
    ['yahoo.com', 'yaho.com yahoo.con yahooo.com yhaoo.com yahoo.co'],
    ['yahoo.co.id', 'yaho.co.id yahoo.cp.id yahoo.coid yahoo.co.di'],
    ['hotmail.com', 'hotmial.com hotmai.com'],
    ['outlook.com', 'outlok.com outlook.con'],
    ['ymail.com', 'ymial.com'],
    ['icloud.com', 'iclod.com'],
  ])('%s is meant by %s', (meant, slips) => {
    for (const slip of slips.split(' '))
      expect([slip, likelyMeant(`siti@${slip}`)]).toEqual([slip, `siti@${meant}`])
  })

  it('in capitals too', () => {
    expect(likelyMeant('Bu.Siti@GMIAL.COM')).toBe('Bu.Siti@gmail.com')
  })
})

/** Domains that are in use, as respondents in Indonesia write them. */
const inUse = [
  'ymail.com yahoo.co.id rocketmail.com email.com mail.com gmx.com hotmail.co.id outlook.co.id live.com icloud.com',
  'gmail.com googlemail.com yahoo.com hotmail.com outlook.com me.com proton.me msn.com yandex.com zoho.com hey.com',
  'ugm.ac.id ub.ac.id mail.ugm.ac.id student.ub.ac.id ui.ac.id lpkp.or.id ymca.or.id contoh.id simpul.test pattiro.org',
  'jatimprov.go.id malangkab.go.id smpn1malang.sch.id telkom.net cbn.net.id sukamaju.desa.id wonosari.web.id',
  'rumahinklusi.my.id rumahinklusi.co.id mail.go.id yahoo.com.sg yahoo.co.uk hotmail.co.uk live.co.uk mali.org mail.id',
].flatMap((line) => line.split(' '))

/** What organisations in Indonesia register under. */
const ENDINGS = ['or.id', 'ac.id', 'go.id', 'sch.id', 'co.id', 'desa.id', 'web.id', 'my.id', 'id', 'org']

const part = fc.stringMatching(/^[a-z0-9]{1,12}$/)
const domain = fc.tuple(part, fc.constantFrom(...LIKELY, ...REAL, ...ENDINGS)).map((parts) => parts.join('.'))

describe('an address is not questioned', () => {
  it.each(inUse)('where its domain is in use: %s', (known) => {
    expect(likelyMeant(`siti@${known}`)).toBeNull()
  })

  it.each(ENDINGS)('where its domain is an organisation’s own, under %s', (ending) => {
    // Three slips and more from every service by its length alone, or by having none of its letters.
    const name = fc.oneof(fc.stringMatching(/^[a-z]{11,20}$/), fc.stringMatching(/^[b-fq-s]{4,9}$/))
    fc.assert(
      fc.property(name, (name) => {
        expect(likelyMeant(`siti@${name}.${ending}`)).toBeNull()
      }),
    )
  })

  it('where its domain is that of a service, whatever stands before it', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom(...LIKELY, ...REAL), (local, known) => {
        expect(likelyMeant(`${local}@${known}`)).toBeNull()
        expect(likelyMeant(`${local}@${known.toUpperCase()}`)).toBeNull()
      }),
    )
  })

  it.each(['', '@', 'siti', '@gmial.com', 'siti@', 'gmial.com'])('where it is none: "%s"', (text) => {
    expect(likelyMeant(text)).toBeNull()
  })
})

describe('whatever is typed, a suggestion', () => {
  const slip = fc
    .tuple(
      fc.constantFrom(...LIKELY),
      fc.nat({ max: 12 }),
      fc.nat({ max: 2 }),
      fc.stringMatching(/^[a-z.]?$/),
    )
    .map(([domain, at, cut, put]) => domain.slice(0, at) + put + domain.slice(at + cut))
  const address = fc.tuple(anything, fc.oneof(slip, slip, domain, anything)).map((parts) => parts.join('@'))

  it('goes to a likely service, keeps what stands before the @, is not what was typed, and is not questioned again', () => {
    fc.assert(
      fc.property(address, (address) => {
        const meant = likelyMeant(address)
        if (meant === null) return
        const at = address.lastIndexOf('@')
        expect(meant.slice(0, at + 1)).toBe(address.slice(0, at + 1))
        expect(LIKELY).toContain(meant.slice(at + 1))
        expect(meant.toLowerCase()).not.toBe(address.toLowerCase())
        expect(likelyMeant(meant)).toBeNull()
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the answers of a form', () => {
  const form = formAsking({
    name: { kind: 'text', ...asked },
    email: { kind: 'email', ...asked, data: 'personal' },
    second: { kind: 'email', ...asked, data: 'personal' },
    third: { kind: 'email', ...asked, data: 'personal' },
  })

  it('are suspect where the answer to an e-mail question is', () => {
    const answers = {
      third: 'ani@yaho.com',
      name: 'siti@gmial.com',
      email: 'siti@gmial.com',
      second: 'b@ub.ac.id',
    }
    expect(suspectsIn(form, answers)).toEqual([
      { question: 'email', typed: 'siti@gmial.com', meant: 'siti@gmail.com' },
      { question: 'third', typed: 'ani@yaho.com', meant: 'ani@yahoo.com' },
    ])
  })

  it('are not where nothing was answered', () => {
    expect(suspectsIn(form, {})).toEqual([])
  })
})
