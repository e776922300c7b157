// Who may show a form in a frame on their own pages: every site, listed ones, or none.

export const FRAMINGS = ['anyone', 'listed', 'nobody'] as const
export type Framing = (typeof FRAMINGS)[number]

/** A round as far as frames go, as its row says it. */
export interface FramedRound {
  readonly framing: string
  /** Where it is `listed`: origins, e.g. `https://*.b.or.id`, which stands for every site below but not for `b.or.id` itself. */
  readonly frameOrigins: readonly string[] | null
}

const isFraming = (value: string): value is Framing => FRAMINGS.some((known) => known === value)

/** What a round says of frames; a word that nobody knows lets nobody in. */
export const framingOf = ({ framing }: FramedRound): Framing => (isFraming(framing) ? framing : 'nobody')

/** What may stand in a policy; what a coordinator types is read more strictly (origin.ts). */
const ORIGIN = /^https?:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?$/

/** The origins a round lists, without any that would break the policy they are written into. */
const listedBy = ({ frameOrigins }: FramedRound): readonly string[] =>
  (frameOrigins ?? []).filter((origin) => ORIGIN.test(origin))

/** The value of `frame-ancestors` (CSP level 3 §6.4.2) for pages of a round that stand in a frame. */
export function ancestorsOf(round: FramedRound): string {
  const framing = framingOf(round)
  if (framing === 'anyone') return '*'
  const listed = framing === 'listed' ? listedBy(round) : []
  // Our own pages show coordinators what they share.
  return listed.length > 0 ? ["'self'", ...listed].join(' ') : "'none'"
}

/** Whether a listed origin stands for that of a page, as browsers read it: http stands for https as well. */
function standsFor(listed: string, origin: string): boolean {
  const secure = listed.replace(/^http:/, 'https:')
  return [listed, secure].some((one) => {
    const [before = '', after] = one.split('*')
    if (after === undefined) return one === origin
    return origin.startsWith(before) && origin.endsWith(after) && origin.length >= one.length
  })
}

/**
 * Whether a browser would refuse to show the round on the page that asked for it, so that words may stand there instead
 * of its blank. `referrer` is the address of that page, as far as it tells it: without one nobody can say, and the
 * policy decides. `own` is the origin of the form itself, which asks in a frame that was let in already.
 */
export function refusesFrame(round: FramedRound, referrer: string | undefined, own: string): boolean {
  const framing = framingOf(round)
  if (framing !== 'listed') return framing === 'nobody'
  if (referrer === undefined || !URL.canParse(referrer)) return false
  const { origin } = new URL(referrer)
  return origin !== own && !listedBy(round).some((listed) => standsFor(listed, origin))
}
