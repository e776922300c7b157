// Forms that come from data: whatever is missing or is not what it should be is named, and nothing throws.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { iko } from '../../../forms/iko/v1.ts'
import { forms } from '../../../forms/index.ts'
import { registration } from '../../../forms/registration/v1.ts'
import { checkForm } from '../../../src/core/form/check.ts'

type Path = readonly (string | number)[]

/** The way to every value inside a value, itself left out. */
function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const inner = Object.entries(value).flatMap(([key, one]) => pathsIn(one, [...path, key]))
  return path.length === 0 ? inner : [path, ...inner]
}

/** A copy, as it would come out of a database, with one value taken out or replaced. */
function without(form: object, path: Path, replacement?: unknown) {
  const copy = JSON.parse(JSON.stringify(form))
  const last = path.at(-1) ?? ''
  const inside = path.slice(0, -1).reduce((value, key) => value[key], copy)
  if (replacement !== undefined) inside[last] = replacement
  else delete inside[last]
  return copy
}

const everyForm = forms.map((form) => ({ name: form.id, form, paths: pathsIn(form) }))

const taken: readonly (readonly [what: string, form: object, path: Path, reason: RegExp])[] = [
  ['the title', registration, ['title'], /^is missing$/],
  ['one language of the title', registration, ['title', 'en'], /^is missing$/],
  ['one language of the notice', registration, ['notice', 'id'], /^is missing$/],
  ['a label', registration, ['questions', 'email', 'label'], /^is missing$/],
  ['one language of a label', registration, ['questions', 'email', 'label', 'en'], /^is missing$/],
  ['one language of a hint', registration, ['questions', 'whatsapp', 'hint', 'en'], /^is missing$/],
  [
    'one language of a choice',
    registration,
    ['questions', 'themes', 'choices', 'health', 'en'],
    /^is missing$/,
  ],
  ['the kind of a question', registration, ['questions', 'email', 'kind'], /^is missing$/],
  ['the choices of a question', registration, ['questions', 'themes', 'choices'], /^is missing$/],
  ['the purpose of a consent', registration, ['questions', 'consent_photos', 'purpose'], /^is missing$/],
  ['the sections', registration, ['sections'], /^is missing$/],
  ['the description of a level', iko, ['questions', 'results', 'levels', '0', 'description'], /^is missing$/],
  [
    'one language of a level',
    iko,
    ['questions', 'results', 'levels', '3', 'description', 'en'],
    /^is missing$/,
  ],
  [
    'one language of the next steps',
    iko,
    ['questions', 'results', 'levels', '1', 'nextSteps', 'id'],
    /^is missing$/,
  ],
  ['the evidence', iko, ['questions', 'results', 'evidence'], /^is missing$/],
  ['the name of a band', iko, ['instrument', 'bands', '1', 'name', 'en'], /^is missing$/],
  ['the scale', iko, ['instrument', 'scale'], /^is missing$/],
]

describe('what is missing is named with its place', () => {
  it.each(taken)('%s', (_what, form, path, reason) => {
    expect(checkForm(without(form, path))).toEqual([
      { place: path.join('.'), reason: expect.stringMatching(reason) },
    ])
  })
})

describe('what is not what it should be is named with its place', () => {
  it.each([
    ['title.en', ['title', 'en'], 7, 'is 7, expected was string'],
    ['questions.email.label', ['questions', 'email', 'label'], null, 'is null, expected was Object'],
    ['questions', ['questions'], 'none', 'is "none", expected was Object'],
    ['questions.profile.max', ['questions', 'profile', 'max'], '9', 'is "9", expected was number'],
    ['questions.constructor', ['questions', 'constructor'], null, 'is null, expected was Object'],
  ] as const)('%s', (_place, path, replacement, reason) => {
    expect(checkForm(without(registration, path, replacement))).toEqual([{ place: path.join('.'), reason }])
  })

  it.each([null, undefined, 7, 'form', []].map((given) => [given]))('a form that is %j', (given) => {
    expect(checkForm(JSON.parse(JSON.stringify({ given })).given).length).toBeGreaterThan(0)
  })
})

describe.each(everyForm)('$name', ({ form, paths }) => {
  it('stays the same on its way through JSON, and is sound there', () => {
    expect(checkForm(JSON.parse(JSON.stringify(form)))).toEqual([])
  })

  it('without any one of its texts is refused', () => {
    const texts = paths.filter((path) => path.at(-1) === 'id' || path.at(-1) === 'en')
    const accepted = texts.filter((path) => checkForm(without(form, path)).length === 0)
    expect(texts.length).toBeGreaterThan(100)
    expect(accepted).toEqual([])
  })

  it('with anything taken out or put in its place is looked at without throwing', () => {
    const anyPath = fc.nat({ max: paths.length - 1 }).map((index) => paths[index] ?? [])
    const anyPart = fc.option(fc.oneof(fc.jsonValue(), fc.constantFrom('', ' ', 0, -1, 1.5, {}, [])), {
      nil: undefined,
    })
    fc.assert(
      fc.property(anyPath, anyPart, (path, part) => {
        for (const { place, reason } of checkForm(without(form, path, part))) {
          expect(place).toEqual(expect.any(String))
          expect(reason).toMatch(/\S/)
        }
      }),
      { numRuns: 300 },
    )
  })
})
