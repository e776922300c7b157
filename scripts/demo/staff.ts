// Who looks after the demo networks, one of each role, and what the networks have set. All of them are made up.

import type { Role } from '../../src/core/kernel/scope.ts'
import type { Text } from '../../src/core/kernel/text.ts'
import type { RoleName } from '../../src/core/network/registry.ts'
import { demoNetwork } from '../demo.ts'
import { insert, networkRow } from '../operate/rows.ts'

/** A second, small network, so that one can change between two. */
export const secondNetwork = {
  id: '01900000-0000-7000-8000-000000000003',
  slug: 'pesisir-madura',
  name: { id: 'Jaringan Pesisir Madura (contoh)', en: 'Madura Coast Network (demo)' },
  timeZone: 'Asia/Jakarta',
  provinces: ['35'],
  replyTo: 'sekretariat@pesisir-madura.example',
} as const

/** Somebody of the staff of a demo network. */
export interface DemoStaff {
  readonly personId: string
  readonly name: string
  readonly email: string
  readonly memberships: readonly {
    readonly id: string
    readonly networkId: string
    readonly role: Role
    readonly districts: readonly string[] | null
  }[]
}

/** Coordinates a few districts of the first network and is administrator of the second. */
export const demoCoordinator: DemoStaff = {
  personId: '01900000-0000-7000-8000-000000000202',
  name: 'Dewi Contoh',
  email: 'dewi@rumah-inklusi.example',
  memberships: [
    {
      id: '01900000-0000-7000-8000-000000000302',
      networkId: demoNetwork.id,
      role: 'coordinator',
      // Kabupaten and Kota Malang and Kota Batu.
      districts: ['35.07', '35.73', '35.79'],
    },
    {
      id: '01900000-0000-7000-8000-000000000303',
      networkId: secondNetwork.id,
      role: 'administrator',
      districts: null,
    },
  ],
}

const inFirst = (number: number, name: string, role: Role): DemoStaff => ({
  personId: `01900000-0000-7000-8000-00000000020${number}`,
  name: `${name} Contoh`,
  email: `${name.toLowerCase()}@rumah-inklusi.example`,
  memberships: [
    {
      id: `01900000-0000-7000-8000-00000000030${number + 1}`,
      networkId: demoNetwork.id,
      role,
      districts: null,
    },
  ],
})

/** The staff beside the administrator. */
export const demoStaff: readonly DemoStaff[] = [
  demoCoordinator,
  inFirst(3, 'Yusuf', 'facilitator'),
  inFirst(4, 'Laras', 'viewer'),
]

/** What organisations can be in the demo networks. */
export const demoRoleNames: readonly RoleName[] = [
  { key: 'lead-partner', name: { id: 'Mitra utama', en: 'Lead partner' } },
  { key: 'learning-forum', name: { id: 'Simpul belajar', en: 'Learning forum' } },
  { key: 'member', name: { id: 'Anggota', en: 'Member' } },
  {
    key: 'support-partner',
    name: { id: 'Mitra pendukung tingkat provinsi', en: 'Provincial support partner' },
  },
]

/** Whose answers the rounds of the demo count. */
export const demoAudience: readonly string[] = ['lead-partner', 'learning-forum', 'member']

export const demoPrivacy: { readonly notice: Text; readonly contact: string } = {
  notice: {
    id: 'Data organisasi dipakai untuk menyusun pelatihan dan pendampingan. Hanya koordinator jaringan yang melihat nama dan nomor telepon.\n\nIni jaringan contoh: organisasi, orang, dan nilainya rekaan.',
    en: 'Data of organisations are used to plan training and support. Only coordinators of the network see names and telephone numbers.\n\nThis is a demo network: its organisations, people and scores are made up.',
  },
  contact: 'Sekretariat, data@rumah-inklusi.example',
}

export const demoLogoAlt: Text = {
  id: 'Tiga titik biru yang dihubungkan garis',
  en: 'Three blue dots joined by lines',
}

/** The statements that make the second network and the staff of both, beside the administrator of the first. */
export const staffRows = (at: number): readonly string[] => [
  networkRow(secondNetwork, at),
  ...demoStaff.flatMap(({ personId, name, email, memberships }) => [
    insert('people', { id: personId, email, name, locale: 'id', created_at: at }),
    ...memberships.map(({ id, networkId, role, districts }) =>
      insert('memberships', {
        id,
        network_id: networkId,
        person_id: personId,
        role,
        districts,
        created_at: at,
      }),
    ),
  ]),
]
