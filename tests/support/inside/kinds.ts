// A form that asks in every way there is, with pictures and colours of its own, which the forms of a network leave out.
import { registration } from '../../../forms/registration/v1.ts'
import type { Form } from '../../../src/core/form/form.ts'
import type { Image } from '../../../src/core/form/image.ts'

const source = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"><circle cx="60" cy="60" r="50"/></svg>')}`
const image: Image = {
  source,
  width: 120,
  height: 120,
  alt: { id: 'Lingkaran "penuh"', en: 'A "full" circle' },
}
const { organisation, district, ...asked } = registration.questions

/** The registration with a number, a day and pictures. */
export const everyKind: Form = {
  ...registration,
  id: 'kinds',
  theme: { light: { accent: '#7a3300' }, dark: { accent: '#ffc58a' } },
  sections: { ...registration.sections, work: { ...registration.sections.work, image } },
  questions: {
    organisation,
    district,
    members: {
      kind: 'number',
      section: 'organisation',
      label: { id: 'Jumlah anggota', en: 'Number of members' },
      hint: { id: 'Perkiraan sudah cukup.', en: 'A rough number will do.' },
      max: 5000,
      image,
    },
    founded: {
      kind: 'date',
      section: 'organisation',
      label: { id: 'Hari berdiri', en: 'Day of foundation' },
      notAfterToday: true,
      required: { question: 'members', answered: true },
    },
    ...asked,
    themes: { ...asked.themes, image },
    consent_photos: { ...asked.consent_photos, image },
  },
}
