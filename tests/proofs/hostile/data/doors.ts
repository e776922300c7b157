// What is asked behind a good receipt's link in a way no page of ours asks, and what is posted beside the answers there.
import type { ActionCase, CarriedCase, DoorCase } from './case.ts'

const METHODS = ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']

/** Methods and paths behind a good link. */
export const doors: readonly DoorCase[] = [
  ...METHODS.flatMap((method) =>
    ['/correction', '/address'].map((rest) => ({ title: `${method} ${rest}`, method, rest, status: 405 })),
  ),
  { title: 'GET /address', method: 'GET', rest: '/address', status: 405 },
  { title: 'HEAD /address', method: 'HEAD', rest: '/address', status: 405 },
  ...['GET', 'POST'].flatMap((method) =>
    [
      '/correction/',
      '/address/',
      '/Correction',
      '/ADDRESS',
      '/correction.json',
      '/correction%00',
      '/correction%2f',
      '/correction%0d%0aSet-Cookie:%20x=1',
      '/correction/address',
      '//correction',
      '//address',
      '/correction/../../../etc/passwd',
      '/address;x',
      '/adress',
      '/withdraw',
      '/..%2f..%2faddress',
      '/%ff',
      '/<script>alert(1)</script>',
      `/${'a'.repeat(10_000)}`,
    ].map((rest) => ({ title: `${method} ${rest.slice(0, 40)}`, method, rest, status: 404 })),
  ),
  ...[
    'lang=xx',
    'lang="><script>alert(1)</script>',
    'lang=en%0d%0aSet-Cookie:%20x=1',
    'lang=__proto__',
    'next=https://evil.example&action=send',
    'x=1&'.repeat(5000),
  ].map((query) => ({
    title: `GET /correction?${query.slice(0, 40)}`,
    method: 'GET',
    rest: `/correction?${query}`,
    status: 200,
  })),
]

const does = (becomes: ActionCase['becomes']) => (title: string, action: ActionCase['action']) => ({
  title,
  action,
  becomes,
})
const sent = does('sent')
const checked = does('checked')
const shown = does('shown')

/** What a button could ask for; what nobody understands sends, so that no answer is lost by it. */
export const actions: readonly ActionCase[] = [
  sent('nothing', ''),
  sent('10,000 letters', 'a'.repeat(10_000)),
  sent('10,000 colons', ':'.repeat(10_000)),
  sent('markup', '"><script>alert(1)</script>'),
  sent('an address', 'https://evil.example/'),
  sent('an address of a script', 'javascript:alert(1)'),
  sent('a second header', 'send\r\nSet-Cookie: x=1'),
  sent('a check in capitals', 'CHECK'),
  sent('a check and a line end', 'check\r\n'),
  sent('a check behind a space', ' check'),
  sent('a check and NUL', 'check\0'),
  sent('a check of full width', 'ｃheck'),
  sent('what every object has', '__proto__'),
  sent('what every object can', 'constructor'),
  sent('SQL', "check' or '1'='1"),
  sent('a send of something', 'send:x'),
  sent('a language up the folders', 'lang:../..'),
  sent('a language of markup', 'lang:"><script>alert(1)</script>'),
  sent('a language in capitals', 'lang:EN'),
  sent('a language with a line end', 'lang:en\r\nSet-Cookie: x=1'),
  sent('no language', 'lang:'),
  sent('a language named like what every object has', 'lang:__proto__'),
  sent('a language twice over', 'lang:lang:en'),
  sent('issues up the folders', 'issues:../..'),
  sent('issues of nothing', 'issues'),
  sent('a send before a check', ['send', 'check']),
  sent('nothing before a check', ['', 'check']),
  checked('a check of something', 'check:"><script>alert(1)</script>'),
  checked('a check before a send', ['check', 'send']),
  checked(
    'a thousand checks',
    Array.from({ length: 1000 }, () => 'check'),
  ),
  checked('what was meant, of nothing', 'meant:'),
  checked('what was meant, of what every object can', 'meant:constructor'),
  checked('what was meant, of what every object has', 'meant:__proto__'),
  checked('what was meant, of an address that is right', 'meant:email'),
  checked('what was meant, of a name', 'meant:organisation'),
  checked('what was meant, of markup', 'meant:"><script>alert(1)</script>'),
  checked('what was meant, of 10,000 letters', `meant:${'a'.repeat(10_000)}`),
  shown('a change of nothing', 'edit:'),
  shown('a change of what every object has', 'edit:__proto__'),
  shown('a change of what every object can', 'edit:constructor'),
  shown('a change of the key', 'edit:submission'),
  shown('a change of a note', 'edit:delivery.evidence'),
  shown('a change twice over', 'edit:edit:reach'),
  shown('a change of markup', 'edit:"><script>alert(1)</script>'),
  shown('a change with a line end', 'edit:reach\r\nSet-Cookie: x=1'),
  shown('a change of 10,000 letters', `edit:${'a'.repeat(10_000)}`),
  shown('another language before a send', ['lang:en', 'send']),
  shown('issues where there are none', 'issues:en'),
]

/** Receipts that a page was told of; `leads` where the page may lead there. */
export const earlier: readonly CarriedCase[] = [
  { title: 'nothing', value: () => '' },
  { title: 'a word', value: () => 'x' },
  { title: 'markup', value: () => '"><script>alert(1)</script>' },
  { title: 'markup behind a link', value: (link) => `${link}"><script>alert(1)</script>` },
  { title: 'an address', value: () => 'https://evil.example/' },
  { title: 'an address without scheme', value: () => '//evil.example' },
  { title: 'a script', value: () => 'javascript:alert(1)' },
  { title: 'a way up', value: () => '../../f/iko-2026-2' },
  { title: 'a way up behind a link', value: (link) => `${link}/../../../evil` },
  { title: 'a way up of dots', value: () => '..' },
  { title: 'a path before a link', value: (link) => `evil/${link}` },
  { title: 'a query behind a link', value: (link) => `${link}?next=//evil.example` },
  { title: 'a fragment behind a link', value: (link) => `${link}#evil` },
  { title: 'a second header', value: (link) => `${link}\r\nSet-Cookie: x=1` },
  { title: 'a link and a line end', value: (link) => `${link}\n` },
  { title: 'a link with a third part', value: (link) => `${link}.x` },
  { title: 'a link with a backslash', value: (link) => `${link}\\evil` },
  { title: 'an escaped slash', value: (link) => `${link}%2f..` },
  { title: 'what every object has', value: () => '__proto__.constructor' },
  { title: '10,000 letters', value: () => 'A'.repeat(10_000) },
  { title: 'something before a link', value: (link) => ['x', link] },
  { title: 'a link before something', value: (link) => [link, '//evil.example'], leads: true },
  { title: "somebody else's link", value: (link) => link, leads: true },
  { title: "a report's link", value: (_link, report) => report, leads: true },
  { title: 'a forged link', value: (link) => `${link.slice(0, 23)}a${'A'.repeat(22)}`, leads: true },
]

/** What may stand in the field that says of an address that it is right; `isSure` where it does say so. */
export const sure: readonly {
  readonly title: string
  readonly value: string | readonly string[]
  readonly isSure?: true
}[] = [
  { title: 'nothing', value: '' },
  { title: 'a word', value: 'yes' },
  { title: 'another address', value: 'siti@gmail.com' },
  { title: 'the address in capitals', value: 'SITI@GMIAL.COM' },
  { title: 'the address and a line end', value: 'siti@gmial.com\r\nBcc: korban@evil.example' },
  { title: 'the address and another one', value: 'siti@gmial.com,korban@evil.example' },
  { title: 'markup', value: '"><script>alert(1)</script>' },
  { title: 'what every object has', value: '__proto__' },
  { title: '10,000 letters', value: 'a'.repeat(10_000) },
  { title: 'another one before it', value: ['x', 'siti@gmial.com'] },
  { title: 'the address', value: 'siti@gmial.com', isSure: true },
  { title: 'the address before another one', value: ['siti@gmial.com', 'x'], isSure: true },
]
