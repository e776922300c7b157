// The rules of making networks, their rounds and administrators, without a process and without wrangler.
import { describe, expect, test } from 'vitest'
import { commandOf } from '../../../scripts/operate/network.ts'
import { readAdministrator, readNetwork, readRound } from '../../../scripts/operate/opening.ts'
import { turned } from '../../../scripts/operate/ring.ts'
import {
  administratorRows,
  type FormRow,
  formRows,
  networkRow,
  newestForm,
  roundRows,
} from '../../../scripts/operate/rows.ts'
import { checkLink, linkedId } from '../../../src/core/kernel/link.ts'
import { momentOf } from '../../../src/core/kernel/moment.ts'
import { readSecrets } from '../../../src/core/kernel/secrets.ts'
import { batch, newDatabase } from '../database.ts'

const ids = { network: '01900000-0000-7000-8000-00000000000a', round: '01900000-0000-7000-8000-00000000000b' }
const network = {
  name: 'Jaringan Uji',
  'name-en': "Test's Network",
  slug: 'jaringan-uji',
  province: '35',
  'reply-to': 'koordinator@uji.example',
}
const round = {
  slug: 'uji-1',
  form: 'iko',
  title: 'IKO uji',
  'title-en': 'IKO test',
  opens: '2026-11-24',
  closes: '31/12/2026',
}

describe('what is named on the command line', () => {
  test('a network and its round are stored as they were named, and twice changes nothing', async () => {
    const database = newDatabase()
    const forms = await formRows(0)
    const made = readNetwork(network, ids.network)
    const opened = readRound(round, made, forms, ids.round)
    for (let time = 1; time <= 2; time++) {
      for (const sql of [networkRow(made, time), ...roundRows(opened, time)]) database.exec(sql)
    }
    expect(database.prepare('select * from networks').all()).toMatchObject([
      {
        name: '{"id":"Jaringan Uji","en":"Test\'s Network"}',
        time_zone: 'Asia/Jakarta',
        provinces: '["35"]',
      },
    ])
    expect(database.prepare('select * from rounds').all()).toMatchObject([
      {
        network_id: ids.network,
        form_id: 'iko',
        form_hash: newestForm(forms, 'iko')?.hash,
        kind: 'survey',
        opens_at: Date.UTC(2026, 10, 23, 17),
        closes_at: Date.UTC(2026, 11, 31, 16, 59),
      },
    ])
    expect(database.prepare('select accepted, failed from round_tallies').all()).toEqual([
      { accepted: 0, failed: 0 },
    ])
  })

  test('an administrator is made once, keeps the name they have, and is one again after a removal', () => {
    const database = newDatabase()
    const made = readNetwork(network, ids.network)
    database.exec(networkRow(made, 1))
    const named = (name: string, end: string) => {
      const asked = { personId: `p${end}`, membershipId: `m${end}`, networkId: made.id }
      return administratorRows(readAdministrator({ name, email: 'Ratna@Uji.example' }, asked), 1)
    }
    for (const sql of [...named("Ratna Nu'aini", '1'), ...named('Lain', '2')]) database.exec(sql)
    expect(database.prepare('select id, name, email, locale from people').all()).toEqual([
      { id: 'p1', name: "Ratna Nu'aini", email: 'ratna@uji.example', locale: 'id' },
    ])
    database.exec(`update memberships set role = 'coordinator', districts = '["35.07"]', removed_at = 5`)
    for (const sql of named('Ratna', '3')) database.exec(sql)
    expect(database.prepare('select id, role, districts, removed_at from memberships').all()).toEqual([
      { id: 'm1', role: 'administrator', districts: null, removed_at: null },
    ])
  })

  test.each([
    ['Asia/Jakarta', '2026-11-23T17:00Z'],
    ['Asia/Makassar', '2026-11-23T16:00Z'],
    ['Asia/Jayapura', '2026-11-23T15:00Z'],
    ['America/New_York', '2026-11-24T05:00Z'],
  ])('a day begins at midnight by the clocks of %s', (zone, moment) => {
    expect(momentOf('2026-11-24', '00:00', zone)).toBe(Date.parse(moment))
  })

  test('a day begins at midnight on the day the clocks change', () => {
    expect(momentOf('2026-10-25', '23:59', 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 22, 59))
    expect(momentOf('2026-10-25', '00:00', 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 24, 22))
  })

  test('everything that is missing is told at once, a sentence each', () => {
    const sentences = (read: () => unknown) => {
      try {
        read()
      } catch (error) {
        return error instanceof Error ? error.message.split('\n') : []
      }
      return []
    }
    expect(sentences(() => readNetwork({}, ids.network))).toHaveLength(5)
    const wrong = { ...network, slug: 'Uji!', province: '99', 'reply-to': 'uji', 'time-zone': 'Jawa' }
    expect(sentences(() => readNetwork(wrong, ids.network))).toEqual([
      expect.stringMatching(/^--slug "Uji!" is not its address/),
      expect.stringMatching(/^--province "99" is not .* 35 \(Jawa Timur\)\.$/),
      expect.stringMatching(/^--reply-to "uji" is not the mail address/),
      expect.stringMatching(/^--time-zone "Jawa" is not a time zone/),
    ])
    const home = { id: ids.network, timeZone: 'Asia/Jakarta' }
    const nobody = { personId: '', membershipId: '', networkId: '' }
    expect(sentences(() => readAdministrator({ email: 'ratna', locale: 'fr' }, nobody))).toEqual([
      expect.stringContaining('--name is missing'),
      expect.stringContaining('--email "ratna" is not the mail address'),
      expect.stringContaining('--locale "fr" is not a language: id, en'),
    ])
    const backwards = { ...round, closes: '2026-11-23', from: '2026-07-01' }
    return formRows(0).then((forms) => {
      expect(sentences(() => readRound({ form: 'lain' }, home, forms, ids.round))).toEqual([
        expect.stringContaining('--slug is missing'),
        expect.stringMatching(/--form "lain" is not the id of a form: .*iko/),
        expect.stringContaining('--title is missing'),
        expect.stringContaining('--title-en is missing'),
        expect.stringContaining('--opens is missing'),
      ])
      expect(sentences(() => readRound(backwards, home, forms, ids.round))).toEqual([
        '--closes is before --opens: give a later day.',
        'Give --from and --to together, or neither.',
      ])
    })
  })
})

const RING = `b:${'1'.repeat(64)},a:${'0'.repeat(64)}`

describe('npm run network -- sign-in', () => {
  const database = newDatabase()
  const outside = {
    run: async (statements: readonly string[]) => batch(database, statements),
    publish: async () => {},
    publicUrl: async () => 'https://form.uji.example',
    ring: async (): Promise<string | null> => RING,
  }
  const signIn = (email: string, from: Partial<typeof outside> = {}) => {
    const { act, values } = commandOf(['sign-in', '--email', email])
    return act(values, { ...outside, ...from })
  }
  const made = readNetwork(network, ids.network)
  const asked = { personId: ids.round, membershipId: 'm', networkId: made.id }
  const ratna = readAdministrator({ name: 'Ratna', email: 'ratna@uji.example' }, asked)
  for (const sql of [networkRow(made, 1), ...administratorRows(ratna, 1)]) database.exec(sql)

  test('prints a link of the ring in use, and says whom it lets in and for how long', async () => {
    const before = Date.now()
    const told = await signIn('Ratna@uji.example')
    const [, link = ''] = /^https:\/\/form\.uji\.example\/c\/sign-in\/(\S+)$/m.exec(told) ?? []
    expect(told).toMatch(
      /^Whoever opens this address signs in as Ratna \(ratna@uji\.example\), administrator of \/n\/jaringan-uji; once, within 15 minutes:\n/,
    )
    expect(await checkLink(readSecrets(RING), 'sign-in', link, 0)).toBe('good')
    const [row, ...others] = database.prepare('select * from sign_ins').all()
    expect(others).toEqual([])
    expect(row).toMatchObject({ id: linkedId(link), person_id: ids.round, used_at: null })
    expect(Number(row?.expires_at) - Number(row?.created_at)).toBe(15 * 60_000)
    expect(Number(row?.created_at)).toBeGreaterThanOrEqual(before)
  })

  test('says so where nobody has the address, they were removed, or the ring is not here, and makes nothing', async () => {
    const count = () => database.prepare('select count(*) as n from sign_ins').get()
    const before = count()
    await expect(signIn('budi@uji.example')).rejects.toThrow('Nobody signs in with budi@uji.example')
    await expect(signIn('budi')).rejects.toThrow('--email "budi" is not the mail address')
    await expect(signIn('ratna@uji.example', { ring: async () => null })).rejects.toThrow(
      'The ring of secrets that is in use is not on this machine',
    )
    database.exec('update memberships set removed_at = 1')
    await expect(signIn('ratna@uji.example')).rejects.toThrow('Ratna was removed from every network')
    expect(count()).toEqual(before)
  })
})

describe('npm run network', () => {
  const flags = (named: Record<string, string>) =>
    Object.entries(named).flatMap(([name, text]) => [`--${name}`, text])
  const ratna = flags({ name: 'Ratna Uji', email: 'ratna@uji.example', network: 'jaringan-uji' })

  test('makes a network, a round of it and its administrator, says so, and what is there stays as it is', async () => {
    const database = newDatabase()
    const outside = {
      run: async (statements: readonly string[]) => batch(database, statements),
      publish: async (forms: readonly FormRow[]) => {
        for (const { sql } of forms) database.exec(sql)
      },
      publicUrl: async () => 'https://form.uji.example',
      ring: async () => RING,
    }
    const command = (...args: readonly string[]) => {
      const { act, values } = commandOf(args)
      return act(values, outside)
    }
    await expect(command('administrator', ...ratna)).rejects.toThrow(
      'There is no network at /n/jaringan-uji: make it first with npm run network.',
    )
    const opened = ['round', '--network', 'jaringan-uji', ...flags(round)]
    await expect(command(...opened)).rejects.toThrow('There is no network at /n/jaringan-uji')
    expect(await command(...flags(network))).toContain('(Asia/Jakarta) is at /n/jaringan-uji.')
    expect(await command(...opened)).toBe(
      'IKO uji is at /f/uji-1: it opens on 2026-11-24 at 00:00 and closes on 2026-12-31 at 23:59 (Asia/Jakarta).',
    )
    const tables = () =>
      ['networks', 'rounds', 'round_tallies', 'people', 'memberships'].map((table) =>
        database.prepare(`select * from ${table}`).all(),
      )
    const told =
      'Ratna Uji is an administrator of /n/jaringan-uji and signs in with ratna@uji.example at\nhttps://form.uji.example/c/sign-in\nUntil mail works: npm run network -- sign-in --email ratna@uji.example'
    expect(await command('administrator', ...ratna)).toBe(told)
    const before = tables()
    expect(before.map((rows) => rows.length)).toEqual([1, 1, 1, 1, 1])

    expect(await command('administrator', ...ratna)).toBe(told)
    await expect(command(...flags(network))).rejects.toThrow(
      'There is a network at /n/jaringan-uji already; nothing was changed.',
    )
    await expect(command(...opened)).rejects.toThrow(
      'There is a round at /f/uji-1 already; nothing was changed.',
    )
    expect(tables()).toEqual(before)
  })

  test('asks for the network where none is named, and knows no other flags', async () => {
    const nowhere = {
      run: async () => [],
      publish: async () => {},
      publicUrl: async () => '',
      ring: async () => null,
    }
    for (const word of ['round', 'administrator'])
      await expect(commandOf([word]).act({}, nowhere)).rejects.toThrow('--network is missing')
    expect(() => commandOf(['--slag', 'x'])).toThrow('--slag')
  })
})

test('a new key signs, and the keys before it stay', () => {
  const first = `a:${'0'.repeat(64)}`
  const ring = readSecrets(turned(turned(first)))
  expect(ring.current.name).toBe('c')
  expect(ring.find('a')?.bytes).toEqual(readSecrets(first).current.bytes)
})
