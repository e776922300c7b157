// What a registration tells the registry, by what the form says of its questions.
import { describe, expect, it } from 'vitest'
import { registration } from '../../../forms/registration/v1.ts'
import type { Form } from '../../../src/core/form/form.ts'
import { registrantOf, roleAskedFor } from '../../../src/core/form/registers.ts'

const form: Form = registration
const least = { organisation: 'Komunitas Contoh', district: '35.78' }

describe('a registration', () => {
  it('tells names, form, decree, themes and whom to reach, choices in the words of the form', () => {
    expect(
      registrantOf(form, {
        ...least,
        short_name: 'KC, Sahabat,, KC, Komunitas Contoh',
        legal_form: 'foundation',
        decree_number: 'AHU-1',
        themes: ['health', 'other'],
        network_role: 'lead_partner',
        contact_name: 'Bagas Contoh',
        contact_role: 'Relawan',
        whatsapp: '+6281234567890',
        email: 'Bagas@Sahabat.example',
      }),
    ).toEqual({
      name: 'Komunitas Contoh',
      shortNames: ['KC', 'Sahabat'],
      district: '35.78',
      legalForm: 'Yayasan',
      decreeNo: 'AHU-1',
      themes: ['Kesehatan', 'Tema lain'],
      role: {
        choice: 'lead_partner',
        name: { id: 'Mitra utama di kabupaten atau kota', en: 'Lead partner in a district or city' },
      },
      contact: {
        name: 'Bagas Contoh',
        position: 'Relawan',
        email: 'bagas@sahabat.example',
        whatsapp: '+6281234567890',
      },
    })
  })

  it('tells nothing that was not said', () => {
    const nothing = { name: null, position: null, email: null, whatsapp: null }
    expect(registrantOf(form, least)).toEqual({
      name: 'Komunitas Contoh',
      shortNames: [],
      district: '35.78',
      legalForm: null,
      decreeNo: null,
      themes: [],
      role: null,
      contact: nothing,
    })
  })

  it('tells the name and district alone where the form does not say what its questions mean', () => {
    const { registers, ...silent } = form
    expect(registers).toBeDefined()
    expect(
      registrantOf(silent, { ...least, legal_form: 'foundation', contact_name: 'Bagas Contoh' }),
    ).toEqual(registrantOf(form, least))
  })
})

describe('the role that a registration asks for', () => {
  const asking = registrantOf(form, { ...least, network_role: 'lead_partner' })
  const named = (key: string, id: string, en: string) => ({ key, name: { id, en } })
  const MEMBER = named('member', 'Anggota', 'Member')

  it('is the one of the network whose key is the choice, whatever it is called there', () => {
    expect(roleAskedFor(asking, [MEMBER, named('lead-partner', 'Mitra inti', 'Core partner')])).toBe(
      'lead-partner',
    )
  })

  it('is else the one that is called so in one of the languages', () => {
    const own = named('partner', 'mitra utama di Kabupaten atau Kota', 'Partner')
    expect(roleAskedFor(asking, [MEMBER, own])).toBe('partner')
  })

  it('is none where the network has no such role, and where nothing is asked for', () => {
    expect(roleAskedFor(asking, [MEMBER])).toBe('')
    expect(roleAskedFor(registrantOf(form, least), [MEMBER])).toBe('')
  })
})
