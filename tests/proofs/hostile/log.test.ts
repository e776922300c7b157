// What the log holds of all that is sent, at every door and while each part fails: no answer, no address, no link.
import { expect, it } from 'vitest'
import { access, publicAccess } from '../../../src/http/access.ts'
import { pathAt } from '../../support/inside/addresses.ts'
import { newMeter } from '../../support/inside/meter.ts'
import { ADMINISTRATOR, linkFor, newClient, signedIn } from '../../support/inside/staff.ts'
import { IKO, ikoAnswers, newWorld, START, sentIko, type Typed } from '../../support/inside/world.ts'

const MARK = 'Rahasia'
const marked: Typed = {
  ...ikoAnswers,
  organisation: `Yayasan ${MARK}`,
  sender_name: `Siti ${MARK}`,
  email: 'siti@rahasia.example',
  name: `Nama ${MARK}`,
  reason: `Karena ${MARK}`,
  'delivery.evidence': `Bukti ${MARK} SQLITE_CONSTRAINT D1_ERROR: Network connection lost.`,
}
const KNOWN = new Set(
  'event request code method route status ms network kind step steps attempt result reason count error'.split(
    ' ',
  ),
)
const LINK = /[\w-]{22}\.[\w-]{23}/

it('is ids, patterns, counts and classes, whatever is sent and whatever fails', async () => {
  const meter = newMeter()
  const time = { now: START }
  let isBroken = false
  const failing = () => (isBroken ? Promise.reject(new Error(`${MARK} siti@rahasia.example`)) : null)
  const hints: string[] = []
  const world = await newWorld({
    db: meter.db,
    clock: { now: () => (time.now += 700) },
    queue: {
      hint: async (steps) => {
        hints.push(...steps)
        await failing()
      },
    },
    limits: { isWithin: async () => (await failing()) ?? true },
  })
  world.mailService.answer = async ({ to, text }) =>
    isBroken
      ? Promise.reject(new Error(`550 <${to}> ${text}`))
      : { outcome: 'later', reason: `451 ${to} is full`, retryAt: null }
  const admin = await signedIn(world, ADMINISTRATOR)
  const { receipt } = await sentIko(world, marked)
  const page = await (await world.get(receipt)).text()
  const link = receipt.slice(3)
  const values = Object.fromEntries(
    'member year role round registration delivery submission organisation contact one other merge draft state list hash'
      .split(' ')
      .map((name) => [name, MARK]),
  )
  /** Every door, with marks in what is sent, in the address and in its query. */
  const everyDoor = async (links = [link]) => {
    for (const address of Object.keys(access)) {
      const slug = address in publicAccess ? 'iko-2026-2' : 'rumah-inklusi'
      for (const at of links) {
        const path = `${pathAt(address, { ...values, slug, link: at })}?q=${MARK}&url=https://x.example/${MARK}`
        const sent = { ...marked, submission: world.newKey() }
        await (address.startsWith('GET') ? admin.get(path) : admin.post(path, sent))
      }
    }
    for (const path of [IKO, `${receipt}/correction`, `${receipt}/address`])
      for (const action of ['', 'save', 'check'])
        await world.post(
          path,
          { ...marked, action, submission: world.newKey() },
          { 'CF-Connecting-IP': '203.0.113.7' },
        )
    await newClient(world).post(await linkFor(world, ADMINISTRATOR))
    for (const step of hints.splice(0)) world.hints.push(step)
    await world.work().catch(() => undefined)
    await world.sweep().catch(() => undefined)
  }
  await everyDoor([link, MARK])
  isBroken = true
  await everyDoor()
  meter.refuses = true
  await everyDoor()
  meter.refuses = false
  await world.exec('drop table consents')
  await world.post(IKO, { ...marked, submission: world.newKey() })

  const lines = world.lines.map((line): Record<string, unknown> => JSON.parse(line))
  const events = new Set(lines.map(({ event }) => event))
  for (const event of ['request', 'step not done', 'hint lost', 'limiter failed'])
    expect([...events]).toContain(event)
  expect(lines.flatMap(Object.keys).filter((name) => !KNOWN.has(name))).toEqual([])
  const links = [link, ...(page.match(new RegExp(LINK, 'g')) ?? [])]
  const telling = world.lines.filter(
    (line) =>
      /rahasia|siti|@|203\.0\.113|https?:/i.test(line) ||
      LINK.test(line) ||
      links.some((one) => line.includes(one)),
  )
  expect(telling).toEqual([])
  // Patterns, never what stood in their places.
  const routes = new Set(lines.flatMap(({ route }) => (route === undefined ? [] : [String(route)])))
  const patterns = [...Object.keys(access).map((address) => address.split(' ')[1]), '*']
  expect([...routes].filter((route) => !patterns.includes(route))).toEqual([])
  expect(routes.size).toBeGreaterThan(40)
})
