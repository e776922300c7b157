// What pages carry in themselves, style and script: the page shows it and its policy names it, both from here.
import { boardScript, checkScript, formScript, frameScript } from '../../client/built.ts'
import { palette, type Theme } from '../../core/kernel/colours.ts'
import { answersStyle } from './answers-style.ts'
import { boardStyle } from './board-style.ts'
import { coordinatorStyle } from './coordinator-style.ts'
import { framedStyle } from './framed-style.ts'
import { paperStyle } from './paper-style.ts'
import { posterStyle, sharingStyle } from './poster-style.ts'
import { reportStyle } from './report-style.ts'
import { sectionsStyle } from './sections-style.ts'
import { styleFor } from './style.ts'

/**
 * Which pages look alike: common ones, a network's with its picture, the form with its script, its answers, the report,
 * the form on paper, coordinators', the one that shares a round, the poster of one, the board of one with its script,
 * the answers before they are sent with theirs,
 * the demo that shows forms in frames, and whatever stands in a frame of another site: all of these carry the same, because
 * one page may take the place of the other without its policy (src/client/frame.ts).
 */
export type Look =
  | 'common'
  | 'network'
  | 'form'
  | 'answers'
  | 'check'
  | 'report'
  | 'paper'
  | 'coordinator'
  | 'board'
  | 'sharing'
  | 'poster'
  | 'framed'
  | 'demo'

/** The style and the script of a page; null where it has no script. */
export interface Carried {
  readonly css: string
  readonly script: string | null
  /** Whether it may ask for pictures of ours; all others bring theirs along. */
  readonly hasPictures: boolean
  /** Whether it shows forms in frames, with the script for other sites. */
  readonly hasFrames: boolean
  /** Whether its script may fetch the page anew. */
  readonly isFetched: boolean
  /** Whether its script keeps what is typed: saves it, and asks for the rest of itself once somebody has begun. */
  readonly isKept: boolean
  /** Whether it may show a page of ours in a frame, and post to WhatsApp by way of us. */
  readonly isSharing: boolean
}

const extras: Readonly<Record<Look, Pick<Carried, 'css' | 'script'>>> = {
  common: { css: '', script: null },
  network: { css: '', script: null },
  form: { css: sectionsStyle, script: formScript },
  answers: { css: answersStyle, script: null },
  check: { css: answersStyle, script: checkScript },
  report: { css: reportStyle, script: null },
  paper: { css: paperStyle, script: null },
  coordinator: { css: coordinatorStyle, script: null },
  board: { css: coordinatorStyle + boardStyle, script: boardScript },
  sharing: { css: coordinatorStyle + sharingStyle, script: null },
  poster: { css: posterStyle, script: null },
  demo: { css: 'iframe{width:100%;border:1px solid var(--line)}', script: null },
  framed: { css: sectionsStyle + answersStyle + framedStyle, script: `${formScript}\n${frameScript}` },
}

const WITH_PICTURES: readonly Look[] = ['network', 'coordinator', 'board', 'sharing', 'poster']

const made = new WeakMap<Theme, Map<Look, Carried>>()

/** What a page of a look carries in the colours of a form, made once: the same look and theme give the same value. */
export function carriedBy(look: Look, theme: Theme = palette): Carried {
  const ofTheme = made.get(theme) ?? new Map<Look, Carried>()
  made.set(theme, ofTheme)
  const { css, script } = extras[look]
  const carried = ofTheme.get(look) ?? {
    css: styleFor(theme) + css,
    script,
    hasPictures: WITH_PICTURES.includes(look),
    isFetched: look === 'board',
    isKept: look === 'form' || look === 'check' || look === 'framed',
    isSharing: look === 'sharing',
    hasFrames: look === 'demo',
  }
  ofTheme.set(look, carried)
  return carried
}
