// Half-filled corrections, and answers typed where others were sent already: kept, sent, and gone from the phone.
import { describe, expect } from 'vitest'
import { test, type Visitor } from '../support/browser.ts'
import { checkShown } from '../support/page.ts'
import { keptOn, NOTHING, offline, posts, sendOffline, typedIn } from './support/draft.ts'
import { fillIn, leadingOn, visit } from './support/form.ts'
import { ikoAnswersOf, newOrganisation } from './support/organisation.ts'
import { press, titleOn, walk } from './support/way.ts'

const phone = { viewport: { width: 360, height: 740 } }
const PATH = '/f/iko-2026-2'

describe('where other answers were sent already', () => {
  /** Sends from one page, and leaves another one open with the same key, changed since, whose saves fail. */
  async function sentTwice(visitor: Visitor, home: string) {
    const organisation = newOrganisation()
    const [first, second] = [await visitor(phone), await visitor(phone)]
    await visit(first, home + PATH)
    const key = await typedIn(first, 'submission')
    await walk(first, ikoAnswersOf(organisation))
    await press(first, 'Kirim')
    await visit(second, home + PATH)
    await second.route(`${home}${PATH}**`, (route) =>
      route.request().postData()?.includes('action=save') ? route.abort() : route.continue(),
    )
    await second.locator('[name=submission]').evaluate((field: HTMLInputElement, key) => {
      field.value = key
    }, key)
    await walk(second, { ...ikoAnswersOf(organisation), influence: '2' })
    await press(second, 'Kirim')
    expect(await titleOn(second)).toBe('Formulir ini sudah pernah dikirim')
    return { organisation, page: second, key }
  }

  test('what is typed is kept under its new key alone, and sent as a correction leaves nothing on the phone', async ({
    visitor,
    home,
  }) => {
    const { organisation, page, key } = await sentTwice(visitor, home)
    const { names } = await keptOn(page)
    expect(names).toHaveLength(1)
    expect(names[0]).not.toContain(key)
    expect(names[0]).toContain(await typedIn(page, 'submission'))
    await walk(page, {})
    await press(page, 'Kirim sebagai perbaikan')
    expect(page.url()).toContain('/s/')
    expect(await page.getByRole('main').innerText()).toContain(organisation.name)
    expect(await keptOn(page)).toEqual(NOTHING)
  })

  test('a correction sent without network waits on the phone, and goes once it is back', async ({
    visitor,
    home,
  }) => {
    const { page } = await sentTwice(visitor, home)
    await walk(page, {})
    await sendOffline(page, 'Kirim sebagai perbaikan')
    expect((await keptOn(page)).text).toContain('\\"waiting\\":true')
    await leadingOn(page, () => offline(page, false))
    expect(page.url()).toContain('/s/')
    expect(await keptOn(page)).toEqual(NOTHING)
  })
})

describe('a correction', () => {
  /** Sends answers and opens them to be corrected. */
  async function correcting(visitor: Visitor, home: string) {
    const organisation = newOrganisation()
    const page = await visitor(phone)
    const actions = posts(page.context())
    await visit(page, home + PATH)
    await walk(page, ikoAnswersOf(organisation))
    await press(page, 'Kirim')
    await leadingOn(page, () => page.getByRole('link', { name: 'Perbaiki jawaban' }).click())
    return { organisation, page, actions }
  }

  test('that the page lost half-way comes back, is checked, and leaves nothing on the phone once it is sent', async ({
    visitor,
    home,
  }) => {
    const { organisation, page, actions } = await correcting(visitor, home)
    const before = actions.length
    await fillIn(page, { facilitator: 'Tri Contoh' })
    await leadingOn(page, () => page.reload())
    expect(await typedIn(page, 'facilitator')).toBe('Tri Contoh')
    expect(actions.slice(before)).toEqual([])
    await walk(page, {})
    await press(page, 'Periksa dulu')
    await checkShown(page)
    await press(page, 'Kirim perbaikan')
    expect(await page.getByRole('main').textContent()).toContain('Tri Contoh')
    expect(await keptOn(page)).toEqual(NOTHING)
    expect(await page.getByRole('main').innerText()).toContain(organisation.name)
  })

  test('sent without network waits for it, and goes by itself', async ({ visitor, home }) => {
    const { page } = await correcting(visitor, home)
    await fillIn(page, { facilitator: 'Tri Contoh' })
    await walk(page, {})
    await sendOffline(page, 'Kirim perbaikan')
    await leadingOn(page, () => offline(page, false))
    expect(await page.getByRole('main').textContent()).toContain('Tri Contoh')
    expect(await keptOn(page)).toEqual(NOTHING)
  })
})
