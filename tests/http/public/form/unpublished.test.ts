// A form that was deployed but not published: its answers can be read for ever all the same.
import { expect, it } from 'vitest'
import { iko } from '../../../../forms/iko/v1.ts'
import { formHash, shelfOf } from '../../../../src/core/form/shelf.ts'
import { IKO, newWorld, sentIko } from '../../../support/inside/world.ts'

it('its first answer publishes it, and the receipt opens when the form in the code has changed again', async () => {
  const asked = { ...iko, intro: { id: 'Kata-kata baru.', en: 'New words.' } }
  const deployed = shelfOf([asked], async () => null)
  const world = await newWorld({ forms: deployed })
  const { receipt } = await sentIko(world)
  const published = await world.rows<{ hash: string; definition: string }>(
    `select hash, definition from form_versions where hash = '${await formHash(asked)}'`,
  )
  expect(published.map(({ definition }) => JSON.parse(definition))).toEqual([asked])

  const [{ definition = '' } = {}] = published
  const changed = shelfOf([{ ...iko, title: { id: 'Lain lagi', en: 'Other' } }], async () => ({
    form: JSON.parse(definition),
    hash: await formHash(asked),
  }))
  const later = { ...world.deps, forms: changed }
  const { createApp } = await import('../../../../src/app.tsx')
  const page = await createApp(later).request(receipt)
  expect(page.status).toBe(200)
  expect((await world.get(IKO)).status).toBe(200)
})
