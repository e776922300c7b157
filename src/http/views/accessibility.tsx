// The accessibility statement: what is aimed at, what was tested and what was not, what is known to be wrong, whom to tell.
import { showDate } from '../../core/kernel/date.ts'
import { accessibilityPath, homePath } from '../../core/kernel/paths.ts'
import type { Locale } from '../../core/kernel/text.ts'
import { wordsFor } from '../../core/words/index.ts'
import type { NetworkName } from '../../db/network/read.ts'
import { Page } from './layout.tsx'

/** The day the statement was last read against the pages. Whoever changes what it says changes this day. */
const STATED_ON = '2026-11-23'

function Part({ title, text, items }: { title: string; text: string; items: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      <p>{text}</p>
      {items.length === 0 ? null : (
        <ul>
          {items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function Contacts({ networks, locale }: { networks: readonly NetworkName[]; locale: Locale }) {
  const words = wordsFor(locale)
  const [only, ...others] = networks
  if (!only) return null
  if (others.length === 0) return <p>{words.page.home.contact(only.replyTo)}</p>
  return (
    <ul>
      {networks.map(({ name, replyTo }) => (
        <li>{words.accessibility.network(name[locale], replyTo)}</li>
      ))}
    </ul>
  )
}

/** The page of the statement; every network of the deployment answers for its own forms. */
export function AccessibilityPage({
  networks,
  locale,
}: {
  networks: readonly NetworkName[]
  locale: Locale
}) {
  const { accessibility: words, page } = wordsFor(locale)
  return (
    <Page locale={locale} title={words.title} inLanguage={accessibilityPath}>
      <h1>{words.title}</h1>
      <p>{words.intro}</p>
      <Part {...words.aim} items={[]} />
      <Part {...words.tested} />
      <Part {...words.untested} />
      <Part {...words.faults} />
      <Part {...words.help} items={[]} />
      <p>{words.secret}</p>
      <Contacts networks={networks} locale={locale} />
      <p>{words.answer}</p>
      <h2>{words.date.title}</h2>
      <p>{words.date.text(showDate(STATED_ON, locale))}</p>
      <p>
        <a class="go" href={homePath(locale)}>
          {page.toHome}
        </a>
      </p>
    </Page>
  )
}
