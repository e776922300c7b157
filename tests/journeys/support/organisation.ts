// Fictional organisations: every test writes under a name and an address of its own.

export type Organisation = { name: string; email: string }

const letters = 'bdgjklmnprstw'

/** A new organisation; its name is one that may stand in a mail. */
export function newOrganisation(): Organisation {
  const bytes = crypto.getRandomValues(new Uint8Array(12))
  const word = Array.from(bytes, (byte, i) => (i % 2 ? 'a' : letters[byte % letters.length])).join('')
  return { name: `Yayasan Rukun ${word}`, email: `ratna.${word}@rukun.example` }
}

/** What one organisation types into the IKO, by field name; its index is 1.30. */
export const ikoAnswersOf = ({ name, email }: Organisation) => ({
  organisation: name,
  district: '35.07',
  assessed_on: '2026-01-15',
  participants_women: '7',
  participants_men: '5',
  participants_other: '0',
  participants_disability: '4',
  facilitator: 'Joko Contoh',
  sender_name: 'Ratna Contoh',
  sender_role: 'Sekretaris',
  whatsapp: '0812 3456 7890',
  email,
  results: '1',
  standards: '1',
  delivery: '2',
  'delivery.evidence': 'Laporan kegiatan 2025 <ringkas> & "lampirannya"\nNotulen rapat bulanan',
  reach: '1',
  target_population: '2',
  learning: '1',
  'learning.evidence': 'Belum ada, mulai tahun depan',
  resources: '1',
  social_capital: '2',
  adaptive_capacity: '1',
  influence: '1',
})

/** What the same organisation types to register, by field name; it consents to nothing. */
export const registrationAnswersOf = ({ name, email }: Organisation) => ({
  organisation: name,
  short_name: 'Rukun',
  district: '35.73',
  legal_form: 'community',
  network_role: 'member',
  themes: 'disability',
  disability_organisation: 'yes',
  profile: 'Kami mendampingi warga di tiga kelurahan sejak 2019.\nKami mengurus akta dan jaminan kesehatan.',
  contact_name: 'Ratna Contoh',
  contact_role: 'Ketua',
  email,
})
