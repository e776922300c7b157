// Somebody who looks after two networks: she chooses one by name, and changes to the other by name.
import { expect } from 'vitest'
import { demoCoordinator, secondNetwork } from '../../scripts/demo/staff.ts'
import { demoNetwork } from '../../scripts/demo.ts'
import { test } from '../support/browser.ts'
import { leadingOn } from './support/form.ts'
import { administrator, follow, heading, phone, words } from './support/staff.ts'

test('a coordinator of two networks chooses one by name, and changes to the other from any page', async ({
  staff,
  home,
}) => {
  const page = await administrator(staff, home, phone, demoCoordinator.personId)
  expect(await heading(page)).toBe('Pilih jaringan')
  await follow(page, demoNetwork.name.id)
  expect(await heading(page)).toBe(demoNetwork.name.id)
  expect(await words(page)).toContain('Wilayah Anda: Kabupaten Malang, Kota Batu, Kota Malang.')
  await follow(page, 'Organisasi')
  await leadingOn(page, () =>
    page.getByRole('navigation').getByRole('link', { name: secondNetwork.name.id }).click(),
  )
  expect(await heading(page)).toBe(secondNetwork.name.id)
  expect(await words(page)).toContain('Wilayah Anda: seluruh jaringan.')
})
