// Bodies that are no form, hardly one, or larger than one; and those that are one in spite of everything.
import { encoded, ikoAnswers } from '../../../support/inside/world.ts'
import type { BodyCase } from './case.ts'

const FORM = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data; boundary=b'
const MOST = 256_000

const { organisation } = ikoAnswers
const complete = encoded(ikoAnswers).toString()
const nameless = encoded({ ...ikoAnswers, organisation: [] }).toString()

/** A complete form of exactly so many bytes; what is too much stands in a field of no question. */
const ofSize = (bytes: number): string => `${complete}&x=${'x'.repeat(bytes - complete.length - 3)}`

const part = (head: string, body: string): string => `--b\r\n${head}\r\n\r\n${body}\r\n`
const field = (name: string, value: string): string =>
  part(`Content-Disposition: form-data; name="${name}"`, value)
const END = '--b--\r\n'
const answered = Object.entries(ikoAnswers)
  .map(([name, value]) => field(name, value))
  .join('')
const unnamed = Object.entries(ikoAnswers)
  .map(([name, value]) => (name === 'organisation' ? '' : field(name, value)))
  .join('')

function nested(depth: number): string {
  let inner = 'x'
  for (let i = 0; i < depth; i++)
    inner = `--n${i}\r\nContent-Type: multipart/mixed; boundary=n${i - 1}\r\n\r\n${inner}\r\n--n${i}--`
  return part(
    `Content-Disposition: form-data; name="x"\r\nContent-Type: multipart/mixed; boundary=n${depth - 1}`,
    inner,
  )
}

const refused = (title: string, type: string | null, body: string | Uint8Array = complete): BodyCase => ({
  title,
  type,
  body,
  status: 415,
})
const unreadable = (title: string, type: string, body: string | Uint8Array): BodyCase => ({
  title,
  type,
  body,
  status: 400,
})
const incomplete = (title: string, type: string, body: string | Uint8Array): BodyCase => ({
  title,
  type,
  body,
  status: 422,
})
const taken = (
  title: string,
  type: string,
  body: string | Uint8Array,
  name: string = organisation,
): BodyCase => ({
  title,
  type,
  body,
  status: 303,
  organisation: name,
})

const types: readonly BodyCase[] = [
  refused('no type', null),
  refused('an empty type', ''),
  refused('JSON', 'application/json', JSON.stringify(ikoAnswers)),
  refused('JSON of an interface', 'application/vnd.api+json', '{}'),
  refused('text', 'text/plain'),
  refused('HTML', 'text/html', '<form>'),
  refused('XML that grows', 'text/xml', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'),
  refused('bytes', 'application/octet-stream', new Uint8Array([0, 255, 0])),
  refused('multipart of another kind', 'multipart/mixed; boundary=b', answered + END),
  refused('two types in one', `${FORM}, application/json`),
  refused('a type that only begins alike', `${FORM}x`),
  refused('a type without its slash', 'form'),
  refused('a type of marks', ';;;=;'),
  refused('a type of 10,000 letters', `a/${'b'.repeat(10_000)}`),
  taken('a type in capitals', FORM.toUpperCase(), complete),
  taken('a type with parameters', `${FORM}; charset=UTF-8`, complete),
  unreadable('a character set of old', `${FORM}; charset=utf-16`, complete),
]

const encodings: readonly BodyCase[] = [
  incomplete('nothing', FORM, ''),
  incomplete('only ampersands', FORM, '&'.repeat(10_000)),
  incomplete('only equals signs', FORM, '='.repeat(10_000)),
  incomplete('only percent signs', FORM, '%'.repeat(10_000)),
  incomplete('JSON under the type of a form', FORM, JSON.stringify(ikoAnswers)),
  incomplete('semicolons for ampersands', FORM, complete.replaceAll('&', ';')),
  incomplete('a byte order mark first', FORM, `%EF%BB%BF${complete}`),
  incomplete('bytes as they are compressed', FORM, new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])),
  taken('broken escapes', FORM, `%ZZ=%4&x=%&${complete}&y=%ZZ%4%`),
  taken('a byte that begins nothing', FORM, `${nameless}&organisation=Yayasan%FF`, 'Yayasan\ufffd'),
  taken('a character cut short', FORM, `${nameless}&organisation=Yayasan%E2%82`, 'Yayasan\ufffd'),
  taken(
    'a bracket that is too long in UTF-8',
    FORM,
    `${nameless}&organisation=%C0%BCb%C0%BE`,
    '\ufffd\ufffdb\ufffd\ufffd',
  ),
  taken(
    'half a character in UTF-8',
    FORM,
    `${nameless}&organisation=Yayasan%ED%A0%80`,
    'Yayasan\ufffd\ufffd\ufffd',
  ),
  taken('NUL in a value', FORM, `${nameless}&organisation=Yaya%00san`, 'Yayasan'),
  incomplete('NUL in a name', FORM, `${nameless}&organi%00sation=Yayasan`),
  taken('raw control characters', FORM, `${nameless}&organisation=Yaya\u0001\0san`, 'Yayasan'),
  taken(
    'raw bytes that are no text',
    FORM,
    new Uint8Array([...new TextEncoder().encode(`${nameless}&organisation=Yayasan`), 0xff, 0xc3]),
    'Yayasan\ufffd\ufffd',
  ),
  taken('escapes twice over', FORM, `${nameless}&organisation=%253Cb%253E`, '%3Cb%3E'),
  taken('a name escaped in full', FORM, `${nameless}&%6f%72ganisation=Yayasan`, 'Yayasan'),
  taken('5,000 fields of no question', FORM, `${'x=1&'.repeat(5000)}${complete}`),
  taken(
    '5,000 fields of different names',
    FORM,
    `${Array.from({ length: 5000 }, (_, i) => `x${i}=1&`).join('')}${complete}`,
  ),
  taken('a name of 100 kB', FORM, `${'x'.repeat(100_000)}=1&${complete}`),
  taken('50 kB of names that every object knows', FORM, `${'__proto__[x]=1&'.repeat(3500)}${complete}`),
  taken('as much as can be', FORM, ofSize(MOST)),
  { title: 'one byte more', type: FORM, body: ofSize(MOST + 1), status: 413 },
  { title: 'ten times as much', type: FORM, body: ofSize(10 * MOST), status: 413 },
  {
    title: 'one byte more, said before',
    type: FORM,
    body: ofSize(MOST + 1),
    status: 413,
    headers: { 'Content-Length': String(MOST + 1) },
  },
  {
    title: 'too much in pieces',
    type: FORM,
    body: ofSize(MOST + 1),
    status: 413,
    headers: { 'Transfer-Encoding': 'chunked', 'Content-Length': '1' },
  },
  { title: 'too much of a type that is not taken', type: 'text/plain', body: ofSize(MOST + 1), status: 413 },
]

const multipart: readonly BodyCase[] = [
  unreadable('multipart without boundary', 'multipart/form-data', answered + END),
  unreadable('multipart of an empty boundary', 'multipart/form-data; boundary=', answered + END),
  unreadable('multipart of another boundary', 'multipart/form-data; boundary=c', answered + END),
  unreadable('multipart that ends in the middle', MULTIPART, answered),
  unreadable('multipart that is something else', MULTIPART, complete),
  unreadable('multipart without anything', MULTIPART, ''),
  unreadable('a part without name', MULTIPART, part('Content-Disposition: form-data', 'x') + END),
  unreadable('a part without head', MULTIPART, `--b\r\n\r\nx\r\n${END}`),
  unreadable('a part that is an attachment', MULTIPART, part('Content-Disposition: attachment', 'x') + END),
  taken('multipart', MULTIPART, answered + END),
  taken(
    'multipart with 1,000 parts more',
    MULTIPART,
    Array.from({ length: 1000 }, (_, i) => field(`x${i}`, 'x')).join('') + answered + END,
  ),
  taken('a multipart in a multipart', MULTIPART, answered + nested(1) + END),
  taken('50 multiparts in each other', MULTIPART, answered + nested(50) + END),
  taken('a part of 100 kB', MULTIPART, answered + field('x', 'x'.repeat(100_000)) + END),
  taken(
    'a head of 50 kB',
    MULTIPART,
    answered + part(`Content-Disposition: form-data; name="x"\r\nX-A: ${'x'.repeat(50_000)}`, 'x') + END,
  ),
  taken('a name of 50 kB in a part', MULTIPART, answered + field('x'.repeat(50_000), 'x') + END),
  taken(
    'a file that nobody asked for',
    MULTIPART,
    answered + part('Content-Disposition: form-data; name="x"; filename="../../../etc/passwd"', 'x') + END,
  ),
  taken(
    'a file beside an answer',
    MULTIPART,
    answered + part('Content-Disposition: form-data; name="organisation"; filename="a.html"', '<b>') + END,
  ),
  incomplete(
    'a file in place of an answer',
    MULTIPART,
    unnamed + part('Content-Disposition: form-data; name="organisation"; filename="a.txt"', 'Yayasan') + END,
  ),
  taken(
    'an answer that says it is a file without name',
    MULTIPART,
    `${unnamed}${part('Content-Disposition: form-data; name="organisation"; filename=""', 'Yayasan')}${END}`,
    'Yayasan',
  ),
  taken(
    'a part that says it is base64',
    MULTIPART,
    `${unnamed}${part('Content-Disposition: form-data; name="organisation"\r\nContent-Transfer-Encoding: base64', 'WWF5YXNhbg==')}${END}`,
    'WWF5YXNhbg==',
  ),
  taken(
    'a part with markup',
    MULTIPART,
    unnamed + field('organisation', '<b>Yayasan</b>') + END,
    '<b>Yayasan</b>',
  ),
  taken(
    'a part with line ends',
    MULTIPART,
    unnamed + field('organisation', 'Yayasan\r\n\r\nContoh') + END,
    'Yayasan Contoh',
  ),
  taken('a part with NUL', MULTIPART, unnamed + field('organisation', 'Yaya\0san') + END, 'Yayasan'),
  taken(
    'a part that is no text',
    MULTIPART,
    new Uint8Array([
      ...new TextEncoder().encode(
        `${unnamed}--b\r\nContent-Disposition: form-data; name="organisation"\r\n\r\nYayasan`,
      ),
      0xff,
      ...new TextEncoder().encode(`\r\n${END}`),
    ]),
    'Yayasan\ufffd',
  ),
  taken('a repeated part, the first one counts', MULTIPART, answered + field('organisation', 'Kedua') + END),
  taken('words behind the end', MULTIPART, `${answered}${END}<script>alert(1)</script>`),
]

export const bodies: readonly BodyCase[] = [...types, ...encodings, ...multipart]
