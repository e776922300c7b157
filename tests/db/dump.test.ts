// What a copy of the database would tell: no link, no secret, and no address that opens anything.
import { beforeEach, expect, it } from 'vitest'
import { toBase64url } from '../../src/core/kernel/base64url.ts'
import { pageOf } from '../support/inside/page.ts'
import { dump } from '../support/inside/tables.ts'
import {
  newWorld,
  REGISTRATION,
  registrationAnswers,
  sent,
  sentIko,
  type World,
} from '../support/inside/world.ts'

let world: World
let links: string[]
let keys: string[]
beforeEach(async () => {
  world = await newWorld()
  const { receipt, key } = await sentIko(world)
  const other = await sent(world, REGISTRATION, registrationAnswers)
  keys = [key, other.key]
  await world.work()
  const page = await pageOf(await world.get(receipt))
  const report = page.all('a').find(({ attributes }) => attributes.href?.startsWith('/r/'))
  links = [receipt, other.receipt, report?.attributes.href ?? ''].map((link) => link.replace(/\?.*/, ''))
})

it('no link stands in it, not even its signature', async () => {
  const copy = await dump(world)
  expect(links.every((link) => /^\/[rs]\/[\w-]{22}\.[\w-]{23}$/.test(link))).toBe(true)
  for (const link of links) {
    const signature = link.split('.')[1] ?? ''
    expect(copy).not.toContain(signature)
    expect(copy).not.toContain(signature.slice(1))
  }
  expect(copy).not.toContain('https://')
})

it('no secret of the Worker stands in it', async () => {
  const copy = await dump(world)
  const { bytes } = world.deps.secrets.current
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  for (const spelling of [hex, toBase64url(bytes), btoa(String.fromCharCode(...bytes))])
    expect(copy).not.toContain(spelling)
})

it('no key of a page stands in it: posting one leads to its receipt', async () => {
  const copy = await dump(world)
  for (const key of keys) {
    expect(copy).not.toContain(key)
    expect(copy).not.toContain(key.slice(-12))
  }
})

it('no mail stands in it, only that it was sent', async () => {
  const copy = await dump(world)
  for (const { subject, text } of world.mails) {
    expect(copy).not.toContain(subject)
    expect(copy).not.toContain(text.slice(0, 40))
  }
})
