// Looks at a page the way a browser parses it: which elements and attributes there are, and which of them are not ours.
import { checkScript, formScript } from '../../../../src/client/built.ts'

/** The elements our own pages are made of. */
const OURS = new Set(
  `html head meta title link style body a header main nav footer h1 h2 h3 h4 p ul ol li dl dt dd div span b strong article section
   form input label fieldset legend textarea select option button details summary table thead tbody tr th td`.split(
    /\s+/,
  ),
)
const ADDRESSES = new Set([
  'href',
  'action',
  'src',
  'srcset',
  'formaction',
  'data',
  'poster',
  'background',
  'ping',
])
// The one whole address is what sites find the form's frame by.
const OUR_ADDRESS = /^(?:\/(?!\/)|#|data:,$|https:\/\/simpul\.test\/oembed\?url=[\w.%-]+$)/

const isStrange = (name: string, value: string): boolean =>
  name.startsWith('on') ||
  ['style', 'srcdoc', 'http-equiv', 'target'].includes(name) ||
  (ADDRESSES.has(name) && !OUR_ADDRESS.test(value))

/** What no page of ours contains: elements, attributes and comments, as the runtime's own parser finds them. */
export async function inspect(html: string): Promise<{ readonly strange: readonly string[] }> {
  const strange: string[] = []
  const rewriter = new HTMLRewriter()
    .on('*', {
      element({ tagName, attributes }) {
        if (!OURS.has(tagName)) strange.push(tagName)
        for (const [name = '', value = ''] of attributes)
          if (isStrange(name, value)) strange.push(`${tagName} ${name}="${value}"`)
      },
    })
    .onDocument({
      comments({ text }) {
        strange.push(`comment ${text}`)
      },
    })
  // Our own scripts are known to the letter; any other is strange.
  const others = [formScript, checkScript].reduce(
    (rest, script) => rest.replace(`<script>${script}</script></body>`, '</body>'),
    html,
  )
  await rewriter.transform(new Response(others)).text()
  return { strange }
}

/** Characters that are never stored: controls but tab and line feed, and what turns the direction of writing or has no width. */
export const UNSEEN =
  /(?![\t\n])\p{Cc}|\u034f|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/u
