// What an address fills in: only what is asked, never a consent, and nothing that stands unseen.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { registration } from '../../../forms/registration/v1.ts'
import { prefilled } from '../../../src/core/form/prefill.ts'

const filled = (query: string) => Object.fromEntries(prefilled(registration, new URLSearchParams(query)))

describe('an address', () => {
  it('fills in the questions it names, and several answers where several may be given', () => {
    expect(filled('p.organisation=Yayasan+Bina&p.themes=disability&p.themes=other&lang=en')).toEqual({
      organisation: ['Yayasan Bina'],
      themes: ['disability', 'other'],
    })
  })

  it.each([
    ['what the form does not ask', 'p.unknown=1&organisation=Tanpa+awalan&p.=x&p.__proto__=x'],
    ['fields of the page itself', 'p.submission=x&p.action=send&p.earlier=x'],
    ['a consent', 'p.consent_directory=yes&p.consent_donors=yes'],
    ['nothing at all', 'p.organisation=&p.short_name=+'],
    ['what is not asked of whoever answers like this', 'p.parent_organisation=Payung'],
    ['what hangs on something of the kind', 'p.legal_form=community&p.parent_organisation=Payung'],
  ])('does not fill in %s', (_what, query) => {
    expect(filled(query.replace('p.legal_form=community&', ''))).toEqual({})
    expect(filled(query)).not.toHaveProperty('parent_organisation')
  })

  it('fills in what is asked because of another answer that it gives', () => {
    expect(filled('p.legal_form=branch&p.parent_organisation=Payung')).toEqual({
      legal_form: ['branch'],
      parent_organisation: ['Payung'],
    })
  })

  it('never fills in another field than those of questions, whatever it says', () => {
    const name = fc.oneof(fc.constantFrom(...Object.keys(registration.questions)), fc.string())
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            name.map((one) => `p.${one}`),
            fc.string(),
          ),
        ),
        (query) => {
          for (const [field, values] of prefilled(registration, query)) {
            expect(Object.keys(registration.questions)).toContain(field)
            expect(field).not.toMatch(/^consent/)
            expect(values.every((value) => value.trim() !== '')).toBe(true)
          }
        },
      ),
    )
  })
})
