// Rounds as a warm isolate knows them: for ten seconds without asking the database. Moments are kept, not states,
// so opening and closing stay exact; a slug that does not exist is not kept. While the database stumbles, what was known of a
// round is shown on: whatever is sent is asked about again where it is stored.
import type { RoundWithForm } from '../../../actions/submission/revision.ts'
import { withPlaces } from '../../../core/form/places.ts'
import { mayPass } from '../../../core/kernel/fault.ts'
import type { Locale } from '../../../core/kernel/text.ts'
import { districtsOf } from '../../../core/place/regions.ts'
import { isPublished } from '../../../db/form/read.ts'
import { roundBySlug } from '../../../db/round/read.ts'
import type { Deps } from '../../../deps.ts'
import { documentOf, framedDocumentOf } from '../../kernel/respond.tsx'
import { FormPage } from '../../views/form.tsx'
import { formShare } from './share.ts'

const KEPT_FOR = 10_000
/** For how long what was known before is shown without asking, where the database stumbles: each time takes seconds. */
const SHOWN_FOR = 2000
const KEY_SLOT = 'slot-of-the-key'

/**
 * The same page in ASCII: what else it holds stands as character references. One character beyond Latin-1 makes the
 * runtime keep the whole page in two bytes a character, and encode it anew for every request. Decoding makes it narrow.
 */
const inAscii = (page: string): string => {
  const text = page.replace(/[^\p{ASCII}]/gu, (character) => `&#${character.codePointAt(0)};`)
  return new TextDecoder().decode(new TextEncoder().encode(text))
}

/** A round with its form, and its blank page by language, as a page of its own or in a frame. */
export interface CachedRound extends RoundWithForm {
  blank(locale: Locale, submissionKey: string, isFramed: boolean): string
}

// Everything but the key is the same for everybody, so the page is rendered once and cut where the key stands.
function blankPages(opened: RoundWithForm, publicUrl: string): CachedRound['blank'] {
  const halves = new Map<string, readonly [string, string]>()
  const render = (locale: Locale, isFramed: boolean): readonly [string, string] => {
    const { round, form, formHash } = opened
    const asked = { round, form, formHash, locale, corrects: null, submissionKey: KEY_SLOT }
    const page = inAscii(
      isFramed
        ? framedDocumentOf(FormPage({ ...asked, framed: 'opened' }))
        : documentOf(FormPage({ ...asked, share: formShare(publicUrl, opened, locale) })),
    )
    const cut = page.indexOf(KEY_SLOT)
    return [page.slice(0, cut), page.slice(cut + KEY_SLOT.length)]
  }
  return (locale, submissionKey, isFramed) => {
    const variant = `${locale} ${isFramed}`
    const pair = halves.get(variant) ?? render(locale, isFramed)
    halves.set(variant, pair)
    return pair[0] + submissionKey + pair[1]
  }
}

/** Finds a round by its slug, or null. */
export type FindRound = (slug: string) => Promise<CachedRound | null>

/** Finds rounds by slug; one a Worker isolate. */
export function roundCache(deps: Deps): FindRound {
  const kept = new Map<string, { readonly page: CachedRound; readonly until: number }>()

  // What is published once stays published.
  const published = new Set<string>()
  async function isKept(hash: string): Promise<boolean> {
    if (!published.has(hash) && (await isPublished(deps.db, hash))) published.add(hash)
    return published.has(hash)
  }

  async function load(slug: string): Promise<CachedRound | null> {
    const round = await roundBySlug(deps.db, slug)
    const shelved = round && (await deps.forms.find(round))
    if (!round || !shelved) return null
    const form = withPlaces(shelved.form, districtsOf(round.network.provinces))
    const formHash = shelved.hash
    const unpublished = (await isKept(formHash)) ? null : shelved.form
    const opened: RoundWithForm = { round, form, formHash, unpublished }
    return { ...opened, blank: blankPages(opened, deps.publicUrl) }
  }

  return async (slug) => {
    const now = deps.clock.now()
    const known = kept.get(slug)
    if (known && now < known.until) return known.page
    try {
      const page = await load(slug)
      if (page) kept.set(slug, { page, until: now + KEPT_FOR })
      else kept.delete(slug)
      return page
    } catch (error) {
      if (!known || !mayPass(error)) throw error
      kept.set(slug, { page: known.page, until: now + SHOWN_FOR })
      return known.page
    }
  }
}
