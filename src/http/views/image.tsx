// A picture of a form, with what it tells to whoever does not see it.
import type { Image } from '../../core/form/image.ts'
import type { Locale } from '../../core/kernel/text.ts'

/** Never wider than the page; its measures are said beforehand, so that nothing jumps. */
export const ImageView = ({ image, locale }: { image: Image | undefined; locale: Locale }) =>
  image ? (
    <p>
      <img src={image.source} alt={image.alt[locale]} width={image.width} height={image.height} />
    </p>
  ) : null
