// What a registration tells the registry, by what the form says of its questions.
import { describe, expect, it } from 'vitest'
import { registration } from '../../../forms/registration.ts'
import type { Form } from '../../../src/core/form/form.ts'
import { registrantOf } from '../../../src/core/form/registers.ts'

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
