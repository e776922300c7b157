// The organisations of the demo. All of them are made up; every name says "Contoh", which is "example".
import type { District } from '../../src/core/place/regions.ts'
import type { Dice } from './chance.ts'

/** What an organisation of the demo is in its network. */
export type DemoRole = 'lead-partner' | 'learning-forum' | 'member' | 'support-partner'

export interface DemoOrganisation {
  /** Its place in the list, from 0. */
  readonly number: number
  readonly name: string
  readonly short: string | null
  readonly district: District
  readonly role: DemoRole
  readonly legalForm: string
  readonly themes: readonly string[]
  readonly contact: { readonly name: string; readonly position: string }
  /** Where mail goes; null where there is only a telephone. */
  readonly email: string | null
  readonly whatsapp: string
  /** Its usual level, from 1 to 3.5; in each round it is a little better. */
  readonly strength: number
}

const KINDS = ['Yayasan', 'Perkumpulan', 'Komunitas', 'Lembaga'] as const
const LEGAL: Readonly<Record<(typeof KINDS)[number], string>> = {
  Yayasan: 'Yayasan',
  Perkumpulan: 'Perkumpulan berbadan hukum',
  Komunitas: 'Komunitas yang belum terdaftar',
  Lembaga: 'Ormas dengan SKT',
}
const WORDS = [
  'Lentera Rakyat',
  'Pelita Desa',
  'Sahabat Difabel',
  'Tunas Harapan',
  'Suara Ibu',
  'Bina Karya',
  'Jejak Hijau',
  'Rumah Baca',
  'Langkah Setara',
  'Mata Air',
  'Titian Warga',
  'Sinar Pesisir',
  'Kawan Sehat',
  'Lumbung Ilmu',
  'Gerak Inklusi',
] as const
const THEMES = [
  'Hak penyandang disabilitas',
  'Kesehatan',
  'Pendidikan',
  'Perempuan dan anak',
  'Lingkungan dan sampah',
  'Keterbukaan anggaran, termasuk dana desa',
  'Mata pencaharian dan usaha warga',
] as const
const GIVEN = [
  'Sri',
  'Agus',
  'Nur',
  'Joko',
  'Lestari',
  'Hadi',
  'Yuni',
  'Slamet',
  'Indah',
  'Fajar',
  'Rina',
  'Eko',
]
const POSITIONS = ['Ketua', 'Sekretaris', 'Bendahara', 'Koordinator program'] as const

const placeOf = ({ name }: District): string => name.replace(/^(?:Kabupaten|Kota) /, '')

// Every fourth district has a lead partner and its forum.
const hasForum = (index: number): boolean => index % 4 === 0
const SUPPORTED = ['35.78', '35.73', '35.09']
const MEMBERS_BESIDE_FORUMS = 9

/** Which role there is in which district: a pair in every fourth, a member in the others, and some more. */
function seats(districts: readonly District[]): readonly (readonly [DemoRole, District])[] {
  const homes = districts.filter((_, index) => hasForum(index))
  const others = districts.filter((_, index) => !hasForum(index))
  const supported = districts.filter(({ code }) => SUPPORTED.includes(code))
  const seat = (role: DemoRole) => (district: District) => [role, district] as const
  return [
    ...homes.map(seat('lead-partner')),
    ...homes.map(seat('learning-forum')),
    ...supported.map(seat('support-partner')),
    ...others.map(seat('member')),
    ...homes.slice(0, MEMBERS_BESIDE_FORUMS).map(seat('member')),
  ]
}

/** The organisations of a network, some in each of its districts. */
export const organisationsIn = (districts: readonly District[], dice: Dice): readonly DemoOrganisation[] =>
  seats(districts).map(([role, district], number) => organisation(role, district, number, dice))

function organisation(role: DemoRole, district: District, number: number, dice: Dice): DemoOrganisation {
  const place = placeOf(district)
  // Kabupaten and Kota can share a name, and a district can have three organisations: the words tell them apart.
  const words = WORDS[(number * 7) % WORDS.length] ?? WORDS[0]
  const kind = KINDS[number % KINDS.length] ?? KINDS[0]
  const isForum = role === 'learning-forum'
  const name = isForum ? `Simpul Belajar Contoh ${district.name}` : `${kind} ${words} Contoh ${place}`
  const initials = name.split(' ').map(([letter = '']) => letter)
  return {
    number,
    name,
    short: number % 3 === 0 ? initials.join('') : null,
    district,
    role,
    legalForm: isForum ? 'Forum' : LEGAL[kind],
    themes: [...new Set([dice.of(THEMES), dice.of(THEMES)])],
    contact: { name: `${dice.of(GIVEN)} Contoh ${number + 1}`, position: dice.of(POSITIONS) },
    email: number % 11 === 10 ? null : `sekretariat${number + 1}@contoh-${place.toLowerCase()}.example`,
    whatsapp: `0812 5550 ${String(1000 + number)}`,
    strength: 1 + dice.next() * 2.2,
  }
}
