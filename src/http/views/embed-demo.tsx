// Every way a form can stand on another site, on one page that plays this site. It is there in local copies only.
import { formPath, framedPath } from '../../core/kernel/paths.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { Round } from '../../db/round/read.ts'
import { Page } from './layout.tsx'

const HEIGHT = 720

interface FrameProps {
  readonly round: Round
  readonly locale: Locale
  readonly title: string
  readonly attributes?: Readonly<Record<string, string>>
}

const Frame = ({ round, locale, title, attributes = {} }: FrameProps) => (
  <>
    <iframe
      src={framedPath(round.slug, locale)}
      title={title}
      loading="lazy"
      height={HEIGHT}
      allow="clipboard-write"
      referrerpolicy="strict-origin-when-cross-origin"
      {...attributes}
    />
    <p>
      <a class="go" href={formPath(round.slug, locale)}>
        {wordsFor(locale).embed.demo.wayOut}
      </a>
    </p>
  </>
)

/** The page that plays another site. */
export function EmbedDemoPage({ rounds, locale }: { rounds: readonly Round[]; locale: Locale }) {
  const { demo: words } = wordsFor(locale).embed
  const [first, second = first] = rounds
  const titleOf = (round: Round, way: string) => `${round.title[locale]}: ${way}`
  return (
    <Page
      locale={locale}
      title={words.title}
      inLanguage={(other) => `/embed-demo?lang=${other}`}
      look="demo"
      aside={<script async src="/embed/v1.js" />}
    >
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      {first && second ? (
        <>
          <h2>{words.link}</h2>
          <p>
            <a class="go" href={formPath(first.slug, locale)}>
              {first.title[locale]}
            </a>
          </p>
          <h2>{words.bare}</h2>
          <p>{words.bareText}</p>
          <Frame
            round={first}
            locale={locale}
            title={titleOf(first, words.bare)}
            attributes={{ 'data-fixed': '' }}
          />
          <h2>{words.script}</h2>
          <p>{words.scriptText}</p>
          <Frame round={second} locale={locale} title={titleOf(second, words.script)} />
          <h2>{words.named}</h2>
          <p>{words.namedText}</p>
          <p>
            <a
              class="go"
              href={`${formPath(first.slug, locale)}`}
              data-form=""
              data-title={titleOf(first, words.named)}
            >
              {first.title[locale]}
            </a>
          </p>
          <h2>{words.oembed}</h2>
          <p>{words.oembedText}</p>
          <Frame
            round={first}
            locale={locale}
            title={titleOf(first, words.oembed)}
            attributes={{ sandbox: 'allow-scripts' }}
          />
        </>
      ) : (
        <p>{words.none}</p>
      )}
    </Page>
  )
}
