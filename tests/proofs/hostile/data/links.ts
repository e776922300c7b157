// Links as somebody tries them who holds good ones, or a dump, or nothing at all.
import type { Hand, LinkCase } from './case.ts'

const tried = (title: string, path: LinkCase['path']): LinkCase => ({ title, path, status: 404 })

const idOf = (link: string): string => link.split('.')[0] ?? ''
const signatureOf = (link: string): string => link.split('.')[1] ?? ''
const swapped = (text: string): string =>
  text.replace(/[a-zA-Z]/g, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  )
const escaped = (text: string): string =>
  Array.from(text, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`).join('')

/** The same tricks for receipts and reports. */
const tricks = (
  kind: string,
  letter: string,
  good: (hand: Hand) => string,
  other: (hand: Hand) => string,
): readonly LinkCase[] => [
  tried(
    `${kind}: the signature of another one`,
    (hand) => `/${letter}/${idOf(good(hand))}.${signatureOf(other(hand))}`,
  ),
  tried(
    `${kind}: the id of another one`,
    (hand) => `/${letter}/${idOf(other(hand))}.${signatureOf(good(hand))}`,
  ),
  tried(`${kind}: without signature`, (hand) => `/${letter}/${idOf(good(hand))}`),
  tried(`${kind}: with an empty signature`, (hand) => `/${letter}/${idOf(good(hand))}.`),
  tried(`${kind}: with the name of the key alone`, (hand) => `/${letter}/${idOf(good(hand))}.a`),
  tried(`${kind}: without id`, (hand) => `/${letter}/.${signatureOf(good(hand))}`),
  tried(`${kind}: signed with nothing`, (hand) => `/${letter}/${idOf(good(hand))}.a${'A'.repeat(22)}`),
  tried(
    `${kind}: of another key`,
    (hand) => `/${letter}/${idOf(good(hand))}.b${signatureOf(good(hand)).slice(1)}`,
  ),
  tried(
    `${kind}: of a key in capitals`,
    (hand) => `/${letter}/${idOf(good(hand))}.A${signatureOf(good(hand)).slice(1)}`,
  ),
  tried(`${kind}: a letter short`, (hand) => `/${letter}/${good(hand).slice(0, -1)}`),
  tried(`${kind}: the first letter short`, (hand) => `/${letter}/${good(hand).slice(1)}`),
  tried(`${kind}: a letter long`, (hand) => `/${letter}/${good(hand)}A`),
  tried(`${kind}: padded`, (hand) => `/${letter}/${good(hand)}==`),
  tried(`${kind}: with a dot behind`, (hand) => `/${letter}/${good(hand)}.`),
  tried(`${kind}: with a third part`, (hand) => `/${letter}/${good(hand)}.${signatureOf(good(hand))}`),
  tried(`${kind}: without its dot`, (hand) => `/${letter}/${good(hand).replace('.', '')}`),
  tried(`${kind}: with another dot`, (hand) => `/${letter}/${good(hand).replace('.', '%E3%80%82')}`),
  tried(`${kind}: in small letters`, (hand) => `/${letter}/${good(hand).toLowerCase()}`),
  tried(`${kind}: in capitals`, (hand) => `/${letter}/${good(hand).toUpperCase()}`),
  tried(`${kind}: with its case turned round`, (hand) => `/${letter}/${swapped(good(hand))}`),
  tried(`${kind}: with a space behind`, (hand) => `/${letter}/${good(hand)}%20`),
  tried(`${kind}: with a line end behind`, (hand) => `/${letter}/${good(hand)}%0a`),
  tried(`${kind}: with NUL behind`, (hand) => `/${letter}/${good(hand)}%00`),
  tried(`${kind}: with a slash behind`, (hand) => `/${letter}/${good(hand)}/`),
  tried(`${kind}: with a parameter behind`, (hand) => `/${letter}/${good(hand)};x`),
  tried(`${kind}: escaped twice over`, (hand) => `/${letter}/${good(hand).replace('.', '%252E')}`),
  tried(`${kind}: with a character nobody sees`, (hand) => `/${letter}/${good(hand)}%E2%80%8B`),
  tried(`${kind}: with its letter in capitals`, (hand) => `/${letter.toUpperCase()}/${good(hand)}`),
  // The same address in another spelling (RFC 3986 §6.2.2.2), as some mail programs write it: it tells nobody more.
  {
    title: `${kind}: escaped letter by letter`,
    path: (hand) => `/${letter}/${escaped(good(hand))}`,
    status: 200,
  },
]

export const links: readonly LinkCase[] = [
  ...tricks(
    'a receipt',
    's',
    (hand) => hand.receipt,
    (hand) => hand.otherReceipt,
  ),
  ...tricks(
    'a report',
    'r',
    (hand) => hand.report,
    (hand) => hand.otherReport,
  ),
  tried('a receipt as a report', (hand) => `/r/${hand.receipt}`),
  tried('a report as a receipt', (hand) => `/s/${hand.report}`),
  tried('a report signed like its receipt', (hand) => `/r/${idOf(hand.report)}.${signatureOf(hand.receipt)}`),
  tried('a receipt signed like its report', (hand) => `/s/${idOf(hand.receipt)}.${signatureOf(hand.report)}`),
  tried('a receipt by way of the reports', (hand) => `/s/../r/${hand.receipt}`),
  tried('a receipt as a form', (hand) => `/f/${hand.receipt}`),
  tried('a receipt in the query', (hand) => `/s/?link=${hand.receipt}`),
  tried('a receipt behind another one', (hand) => `/s/${hand.otherReceipt},${hand.receipt}`),
  tried('the number of a submission', (hand) => `/s/${hand.submission}`),
  tried('the number of a submission, signed', (hand) => `/s/${hand.submission}.${signatureOf(hand.receipt)}`),
  tried('the code of a submission', (hand) => `/s/${hand.reference}`),
  tried('the code of a submission, signed', (hand) => `/s/${hand.reference}.${signatureOf(hand.receipt)}`),
  tried('SQL', () => `/s/'%20or%20'1'='1`),
  tried('SQL, signed', (hand) => `/s/'%20or%20'1'='1.${signatureOf(hand.receipt)}`),
  tried('markup', () => '/s/<script>alert(1)</script>.x'),
  tried('what every object has', () => '/s/__proto__.constructor'),
  tried('a dot', () => '/r/x.'),
  tried('10,000 letters', () => `/s/${'A'.repeat(5000)}.${'A'.repeat(5000)}`),
  tried('10,000 dots', () => `/r/${'.'.repeat(10_000)}x`),
  tried('bytes that begin nothing', () => '/r/%ff%fe.%ff'),
  tried('an id of zeros', (hand) => `/s/${'A'.repeat(22)}.${signatureOf(hand.receipt)}`),
]
