// The blank form: its key, its language, its questions.
import { beforeEach, describe, expect, it } from 'vitest'
import { forms } from '../../../../forms/index.ts'
import { registration } from '../../../../forms/registration/v1.ts'
import type { Question } from '../../../../src/core/form/question.ts'
import { TRAP_FIELD } from '../../../../src/core/form/trap.ts'
import { madeAt } from '../../../../src/core/kernel/id.ts'
import { pageOf } from '../../../support/inside/page.ts'
import {
  IKO,
  ikoAnswers,
  keyAt,
  MINUTE,
  newWorld,
  OPENED,
  openRound,
  REGISTRATION,
  START,
  type World,
} from '../../../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const keyOn = async (path: string): Promise<string> => {
  const page = await pageOf(await world.get(path))
  return page.one('input', { name: 'submission' }).attributes.value ?? ''
}

describe('a blank form', () => {
  it('carries a key of the moment, which no browser fills in by itself', async () => {
    world.clock.now = START + MINUTE
    const page = await pageOf(await world.get(IKO))
    const { type, value, autocomplete } = page.one('input', { name: 'submission' }).attributes
    expect({ type, autocomplete }).toEqual({ type: 'hidden', autocomplete: 'off' })
    expect(madeAt(value ?? '')).toBe(START + MINUTE)
  })

  it('has a key of its own at every visit, on a warm isolate too', async () => {
    const keys = [await keyOn(IKO), await keyOn(IKO), await keyOn(`${IKO}?lang=en`)]
    expect(new Set(keys).size).toBe(3)
  })

  it.each(forms.map((form) => [form.id, form] as const))(
    'asks every question of the %s form and nothing else',
    async (_id, form) => {
      const path = await openRound(world, { slug: 'semua', form: form.id })
      const page = await pageOf(await world.get(path))
      const controls = [...page.all('input'), ...page.all('select'), ...page.all('textarea')]
      const names = new Set(controls.map(({ attributes }) => attributes.name))
      const levels = Object.entries(form.questions).flatMap(([id, { kind }]) =>
        kind === 'level' ? [id] : [],
      )
      expect([...names].sort()).toEqual(
        [
          'submission',
          'form-hash',
          TRAP_FIELD,
          ...Object.keys(form.questions),
          ...levels.map((id) => `${id}.evidence`),
        ].sort(),
      )
    },
  )

  it('says for programs what is needed: on the control where that is always so, else as the rule itself', async () => {
    const page = await pageOf(await world.get(REGISTRATION))
    const needed = page
      .all('input', { name: 'legal_form' })
      .filter(({ attributes }) => 'required' in attributes)
    expect(needed).toEqual([])
    expect(page.one('select', { id: 'district' }).attributes).toHaveProperty('required')
    expect(page.one('input', { id: 'parent_organisation' }).attributes).not.toHaveProperty('required')
    const rules = page.all('div').flatMap(({ attributes }) => attributes['data-rule'] ?? [])
    const { questions } = registration
    expect(rules.map((rule) => JSON.parse(rule))).toEqual(
      Object.values<Question>(questions).flatMap(({ kind, when, required }) =>
        when ||
        typeof required === 'object' ||
        (['choice', 'choices', 'level', 'consent'].includes(kind) && required)
          ? [JSON.parse(JSON.stringify({ when, required }))]
          : [],
      ),
    )
    expect(rules.length).toBeGreaterThan(5)
  })

  it('is in the first language, whatever the browser wishes for', async () => {
    const page = await pageOf(await world.get(IKO, { 'Accept-Language': 'en-GB,en;q=0.9' }))
    expect(page.one('html').attributes.lang).toBe('id')
    expect(page.one('h1').text).toBe('IKO 2026, putaran kedua')
  })

  it('is in English where the address says so, and stays in English when sent', async () => {
    const page = await pageOf(await world.get(`${IKO}?lang=en`))
    expect(page.one('html').attributes.lang).toBe('en')
    expect(page.one('h1').text).toBe('IKO 2026, second round')
    const { method, action } = page.one('form').attributes
    expect(method).toBe('post')
    expect(new URL(action ?? '', 'https://simpul.test').searchParams.get('lang')).toBe('en')
  })

  it('is sent to another address than its own: a browser that forgets that one still has the page', async () => {
    for (const path of [IKO, `${IKO}?lang=en`]) {
      const action = (await pageOf(await world.get(path))).one('form').attributes.action ?? ''
      expect(action).not.toBe(path)
      expect((await world.post(action, { submission: keyAt(OPENED), ...ikoAnswers })).status).toBe(303)
    }
  })

  it('leads to the same form in the other language, and back', async () => {
    const indonesian = await pageOf(await world.get(IKO))
    const toEnglish = indonesian.one('button', { lang: 'en' }).attributes
    expect(toEnglish).toMatchObject({ formaction: `${IKO}?lang=en&send=1`, name: 'action', value: 'lang:en' })
    const english = await pageOf(await world.get(toEnglish.formaction ?? ''))
    expect(english.one('html').attributes.lang).toBe('en')
    expect(english.one('button', { lang: 'id' }).attributes.value).toBe('lang:id')
  })

  it('falls back to the first language for one that is not spoken here', async () => {
    expect((await pageOf(await world.get(`${IKO}?lang=fr`))).one('html').attributes.lang).toBe('id')
  })

  it('says what is not there with 404, and shows a round as soon as it is opened', async () => {
    expect((await world.get('/f/baru')).status).toBe(404)
    expect((await world.post('/f/baru', {})).status).toBe(404)
    await openRound(world, { slug: 'baru' })
    expect((await world.get('/f/baru')).status).toBe(200)
  })

  it('is not there for a round whose form is not known', async () => {
    const path = await openRound(world, { slug: 'asing', form: 'unknown' })
    expect((await world.get(path)).status).toBe(404)
  })
})
