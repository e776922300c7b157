// Names as long as they get, some without any place to break: pages must take them on the narrowest phone.
import { ikoAnswers, registrationAnswers, type Typed } from './world.ts'

const UNBROKEN = 'PerhimpunanPemberdayaanMasyarakatPenyandangDisabilitasPesisirSelatan'

/** 200 characters, a third of them in one word. */
export const LONG_NAME =
  `${UNBROKEN} dan Jejaring Simpul Belajar Pendampingan Usaha Mikro Kelompok Perempuan Kepala Keluarga se-Kabupaten Banyuwangi, Situbondo, Bondowoso, dan Jember Wilayah Timur`.slice(
    0,
    200,
  )
export const LONG_PERSON = `${UNBROKEN.slice(0, 40)} Raden Ayu Kusumawardhani Contoh Putri Sulung`
export const LONG_EMAIL = `${'sekretariat.'.repeat(5)}pusat@${'pemberdayaan-'.repeat(4)}masyarakat.perhimpunan-contoh.example`
export const LONG_TEXT = { id: `${LONG_NAME} (contoh)`, en: `${LONG_NAME} (demo)` } as const

const person = { sender_name: LONG_PERSON, sender_role: LONG_NAME, email: LONG_EMAIL }

/** An IKO of the organisation with the long name. */
export const longIko: Typed = {
  ...ikoAnswers,
  ...person,
  organisation: LONG_NAME,
  'results.evidence': `${UNBROKEN.repeat(12)}\n\n${LONG_NAME}`,
  'reach.evidence': 'https://contoh.example/'.padEnd(400, 'a'),
}

/** A registration of it. */
export const longRegistration: Typed = {
  ...registrationAnswers,
  organisation: LONG_NAME,
  short_name: `${UNBROKEN}, ${UNBROKEN}2`,
  parent_organisation: LONG_NAME,
  decree_number: UNBROKEN,
  profile: `${UNBROKEN.repeat(10)}\n\n${LONG_NAME}`,
  themes_other: UNBROKEN,
  forum_name: LONG_NAME,
  contact_name: LONG_PERSON,
  contact_role: LONG_NAME,
  email: LONG_EMAIL,
}
