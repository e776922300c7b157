// A form that is published anew while people fill it in: the page of the earlier version saves and sends as it asked.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { registration } from '../../forms/registration.ts'
import { runSql } from '../../scripts/operate/database.ts'
import { literal } from '../../scripts/operate/rows.ts'
import { loadForms } from '../../src/core/form/check.ts'
import type { Form } from '../../src/core/form/form.ts'
import { definitionOf, formHash } from '../../src/core/form/shelf.ts'
import { test, type Visitor } from '../support/browser.ts'
import { mailTo } from '../support/inbox.ts'
import { ownPlace } from '../support/place.ts'
import { keptPages, line, typedIn } from './support/draft.ts'
import { leadingOn, visit } from './support/form.ts'
import { newOrganisation, registrationAnswersOf } from './support/organisation.ts'
import { press, walk } from './support/way.ts'

const phone = { viewport: { width: 360, height: 740 } }
const PATH = '/f/daftar'
const place = ['--local', '--persist-to', join(ownPlace().folder, 'data')]

const { organisation, short_name, profile } = registration.questions
const motto = { id: 'Semboyan', en: 'Motto' }
const nickname = { id: 'Nama panggilan', en: 'Nickname' }
const before: Readonly<Record<string, Form['questions']>> = {
  organisation: {
    organisation: { ...organisation, label: { id: 'Nama resmi organisasi', en: 'Official name' } },
  },
  short_name: { nickname: { ...short_name, label: nickname, name: nickname } },
  profile: { motto: { ...profile, label: motto, name: motto } },
}

/** The version before: it asked for a nickname, and for a motto instead of the profile; one question had other words. */
const earlier: Form = {
  ...registration,
  version: 99,
  registers: { ...registration.registers, shortNames: 'nickname' },
  questions: Object.fromEntries(
    Object.entries<Form['questions'][string]>(registration.questions).flatMap(([id, question]) =>
      Object.entries(before[id] ?? { [id]: question }),
    ),
  ),
}
loadForms([earlier])
const hash = await formHash(earlier)

const answersOf = (organisation: ReturnType<typeof newOrganisation>) => {
  const { short_name, profile, ...others } = registrationAnswersOf(organisation)
  return { ...others, nickname: 'Rukun Kecil', motto: 'Rukun itu kuat' }
}

/** Opens the form as it was before the round was led to the version that it has now. */
async function openEarlier(page: Page, home: string): Promise<void> {
  await runSql(place, [
    `insert into form_versions (hash, form_id, version, definition, published_at)
     values (${literal(hash)}, ${literal(earlier.id)}, 99, ${literal(definitionOf(earlier))}, 0) on conflict (hash) do nothing`,
  ])
  const before = await fetch(home + PATH, {
    method: 'POST',
    body: new URLSearchParams({ 'form-hash': hash, action: 'edit:' }),
  })
  const [body, headers] = [await before.text(), Object.fromEntries(before.headers)]
  await page.route(home + PATH, (route) =>
    route.request().method() === 'GET' ? route.fulfill({ status: 200, headers, body }) : route.continue(),
  )
  await visit(page, home + PATH)
  await page.unroute(home + PATH)
  expect(await typedIn(page, 'form-hash')).toBe(hash)
}

/** What is stored of an organisation: the version it was asked in, and its answers. */
async function storedOf(name: string) {
  const [rows = []] = await runSql(place, [
    `select form_hash, answers from revisions where answers ->> 'organisation' = ${literal(name)}`,
  ])
  return rows.map(({ form_hash, answers }) => ({ form_hash, ...JSON.parse(String(answers)) }))
}

/** Fills in the earlier version on a phone, until it is saved by itself. */
async function saved(visitor: Visitor, home: string) {
  const organisation = newOrganisation()
  const page = await visitor(phone)
  await openEarlier(page, home)
  await walk(page, answersOf(organisation))
  await line(page, /^Tersimpan/)
  return { organisation, page }
}

describe('a form that changes while it is filled in', () => {
  test('is saved, gone on with elsewhere, told what is new, and sent as it was asked', async ({
    visitor,
    home,
  }) => {
    const { organisation, page } = await saved(visitor, home)
    const link = (await page.locator('.kept a').getAttribute('href')) ?? ''

    const other = await visitor(phone)
    await visit(other, link.replace(/\?.*/, '/form'))
    const told = await other.getByRole('main').innerText()
    expect(told).toContain('Formulir ini berubah sejak Anda mulai mengisi')
    for (const name of ['Nama panggilan', 'Semboyan', 'Nama resmi organisasi']) expect(told).toContain(name)
    expect([await typedIn(other, 'nickname'), await typedIn(other, 'motto')]).toEqual([
      'Rukun Kecil',
      'Rukun itu kuat',
    ])
    expect(await other.locator('[name=short_name], [name=profile]').count()).toBe(0)

    await press(page, 'Kirim')
    expect(page.url()).toContain('/s/')
    await mailTo(organisation.email, organisation.name)
    expect(await storedOf(organisation.name)).toEqual([
      expect.objectContaining({ form_hash: hash, nickname: 'Rukun Kecil', motto: 'Rukun itu kuat' }),
    ])
    expect(Object.keys((await storedOf(organisation.name))[0] ?? {})).not.toContain('profile')
  })

  test('was left on the phone: it is opened from the new form as it was begun, and nothing of it is lost', async ({
    visitor,
    home,
  }) => {
    const { organisation, page } = await saved(visitor, home)
    await keptPages(page)
    await page.close()

    // Only the server can show it in its own version: without network it stays where it is, and that is said.
    await page.context().setOffline(true)
    const next = await page.context().newPage()
    await next.goto(home + PATH)
    expect(await next.locator('[name=nickname]').count()).toBe(0)
    await next.getByRole('button', { name: /^Lanjutkan/ }).click()
    await line(next, /^Tidak ada sinyal/)
    await page.context().setOffline(false)
    await visit(next, home + PATH)
    await leadingOn(next, () => next.getByRole('button', { name: /^Lanjutkan/ }).click())
    expect(await typedIn(next, 'form-hash')).toBe(hash)
    expect(await typedIn(next, 'nickname')).toBe('Rukun Kecil')
    await walk(next, { motto: 'Rukun itu sehat' })
    await line(next, /^Tersimpan/)
    await press(next, 'Kirim')
    expect(await storedOf(organisation.name)).toEqual([
      expect.objectContaining({ form_hash: hash, nickname: 'Rukun Kecil', motto: 'Rukun itu sehat' }),
    ])
  })
})
