// How public pages are shared, each by its own words: a form by its round, a front page by its network.

import type { Form } from '../../../core/form/form.ts'
import { excerptOf } from '../../../core/kernel/excerpt.ts'
import { formPath, networkPath, oembedPath, picturePath } from '../../../core/kernel/paths.ts'
import type { Locale } from '../../../core/kernel/text.ts'
import { framingOf } from '../../../core/round/framing.ts'
import { wordsFor } from '../../../core/words/index.ts'
import type { NetworkName } from '../../../db/network/read.ts'
import type { Round } from '../../../db/round/read.ts'
import type { Share } from '../../views/share.tsx'

// Longer ones are cut off wherever they are shown.
const LONGEST = 200

/** How a form is shared. */
export const formShare = (
  publicUrl: string,
  { round, form }: { readonly round: Round; readonly form: Form },
  locale: Locale,
): Share => {
  const address = publicUrl + formPath(round.slug, locale)
  return {
    title: round.practice ? wordsFor(locale).practice.titled(round.title[locale]) : round.title[locale],
    description: excerptOf(form.intro[locale], LONGEST),
    address,
    picture: publicUrl + picturePath(round.network.slug),
    network: round.network.name[locale],
    ...(framingOf(round) === 'nobody' ? {} : { oembed: publicUrl + oembedPath(address) }),
  }
}

/** How the front page of a network is shared; `titles` are those of its open rounds. */
export function networkShare(
  publicUrl: string,
  { slug, name }: NetworkName,
  titles: readonly string[],
  locale: Locale,
): Share {
  const { home } = wordsFor(locale).page
  return {
    title: name[locale],
    description:
      titles.length === 0 ? home.none : excerptOf(`${home.rounds}: ${titles.join('; ')}.`, LONGEST),
    address: publicUrl + networkPath(slug, locale),
    picture: publicUrl + picturePath(slug),
    network: name[locale],
  }
}
