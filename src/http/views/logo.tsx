// A network's picture, where it has one: beside its name, never in place of it.
import { logoPath } from '../../core/kernel/paths.ts'
import { fitInto, type Logo } from '../../core/kernel/picture.ts'
import type { Locale } from '../../core/kernel/text.ts'

/** The picture of a network, as large as fits a box (CSS pixels); nothing where there is none. */
export function LogoPicture({
  network: { slug, logo },
  box,
  locale,
}: {
  readonly network: { readonly slug: string; readonly logo: Logo | null }
  readonly box: { readonly width: number; readonly height: number }
  readonly locale: Locale
}) {
  return logo ? (
    <>
      <img src={logoPath(slug, logo.hash)} {...fitInto(logo, box)} alt={logo.alt[locale]} />{' '}
    </>
  ) : null
}
