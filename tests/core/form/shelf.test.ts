// Where forms are found, and the hash that stands for every word of theirs.
import { describe, expect, it } from 'vitest'
import { forms } from '../../../forms/index.ts'
import type { Form } from '../../../src/core/form/form.ts'
import {
  type FormReference,
  type FormVersionKey,
  formHash,
  formsByHash,
  shelfOf,
} from '../../../src/core/form/shelf.ts'
import { asked, formAsking, text } from './asking.ts'

const small = formAsking({
  organisation: { kind: 'text', ...asked, required: true },
  role: { kind: 'choice', ...asked, choices: { member: text, partner: text } },
})
const second: Form = { ...small, version: 2, title: { id: 'Kedua', en: 'Second' } }
const never = async (): Promise<never> => {
  throw new Error('nothing published was asked for')
}

/** Every way to change one string or number inside a value, as a copy with that one change. */
function* changesOf(value: unknown): Generator<unknown> {
  if (typeof value === 'string') yield `${value}.`
  else if (typeof value === 'number') yield value + 1
  else if (typeof value === 'boolean') yield !value
  else if (Array.isArray(value)) {
    for (const [at, member] of value.entries())
      for (const changed of changesOf(member)) yield value.with(at, changed)
    if (value.length > 1) yield value.toReversed()
    yield value.slice(1)
  } else if (typeof value === 'object' && value !== null)
    for (const [key, member] of Object.entries(value)) {
      for (const changed of changesOf(member)) yield { ...value, [key]: changed }
      yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== key))
    }
}

/** The same members, the other way round. */
const turned = <T>(members: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(members).reverse())

describe('the hash of a form', () => {
  it('is the same for the same form', async () => {
    expect(await formHash(small)).toBe(await formHash(structuredClone(small)))
    expect(await formHash(small)).toMatch(/^[0-9a-f]{64}$/)
  })

  it.each(forms.map((form): [string, Form] => [form.id, form]))(
    'of %s changes with every word, number and rule in it',
    async (_id, form) => {
      const changed = [...changesOf(form)]
      // What is left may be no form any more, but it has a hash all the same.
      const hashes = await Promise.all(changed.map((one) => formHash(one as Form)))
      expect(changed.length).toBeGreaterThan(20)
      expect(hashes).not.toContain(await formHash(form))
    },
  )

  it('changes where questions or choices change places, because the page and the report follow their order', async () => {
    const moved: Form = { ...small, questions: turned(small.questions) }
    const role = small.questions.role
    expect(await formHash(moved)).not.toBe(await formHash(small))
    if (role?.kind !== 'choice') throw new Error('role is a choice')
    const swapped: Form = {
      ...small,
      questions: { ...small.questions, role: { ...role, choices: turned(role.choices) } },
    }
    expect(await formHash(swapped)).not.toBe(await formHash(small))
  })
})

describe('the shelf', () => {
  const shelf = shelfOf([small, second], never)
  const asks = (formVersion: number, hash: string | null = null): FormReference => ({
    formId: 'small',
    formVersion,
    formHash: hash,
  })
  /** Published before with other words, under the same version as the first one. */
  const old: Form = { ...small, title: { id: 'Lama', en: 'Old' } }
  const published = async (which: FormVersionKey) => {
    const hash = await formHash(old)
    const isOld = 'hash' in which ? which.hash === hash : which.id === 'small' && which.version === 1
    return isOld ? { form: old, hash } : null
  }

  it('finds a form by id and version, with its hash', async () => {
    expect(await shelf.find(asks(1))).toEqual({ form: small, hash: await formHash(small) })
    expect(await shelf.find(asks(2))).toEqual({ form: second, hash: await formHash(second) })
  })

  it('finds nothing under another id or version', async () => {
    const nothing = shelfOf([small, second], async () => null)
    expect(await nothing.find(asks(3))).toBeNull()
    expect(await nothing.find({ ...asks(1), formId: 'other' })).toBeNull()
  })

  it('finds a form by its hash, without asking what was published', async () => {
    expect(await shelf.byHash(await formHash(second))).toBe(second)
  })

  it('asks what was published for a hash it does not hold', async () => {
    const asking = shelfOf([small], published)
    expect(await asking.byHash(await formHash(old))).toBe(old)
    expect(await asking.byHash('0'.repeat(64))).toBeNull()
  })

  it('gives a round what it was opened with, whatever its version says by now', async () => {
    const asking = shelfOf([small, second], published)
    const hash = await formHash(old)
    expect(await asking.find(asks(1, hash))).toEqual({ form: old, hash })
    expect(await asking.find(asks(1))).toEqual({ form: small, hash: await formHash(small) })
    // A hash that nobody knows is no reason to ask nothing.
    expect((await asking.find(asks(2, '0'.repeat(64))))?.form).toBe(second)
  })

  it('gives a round of before what was published last of a version that is not in the code any more', async () => {
    const asking = shelfOf([second], published)
    expect(await asking.find(asks(1))).toEqual({ form: old, hash: await formHash(old) })
    expect(await asking.find(asks(3))).toBeNull()
  })

  it('asks for each published form once, and again for what was not there', async () => {
    const asked: unknown[] = []
    const asking = shelfOf([second], (which) => {
      asked.push(which)
      return published(which)
    })
    const hash = await formHash(old)
    for (const _ of [1, 2, 3]) {
      await asking.byHash(hash)
      await asking.find(asks(1, hash))
      await asking.find(asks(1))
    }
    expect(asked).toEqual([{ hash }, { id: 'small', version: 1 }])
    for (const _ of [1, 2]) await asking.byHash('none')
    expect(asked).toHaveLength(4)
  })

  it('looks for each of many hashes once', async () => {
    let asked = 0
    const asking = shelfOf([second], (which) => {
      asked++
      return published(which)
    })
    const [hash, none] = [await formHash(old), '0'.repeat(64)]
    const known = await formsByHash(asking, [hash, none, hash, none, hash])
    expect([...known]).toEqual([
      [hash, old],
      [none, null],
    ])
    expect(asked).toBe(2)
  })
})
