// What the bench found, as a table for people (Markdown, so that it can be kept).
import type { Boards } from './board.ts'
import type { Burst, Spread } from './burst.ts'
import type { Calls } from './calls.ts'
import type { Large, LargePage } from './large.ts'
import type { Run } from './load.ts'
import type { Machine } from './machine.ts'
import type { PageBytes } from './page.ts'
import type { Compared } from './pairs.ts'
import type { Moments, OnPhone } from './phone.ts'
import type { Touched, Touches } from './touches.ts'

/** Everything the bench found; this is also what the JSON holds. */
export interface Findings {
  readonly machine: Machine
  readonly get: Compared
  readonly post: Compared
  readonly burst: Burst
  /** Following a round. */
  readonly boards: Boards
  /** Microseconds a call. */
  readonly calls: Calls
  readonly page: PageBytes
  /** The IKO's page on the emulated phone beside `floorPage`. */
  readonly phone: OnPhone
  readonly floorPage: PageBytes
  /** The form of 120 scored questions there. */
  readonly touches: Touches
  readonly largePage: PageBytes
  /** Bytes of the minified Worker under gzip. */
  readonly bundle: number
  /** Milliseconds of processor time. */
  readonly startUp: number
}

interface Line {
  readonly what: string
  readonly found: string
  readonly aim?: string
  readonly met?: boolean
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const seconds = ({ p50, p95 }: Spread) => `p50 ${(p50 / 1000).toFixed(1)} s, p95 ${(p95 / 1000).toFixed(1)} s`

function compared(what: string, aim: number, { ratio, cpuRatio, product, floor }: Compared): readonly Line[] {
  const rates = `${whole.format(product.perSecond)} of ${whole.format(floor.perSecond)} requests/s`
  const lines: Line[] = [
    { what, found: `${ratio.toFixed(2)} (${rates})`, aim: `≥ ${aim.toFixed(2)}`, met: ratio >= aim },
  ]
  if (cpuRatio !== null && product.cpuMicros !== null && floor.cpuMicros !== null) {
    const cost = `${whole.format(product.cpuMicros)} against ${whole.format(floor.cpuMicros)} µs a request`
    lines.push({ what: '… by processor time', found: `${cpuRatio.toFixed(2)} (${cost})` })
  }
  return lines
}

// One workerd process computes on one thread, so its processor time is the ceiling, however busy the machine was; told
// in POSTs of the floor it does not depend on the machine either.
function processorTime({ cpuMillis }: Burst, floor: Run): readonly Line[] {
  if (cpuMillis === null || floor.cpuMicros === null) return []
  const found = `${cpuMillis.toFixed(1)} ms a submission, ${((cpuMillis * 1000) / floor.cpuMicros).toFixed(1)} POSTs of the floor`
  const most = `at most ${(1000 / cpuMillis).toFixed(0)}/s on one core`
  return [{ what: '… processor time', found: `${found}; ${most}` }]
}

const millis = (time: number) => `${whole.format(time)} ms`

const moment = (what: string, { ratio, product, floor }: Moments): Line => ({
  what,
  found: `${ratio.toFixed(2)} (${millis(product)} of ${millis(floor)})`,
  aim: '≤ 1.15',
  met: ratio <= 1.15,
})

function touched(what: string, { median, worst, slowest, touches, walks }: Touched): Line {
  const many = `${touches} touches, each the median of ${walks}; the slowest of all ${millis(slowest)}`
  return {
    what,
    found: `median ${millis(median)}, worst ${millis(worst)} (${many})`,
    aim: 'worst ≤ 200 ms',
    met: worst <= 200,
  }
}

function phoneLines({ phone, page, floorPage, touches, largePage }: Findings): readonly Line[] {
  const { painted, answered, done, longestTask, blocked, requests } = phone
  return [
    moment('slow phone: first paint against its floor', painted),
    moment('… until the first level stays chosen', answered),
    moment('… until all is there and the script has run', done),
    {
      what: '… computing',
      found: `longest task ${millis(longestTask)}, ${millis(blocked)} beyond 50 ms`,
    },
    { what: '… requests', found: String(requests), aim: '1', met: requests === 1 },
    {
      what: 'IKO page, brotli 4, with headers',
      found: `${whole.format(page.sent)} bytes (plain ${whole.format(page.plain)}; its floor ${whole.format(floorPage.sent)})`,
    },
    { what: '… its script', found: `${whole.format(page.script)} bytes` },
    touched('120 questions: a level chosen', touches.level),
    touched('… the next section opened', touches.next),
    {
      what: '… the page, brotli 4, with headers',
      found: `${whole.format(largePage.sent)} bytes (plain ${whole.format(largePage.plain)})`,
    },
    { what: '… longest task while it opens', found: millis(touches.opening) },
  ]
}

const boardLines = ({ pages, runs }: Boards): readonly Line[] =>
  pages.map(({ what, millis: time, bytes }) => ({
    what,
    found: `median ${time.toFixed(0)} ms of ${runs} (plain ${whole.format(bytes)} bytes)`,
    aim: '< 300 ms',
    met: time < 300,
  }))

const requestLines = ({ get, post }: Pick<Findings, 'get' | 'post'>): readonly Line[] => [
  ...compared('GET of the IKO page against its floor', 0.85, get),
  ...compared('POST of a valid IKO against its floor', 0.7, post),
]

function linesOf(findings: Findings): readonly Line[] {
  const { post, burst, calls, boards, bundle, startUp } = findings
  return [
    ...requestLines(findings),
    {
      what: `burst of ${whole.format(burst.submissions)}: queued to handed over`,
      found: `${burst.perSecond.toFixed(0)} submissions/s (posted at ${burst.postsPerSecond.toFixed(0)}/s)`,
      aim: '≥ 100/s',
      met: burst.perSecond >= 100,
    },
    {
      what: '… from sending to the report',
      found: seconds(burst.report),
      aim: 'p95 ≤ 5 s',
      met: burst.report.p95 <= 5000,
    },
    { what: '… from sending to the receipt', found: seconds(burst.receipt) },
    ...processorTime(burst, post.floor),
    { what: 'scoring an IKO', found: `${calls.score.toFixed(0)} µs` },
    { what: 'wording a report as mail', found: `${(calls.reportMail / 1000).toFixed(2)} ms` },
    { what: 'wording a report as page', found: `${(calls.reportPage / 1000).toFixed(2)} ms` },
    ...boardLines(boards),
    ...phoneLines(findings),
    {
      what: 'Worker bundle, gzip',
      found: `${(bundle / 1000).toFixed(1)} kB`,
      aim: '≤ 120 kB',
      met: bundle <= 120_000,
    },
    { what: 'start-up', found: `${startUp.toFixed(0)} ms of processor time` },
  ]
}

/** The table of everything. */
export const tableOf = (findings: Findings): string => tableFrom(findings.machine, linesOf(findings))

/** The table of GET and POST alone. */
export const tableOfRequests = (machine: Machine, found: Pick<Findings, 'get' | 'post'>): string =>
  tableFrom(machine, requestLines(found))

/** The table of boards alone. */
export const tableOfBoards = (machine: Machine, boards: Boards): string =>
  tableFrom(machine, boardLines(boards))

/** What is aimed at among so many organisations: the most of a page in ms and rows. */
const LARGE_AIMS: Readonly<Record<number, (page: LargePage) => Pick<Line, 'aim' | 'met'>>> = {
  1000: ({ what, millis, read }) =>
    what === 'the front page'
      ? { aim: '≤ 60 ms', met: millis <= 60 }
      : what === 'the board of a round'
        ? { aim: '≤ 100 ms, ≤ 20,000 rows', met: millis <= 100 && read <= 20_000 }
        : {},
  10000: ({ millis }) => ({ aim: '≤ 1,000 ms', met: millis <= 1000 }),
}

function largeLines({ organisations, pages, alone, besideBoard, heap }: Large): readonly Line[] {
  const isLarge = organisations >= 10_000
  const times = besideBoard.p50 / alone.p50
  const shown = ({ p50, p95 }: Large['alone']) => `${p50.toFixed(1)} ms (p95 ${p95.toFixed(1)})`
  return [
    { what: `${whole.format(organisations)} organisations × 6 rounds`, found: '' },
    ...pages.map((page) => ({
      what: page.what,
      found: `${page.millis.toFixed(0)} ms${page.cpuMillis === null ? '' : ` (${page.cpuMillis.toFixed(0)} of processor)`}, ${whole.format(page.read)} rows in ${page.calls} (at most ${whole.format(page.most)})`,
      ...LARGE_AIMS[organisations]?.(page),
    })),
    { what: 'a POST alone', found: shown(alone) },
    {
      what: '… while one person reloads the board',
      found: `${times.toFixed(1)} × as long: ${shown(besideBoard)}, ${besideBoard.reloads} reloads`,
      ...(isLarge ? { aim: '≤ 5 ×', met: times <= 5 } : {}),
    },
    {
      what: 'duplicates: heap that is enough',
      found: heap === null ? 'more than was tried' : `${heap} MB`,
      ...(isLarge ? { aim: '≤ 32 MB', met: heap !== null && heap <= 32 } : {}),
    },
  ]
}

/** The table of staff's pages among thousands of organisations. */
export const tableOfLarge = (machine: Machine, found: readonly Large[]): string =>
  tableFrom(machine, found.flatMap(largeLines))

function tableFrom(machine: Machine, lines: readonly Line[]): string {
  const cells = lines.map(({ what, found, aim = '', met }) => [
    what,
    found,
    aim,
    met === undefined ? '' : met ? 'met' : 'missed',
  ])
  const rows = [['what', 'found', 'aim', ''], ...cells]
  const widths = [0, 1, 2, 3].map((i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  const { processor, cores, node, workerd, chromium, day } = machine
  const [head = [], ...body] = rows
  return [
    `${processor}, ${cores} cores, Node ${node}, workerd ${workerd}, Chromium ${chromium}, ${day}`,
    '',
    line(head),
    rule,
    ...body.map(line),
  ].join('\n')
}
