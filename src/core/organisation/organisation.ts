// Telling whether two typed names mean the same organisation, and what there is to say of one.

import type { Membership } from '../kernel/scope.ts'
import { type District, districtsOf } from '../place/regions.ts'

/** A name without case, accents, punctuation and doubled spaces: `Yayasan  "Bina-Karya"` → `yayasan bina karya`. */
export const normaliseName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What a name is compared by, and kept as beside it: normalised, or as it is where nothing of it would be left. */
export const comparableName = (name: string): string => normaliseName(name) || name.trim()

/** The same organisation from two phones has the same key: its normalised name and its district code. */
export const respondentKey = (name: string, district: string): string => `${district}/${comparableName(name)}`

/** The longest line said of an organisation, the longest number of a decree (characters), and how many themes it has at most. */
export const LINE_MAX = 200
export const DECREE_MAX = 100
export const THEMES_MAX = 20

/** What a name of an organisation is to it. */
export const NAME_KINDS = ['official', 'short', 'alias', 'former'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** A name that an organisation is to have. */
export interface NewName {
  readonly id: string
  readonly kind: NameKind
  readonly name: string
  readonly normalised: string
}

/** The official name and the short ones as they are kept, no two alike. */
export function namesToKeep(official: string, short: readonly string[], newId: () => string): NewName[] {
  const all: NewName[] = []
  for (const [index, name] of [official, ...short].entries()) {
    const normalised = comparableName(name)
    if (all.every((one) => one.normalised !== normalised))
      all.push({ id: newId(), kind: index === 0 ? 'official' : 'short', name, normalised })
  }
  return all
}

/** Whether an organisation is at work; whoever is not is in no list of those who are expected to answer. */
export const STATUSES = ['active', 'inactive'] as const
export type Status = (typeof STATUSES)[number]

/** Of which organisation a registration is, where it is none that is there: a new one, or another one of the same name. */
export const NEW = 'new'
export const ANOTHER = 'another'

/** The field that says that another organisation of the same name is meant. */
export const SURE_FIELD = 'sure'

/** The field that carries the name by which another organisation is looked for. */
export const OTHER_FIELD = 'q'

/** What another organisation can be to one: the first of the two is the lead partner of a pair, or the forum of a member. */
export const RELATIONS = {
  lead: { kind: 'pair', isFirst: false },
  forum: { kind: 'pair', isFirst: true },
  member: { kind: 'member', isFirst: true },
  memberOf: { kind: 'member', isFirst: false },
} as const
export type RelationChoice = keyof typeof RELATIONS

export const isRelation = (choice: string): choice is RelationChoice => Object.hasOwn(RELATIONS, choice)

/** The districts that somebody sees: their own, or all of the network. */
export const districtsWithin = ({
  network,
  districts,
}: Pick<Membership, 'network' | 'districts'>): readonly District[] =>
  districtsOf(network.provinces).filter(({ code }) => districts === null || districts.includes(code))
