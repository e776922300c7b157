// What pages carry in themselves, style and script: the page shows it and its policy names it, both from here.
import { boardScript, formScript } from '../../client/built.ts'
import { palette, type Theme } from '../../core/colours.ts'
import { answersStyle } from './answers-style.ts'
import { boardStyle } from './board-style.ts'
import { coordinatorStyle } from './coordinator-style.ts'
import { paperStyle } from './paper-style.ts'
import { reportStyle } from './report-style.ts'
import { sectionsStyle } from './sections-style.ts'
import { styleFor } from './style.ts'

/**
 * Which pages look alike: common ones, a network's with its picture, the form with its script, its answers, the report,
 * the form on paper, coordinators', and their board of a round with its script.
 */
export type Look = 'common' | 'network' | 'form' | 'answers' | 'report' | 'paper' | 'coordinator' | 'board'

/** The style and the script of a page; null where it has no script. */
export interface Carried {
  readonly css: string
  readonly script: string | null
  /** Whether it may ask for pictures of ours; all others bring theirs along. */
  readonly hasPictures: boolean
  /** Whether its script may fetch the page anew. */
  readonly isFetched: boolean
}

const extras: Readonly<Record<Look, Pick<Carried, 'css' | 'script'>>> = {
  common: { css: '', script: null },
  network: { css: '', script: null },
  form: { css: sectionsStyle, script: formScript },
  answers: { css: answersStyle, script: null },
  report: { css: reportStyle, script: null },
  paper: { css: paperStyle, script: null },
  coordinator: { css: coordinatorStyle, script: null },
  board: { css: coordinatorStyle + boardStyle, script: boardScript },
}

const WITH_PICTURES: readonly Look[] = ['network', 'coordinator', 'board']

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
  }
  ofTheme.set(look, carried)
  return carried
}
