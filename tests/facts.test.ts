// What a thing is stands in src/db/facts alone: elsewhere its columns are set and selected, and no condition asks them.
import { describe, expect, it, test } from 'vitest'
import { filesIn } from './support/sources.ts'

interface Fact {
  readonly fact: string
  /** Where it is said. */
  readonly in: string
  /** How a condition would spell it. */
  readonly spelled: RegExp
  /** What would be refused. */
  readonly wrong: string
}

const isNull = (columns: string) => new RegExp(`\\b(?:${columns})\\b(?:\`|\\})? is (?:not )?null`)
const asked = (table: string, columns: string) =>
  new RegExp(`\\bis(?:Not)?Null\\(${table}\\.(?:${columns})\\)|\\$\\{${table}\\.(?:${columns})\\} is `)

const FACTS: readonly Fact[] = [
  {
    fact: 'an answer counts, waits, was set aside or erased',
    in: 'submission.ts',
    spelled: isNull('held_at|set_aside_at|erased_at'),
    wrong: 'where s.held_at is null',
  },
  {
    fact: 'the same, asked of the schema',
    in: 'submission.ts',
    spelled: asked('submissions', 'heldAt|setAsideAt|erasedAt|withdrawnAt|doneAt'),
    wrong: 'and(isNull(submissions.heldAt))',
  },
  {
    fact: 'an answer is finished, or something is owed for it',
    in: 'submission.ts',
    spelled: /\bdone_at is null\b/,
    wrong: 'where done_at is null and failed_at is null',
  },
  {
    fact: 'an answer has failed',
    in: 'submission.ts',
    spelled: /from steps t where t\.submission_id = [^)]*dead_at is not null/,
    wrong: 'exists (select 1 from steps t where t.submission_id = s.id and t.dead_at is not null)',
  },
  {
    fact: 'a round is for practice',
    in: 'round.ts',
    spelled: /\bpractice = 0|not (?:\w+\.)?practice\b/,
    wrong: 'where r.practice = 0',
  },
  {
    fact: 'one answer of each respondent counts',
    in: 'round.ts',
    spelled: /\banswers_per\b[^,=]*(?:<>|=|in \()\s*'/,
    wrong: "where r.answers_per <> 'any'",
  },
  {
    fact: 'a draft can be gone on with',
    in: 'draft.ts',
    spelled: asked('drafts', 'sentAt|withdrawnAt'),
    wrong: 'isNull(drafts.sentAt)',
  },
  {
    fact: 'somebody still has their role',
    in: 'theirs.ts',
    spelled: /from memberships \w where \w\.network_id = \$\{network\.id\} and \w\.person_id/,
    wrong: ['from memberships m where m.network_id = $', '{network.id} and m.person_id'].join(''),
  },
  {
    fact: 'a district is theirs',
    in: 'theirs.ts',
    spelled: /districts === null \? (?:sql|undefined|and\()/,
    wrong: 'districts === null ? sql`true` : among(district, districts)',
  },
  {
    fact: 'where mail about an answer goes',
    in: 'delivery.ts',
    spelled: /recipient\b[`}]* (?:=|is) [^`]{0,40}(?:json_|answers|respondent_email)/,
    wrong: 'd.recipient = s.respondent_email',
  },
  {
    fact: 'an address is known, bounced, or asked for no more',
    in: 'address.ts',
    spelled: /\b(?:email|address)\b[`}]* = lower\(/,
    wrong: 'from contacts c where c.email = lower(d.recipient)',
  },
  {
    fact: 'what a network may call somebody of another',
    in: 'people.ts',
    spelled: /(?<!\binviters\.|person: \{ id: people\.id, )\bname: people\.name\b/,
    wrong: '.select({ id: people.id, name: people.name })',
  },
  {
    fact: 'what the key of a respondent says',
    in: 'submission.ts',
    spelled: /(?:substr|instr)\([^)]*respondent_key/,
    wrong: "substr(respondent_key, 1, instr(respondent_key, '/') - 1)",
  },
  {
    fact: 'what the id of a step says',
    in: 'step.ts',
    spelled: /(?:substr|instr)\((?:steps\.|t\.)?id\b/,
    wrong: 'substr(steps.id, 9)',
  },
]

const sources = filesIn(['src/db', 'src/actions', 'src/workflow', 'src/http'], /\.tsx?$/)
const facts = [...sources].filter(([path]) => path.startsWith('src/db/facts/'))
const others = [...sources].filter(
  ([path]) => !path.startsWith('src/db/facts/') && !path.startsWith('src/db/schema/'),
)

/** Statements span lines. */
const inOneLine = (source: string): string => source.replace(/\s+/g, ' ')

describe.each(FACTS)('that $fact', ({ in: file, spelled, wrong }) => {
  it(`is said in ${file}`, () => {
    expect(facts.map(([path]) => path)).toContain(`src/db/facts/${file}`)
  })

  it('is asked nowhere else', () => {
    expect(others.filter(([, source]) => spelled.test(inOneLine(source))).map(([path]) => path)).toEqual([])
  })

  it('would be found', () => {
    expect(spelled.test(wrong)).toBe(true)
  })
})

test('only what sends as staff and what serves respondents runs a batch of its own', () => {
  const alone = others
    .filter(([path]) => /^src\/db\/.*write\.ts$/.test(path))
    .filter(([, source]) => /\bScope\b/.test(source) && /\batomically\(/.test(source))
    .map(([path]) => path)
  // A correction is a respondent's; a coordinator who mends an address adds their event to the same batch.
  expect(alone).toEqual(['src/db/submission/correction.write.ts'])
})
