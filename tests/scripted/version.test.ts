// A form that is published anew while people fill it in: the page of the earlier version saves and sends as it asked.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { registration } from '../../forms/registration/v1.ts'
import { loadForms } from '../../src/core/form/check.ts'
import type { Form } from '../../src/core/form/form.ts'
import { definitionOf, formHash } from '../../src/core/form/shelf.ts'
import { keptPages, line, savedNow, typedIn } from '../journeys/support/draft.ts'
import { leadingOn, visit } from '../journeys/support/form.ts'
import { newOrganisation, registrationAnswersOf } from '../journeys/support/organisation.ts'
import { press, walk } from '../journeys/support/way.ts'
import type { Service } from './support/service.ts'
import { test } from './support/test.ts'

const PATH = '/f/daftar'

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
async function openEarlier(page: Page, { home, run }: Service): Promise<void> {
  run(
    `insert into form_versions (hash, form_id, version, definition, published_at) values (?, ?, 99, ?, 0)`,
    hash,
    earlier.id,
    definitionOf(earlier),
  )
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
const storedOf = ({ run }: Service, name: string) =>
  run(`select form_hash, answers from revisions where answers ->> 'organisation' = ?`, name).map(
    ({ form_hash, answers }) => ({ form_hash, ...JSON.parse(String(answers)) }),
  )

test('a form that was published anew is saved as it was begun, opened so from the new page, and nothing of it is lost', async ({
  visitor,
  home,
  service,
}) => {
  const organisation = newOrganisation()
  const page = await visitor({ viewport: { width: 360, height: 740 } })
  const context = page.context()
  await context.clock.install()
  await openEarlier(page, service)
  await walk(page, answersOf(organisation))
  await savedNow(page)
  await keptPages(page)
  await page.close()

  // Only the server can show it in its own version: without network it stays where it is, and that is said.
  await context.setOffline(true)
  const next = await context.newPage()
  await next.goto(home + PATH)
  expect(await next.locator('[name=nickname]').count()).toBe(0)
  await next.getByRole('button', { name: /^Lanjutkan/ }).click()
  await line(next, /^Tidak ada sinyal/)
  await context.setOffline(false)
  await visit(next, home + PATH)
  await leadingOn(next, () => next.getByRole('button', { name: /^Lanjutkan/ }).click())
  expect(await typedIn(next, 'form-hash')).toBe(hash)
  expect(await typedIn(next, 'nickname')).toBe('Rukun Kecil')
  const told = await next.getByRole('main').innerText()
  expect(told).toContain('Formulir ini berubah sejak Anda mulai mengisi')
  for (const name of ['Nama panggilan', 'Semboyan', 'Nama resmi organisasi']) expect(told).toContain(name)
  expect(await next.locator('[name=short_name], [name=profile]').count()).toBe(0)
  await walk(next, { motto: 'Rukun itu sehat' })
  await savedNow(next)
  await press(next, 'Kirim')
  expect(next.url()).toContain('/s/')
  const stored = storedOf(service, organisation.name)
  expect(stored).toEqual([
    expect.objectContaining({ form_hash: hash, nickname: 'Rukun Kecil', motto: 'Rukun itu sehat' }),
  ])
  expect(Object.keys(stored[0] ?? {})).not.toContain('profile')
})
