// Somebody who looks after two networks: she chooses by name, changes by name, and every page says whose it is.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoCoordinator, secondNetwork } from '../../scripts/demo/staff.ts'
import { demoNetwork } from '../../scripts/demo.ts'
import { test } from '../support/browser.ts'
import { leadingOn, visit } from './support/form.ts'
import { follow, heading, phone, signedIn, words } from './support/staff.ts'

/** Expects the page to be one of this network and of no other: in its title, in its head, and in all its links. */
async function expectIsOf(page: Page, { slug, name }: { slug: string; name: { id: string } }): Promise<void> {
  const head = page.getByRole('banner')
  expect([page.url(), await page.title()]).toEqual([page.url(), expect.stringContaining(name.id)])
  const way = head.getByRole('link', { name: name.id })
  expect(await way.getAttribute('href')).toBe(`/c/n/${slug}`)
  const links = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(links.filter((link) => link.startsWith('/c/n/') && !link.startsWith(`/c/n/${slug}/`))).toEqual([])
}

test('a coordinator of two networks chooses one by name, changes to the other, and each page says whose it is', async ({
  staff,
  home,
}) => {
  const page = await signedIn(staff, home, demoCoordinator.email, phone)
  expect(await heading(page)).toBe('Pilih jaringan')
  for (const network of [demoNetwork, secondNetwork]) {
    if (network === demoNetwork) await follow(page, network.name.id)
    else
      await leadingOn(page, () =>
        page.getByRole('navigation').getByRole('link', { name: network.name.id }).click(),
      )
    expect(await heading(page)).toBe(network.name.id)
    expect(await words(page)).toContain(
      network === demoNetwork
        ? 'Wilayah Anda: Kabupaten Malang, Kota Batu, Kota Malang.'
        : 'Wilayah Anda: seluruh jaringan.',
    )
    const own = `/c/n/${network.slug}/`
    const parts = await page
      .getByRole('main')
      .getByRole('link')
      .evaluateAll(
        (all, start) =>
          all.map((link) => link.getAttribute('href') ?? '').filter((href) => href.startsWith(start)),
        own,
      )
    expect(parts.length).toBeGreaterThan(8)
    for (const part of new Set(parts)) {
      await visit(page, home + part)
      await expectIsOf(page, network)
    }
  }

  // What belongs to one network is not found under the name of the other.
  await visit(page, `${home}/c/n/${demoNetwork.slug}/organisations`)
  const [organisation = ''] = await page
    .locator('.list a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(organisation).toContain(`/c/n/${demoNetwork.slug}/organisations/`)
  const elsewhere = organisation.replace(demoNetwork.slug, secondNetwork.slug)
  expect((await visit(page, home + elsewhere)).status()).toBe(404)
  await expectIsOf(page, secondNetwork)
})
