// What a link to a public page looks like where people share it, e.g. in WhatsApp (https://ogp.me).
// Never on pages that show what somebody typed or that lie behind links: a preview would tell others of them.
import { LOCALES, type Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'

/** Texts of a preview, in the language of its page. */
export interface Share {
  readonly title: string
  readonly description: string
  /** Where the page is and where its network's picture is, both whole addresses. */
  readonly address: string
  readonly picture: string
  readonly network: string
  /** Where sites ask how to show it themselves (oEmbed), where they may. */
  readonly oembed?: string
}

/** As Open Graph names languages: `id_ID`. */
const territoryOf = (locale: Locale): string => wordsFor(locale).writing.tag.replace('-', '_')

/** The tags of a preview. */
export function ShareTags({ share, locale }: { readonly share: Share; readonly locale: Locale }) {
  const { title, description, address, picture, network, oembed } = share
  const tags = {
    title,
    description,
    type: 'website',
    url: address,
    site_name: network,
    locale: territoryOf(locale),
    image: picture,
    'image:type': 'image/png',
    'image:width': '1200',
    'image:height': '630',
    'image:alt': wordsFor(locale).share.picture(network),
  }
  return (
    <>
      <meta name="description" content={description} />
      {Object.entries(tags).map(([name, content]) => (
        <meta property={`og:${name}`} content={content} />
      ))}
      {oembed ? <link rel="alternate" type="application/json+oembed" href={oembed} /> : null}
      {LOCALES.filter((other) => other !== locale).map((other) => (
        <meta property="og:locale:alternate" content={territoryOf(other)} />
      ))}
    </>
  )
}
