// The rules of listing steps and trying them again: the ledger stays true, and twice is the same as once.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { networkRow, roundRows } from '../../../scripts/operate/rows.ts'
import { type Again, listLines, listSql, retrySql } from '../../../scripts/operate/steps.ts'
import { batch, newDatabase, undone } from '../database.ts'

// A submission by what of it is dead, owed and refused; the rest follows by the rules of the workflow.
interface Fate {
  readonly round: number
  readonly dead: number
  readonly owed: number
  readonly refused: number
  readonly isHeld: boolean
}

const database = newDatabase()

/** Fills the tables with what became of some submissions, and leaves them empty after something was done. */
const withLedger = (fates: readonly Fate[], act: () => void): void =>
  undone(database, () => {
    fill(fates)
    act()
  })

function fill(fates: readonly Fate[]): void {
  const name = { id: 'Jaringan Uji', en: 'Test Network' }
  const network = {
    id: 'n',
    slug: 'n',
    name,
    timeZone: 'Asia/Jakarta',
    provinces: ['35'],
    replyTo: 'k@uji.example',
  }
  database.exec(networkRow(network, 0))
  for (const id of ['0', '1']) {
    const row = {
      id,
      networkId: 'n',
      slug: `r${id}`,
      asked: { form: { id: 'iko', version: 1 }, hash: 'x' },
      kind: 'survey',
    } as const
    const title = { id, en: id }
    for (const sql of roundRows({ ...row, title, opensAt: 0, closesAt: null, reference: null }, 0))
      database.exec(sql)
  }
  fates.forEach(({ round: at, dead, owed, refused, isHeld }, i) => {
    const failed = !isHeld && dead + refused > 0
    const done = !isHeld && !failed && owed === 0
    const moment = (is: boolean) => (is ? '1' : 'null')
    database.exec(`
      insert into submissions (id, network_id, round_id, respondent_key, reference, locale, current_revision, created_at, held_at, failed_at, done_at)
      values ('s${i}', 'n', '${at}', 'k', 'REF-${i}', 'id', 'c', 1, ${moment(isHeld)}, ${moment(failed)}, ${moment(done)});
      update round_tallies set accepted = accepted + 1, held = held + ${Number(isHeld)}, failed = failed + ${Number(failed)}, done = done + ${Number(done)}
      where round_id = '${at}';`)
    const step = (id: string, deadAt: string, reason: string) =>
      database.exec(`insert into steps (id, network_id, submission_id, due_at, attempts, dead_at, reason, created_at)
        values ('${id}', 'n', 's${i}', 1, 14, ${deadAt}, '${reason}', 1)`)
    const mail = (id: string, failedAt: string) =>
      database.exec(`insert into deliveries (id, network_id, submission_id, kind, subject_id, recipient, locale, failed_at, reason, created_at)
        values ('${id}', 'n', 's${i}', 'receipt', '${id}', 'siti@bina.example', 'id', ${failedAt}, '550 <siti@bina.example> unknown', 1)`)
    for (let n = 0; n < dead; n++) step(`assess:s${i}d${n}`, '2', 'E_NOTHING for siti@bina.example')
    for (let n = 0; n < owed; n++) {
      mail(`s${i}o${n}`, 'null')
      step(`deliver:s${i}o${n}`, 'null', '')
    }
    for (let n = 0; n < refused; n++) mail(`s${i}r${n}`, '2')
  })
}

const count = (sql: string): number => Number(Object.values(database.prepare(sql).get() ?? {})[0])

const contents = (): string =>
  JSON.stringify(
    ['submissions', 'steps', 'deliveries', 'round_tallies'].map((table) =>
      database.prepare(`select * from ${table}`).all(),
    ),
  )

const fate = fc.record({
  round: fc.nat(1),
  dead: fc.nat(2),
  owed: fc.nat(1),
  refused: fc.nat(2),
  isHeld: fc.boolean(),
})

const again: fc.Arbitrary<Again> = fc.oneof(
  fc.constantFrom<Again>('dead', 'refused'),
  fc
    .array(
      fc.tuple(
        fc.nat(3),
        fc.constantFrom('assess:s@d0', 'assess:s@d1', 'deliver:s@r0', 'deliver:s@r1', 'x:y'),
      ),
    )
    .map((named) => ({ ids: named.map(([i, id]) => id.replace('@', String(i))) })),
)

describe('npm run steps', () => {
  test('trying again keeps the ledger true: what is failed is what has something dead or refused', () => {
    fc.assert(
      fc.property(fc.array(fate, { maxLength: 4 }), fc.array(again, { maxLength: 3 }), (fates, tries) =>
        withLedger(fates, () => {
          for (const one of tries) {
            batch(database, retrySql(one, 10))
            expect(
              database
                .prepare(
                  `select round_id from round_tallies t where failed <> (select count(*) from submissions s where s.round_id = t.round_id and failed_at is not null)
                  or accepted - done - held - failed <> (select count(*) from submissions s where s.round_id = t.round_id and coalesce(done_at, held_at, failed_at) is null)`,
                )
                .all(),
            ).toEqual([])
            expect(
              count(
                `select count(*) from submissions s where held_at is null and (failed_at is not null) <>
                (exists (select 1 from steps where submission_id = s.id and dead_at is not null)
                  or exists (select 1 from deliveries where submission_id = s.id and failed_at is not null))`,
              ),
            ).toBe(0)
          }
        }),
      ),
      { numRuns: 150 },
    )
  })

  test('trying again twice is the same as once', () => {
    fc.assert(
      fc.property(fc.array(fate, { maxLength: 4 }), again, (fates, one) =>
        withLedger(fates, () => {
          batch(database, retrySql(one, 10))
          const after = contents()
          expect(batch(database, retrySql(one, 20))[0]).toEqual([{ due: 0 }])
          expect(contents()).toBe(after)
        }),
      ),
      { numRuns: 100 },
    )
  })

  test('a dead step is due as if it were new, and a refused mail is owed again', () => {
    withLedger([{ round: 0, dead: 1, owed: 0, refused: 1, isHeld: false }], () => {
      expect(batch(database, retrySql('dead', 10))[0]).toEqual([{ due: 1 }])
      expect(database.prepare('select * from steps').all()).toMatchObject([
        { id: 'assess:s0d0', due_at: 10, attempts: 0, lease_until: null, dead_at: null, reason: null },
      ])
      expect(count('select sum(failed) from round_tallies')).toBe(1)
      expect(batch(database, retrySql({ ids: ['deliver:s0r0'] }, 20))[0]).toEqual([{ due: 1 }])
      expect(count("select due_at from steps where id = 'deliver:s0r0'")).toBe(20)
      expect(count('select sum(failed) from round_tallies')).toBe(0)
    })
  })

  test('the list tells kind, age, tries, reason and reference, but no address', () => {
    withLedger([{ round: 0, dead: 1, owed: 1, refused: 1, isHeld: false }], () => {
      const lines = listLines(batch(database, listSql), 3 * 60 * 60 * 1000)
      expect(lines[0]).toBe('Submissions: 1 accepted = 0 done + 0 waiting for a person + 0 owed + 1 failed.')
      expect(lines).toContain(
        '  assess:s0d0  assess for REF-0, dead for 3 h at try 14: E_NOTHING for (address)',
      )
      expect(lines).toContain(
        '  deliver:s0r0  receipt mail for REF-0, refused 3 h ago: 550 <(address)> unknown',
      )
      expect(lines.join('\n')).not.toContain('bina.example')
    })
  })
})
