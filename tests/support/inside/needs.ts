// A form with one question that is specific data in the sense of UU 27/2022, and an answer to it that nobody may find.
import { registration } from '../../../forms/registration/v1.ts'
import type { Form } from '../../../src/core/form/form.ts'

export const SECRET = 'Pendengaran berkurang sejak lahir (contoh)'

/** The registration, under another id and with a question about special needs. */
export const withNeeds: Form = {
  ...registration,
  id: 'needs',
  questions: {
    ...registration.questions,
    needs: {
      kind: 'longText',
      section: 'consent',
      label: { id: 'Kebutuhan khusus', en: 'Special needs' },
      data: 'sensitive',
    },
  },
}
