// A form as large as they get: 120 scored questions, made of the IKO's own, under other ids and in sections of ten.
import { iko } from '../../forms/iko/v1.ts'
import type { Form, Section } from '../../src/core/form/form.ts'
import { withPlaces } from '../../src/core/form/places.ts'
import type { LevelQuestion, Question } from '../../src/core/form/question.ts'
import { districtsOf } from '../../src/core/place/regions.ts'
import type { Round } from '../../src/db/round/read.ts'

const SECTIONS = 12

const isLevel = (entry: readonly [string, Question]): entry is readonly [string, LevelQuestion] =>
  entry[1].kind === 'level'

const asked: readonly (readonly [string, Question])[] = Object.entries(iko.questions)
const items = asked.filter(isLevel)
const others = asked.filter((entry) => !isLevel(entry))
const numbers = Array.from({ length: SECTIONS }, (_, at) => at + 1)

const section = (number: number): readonly [string, Section] => [
  `part_${number}`,
  { title: { id: `Penilaian ke-${number}`, en: `Assessment ${number}` } },
]

const copies = (number: number): readonly (readonly [string, Question])[] =>
  items.map(([id, question]) => [`${id}_${number}`, { ...question, section: `part_${number}` }])

/** As it would be declared: who answers, then ten questions in each of twelve sections. */
export const largeDeclaration: Form = {
  ...iko,
  sections: { about: iko.sections.about, ...Object.fromEntries(numbers.map(section)) },
  questions: Object.fromEntries([...others, ...numbers.flatMap(copies)]),
}

/** As it is asked in East Java. */
export const largeForm: Form = withPlaces(largeDeclaration, districtsOf(['35']))

/** A round that asks it. */
export const largeRound: Round = {
  id: '01900000-0000-7000-8000-000000000201',
  slug: 'besar',
  formId: largeForm.id,
  formVersion: largeForm.version,
  formHash: null,
  kind: 'survey',
  title: { id: 'Penilaian besar', en: 'Large assessment' },
  opensAt: 0,
  closesAt: null,
  closedAt: null,
  closingText: null,
  practice: false,
  referenceFrom: null,
  referenceTo: null,
  framing: 'nobody',
  frameOrigins: null,
  network: {
    id: '01900000-0000-7000-8000-000000000001',
    slug: 'contoh',
    name: { id: 'Jaringan Contoh', en: 'Example Network' },
    timeZone: 'Asia/Jakarta',
    provinces: ['35'],
    replyTo: 'koordinator@contoh.example',
  },
}
