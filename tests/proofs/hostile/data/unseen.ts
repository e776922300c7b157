// What nobody sees, turns the direction of writing, cannot be read, or is very long.
import type { TextCase } from './case.ts'

const kept = (title: string, typed: string, both: string): TextCase => ({
  title,
  typed,
  line: both,
  lines: both,
})

/** What is left is shaped like a name. */
const named = (title: string, typed: string, both: string): TextCase => ({
  ...kept(title, typed, both),
  isName: true,
})

const unseen: readonly TextCase[] = [
  kept('a bidi override', 'Yayasan \u202egnp.exe', 'Yayasan gnp.exe'),
  named('an override that ends itself', '\u202dYayasan\u202c Contoh', 'Yayasan Contoh'),
  named('bidi isolates', '\u2066Yayasan\u2069 \u2067Contoh\u2069 \u2068x\u2069', 'Yayasan Contoh x'),
  named('marks of direction', 'Yayasan\u200e\u200f\u061c Contoh', 'Yayasan Contoh'),
  named('a space without width', 'Yaya\u200bsan Contoh', 'Yayasan Contoh'),
  named('a word joiner', 'Yaya\u2060san Contoh', 'Yayasan Contoh'),
  named('a byte order mark', '\ufeffYaya\ufeffsan Contoh', 'Yayasan Contoh'),
  named('a soft hyphen', 'Yaya\u00adsan Contoh', 'Yayasan Contoh'),
  named('invisible operators', 'Yaya\u2061\u2062\u2063\u2064san', 'Yayasan'),
  named('formatting that is no longer used', 'Yaya\u206a\u206b\u206c\u206d\u206e\u206fsan', 'Yayasan'),
  named('a Mongolian vowel separator', 'Yaya\u180esan', 'Yayasan'),
  named('annotations between lines', 'Yaya\ufff9\ufffa\ufffbsan', 'Yayasan'),
  named('tags that spell a hidden text', 'Yayasan\u{e0001}\u{e0068}\u{e0061}\u{e0069}', 'Yayasan'),
  named('selectors that carry a hidden text', 'Yayasan\u{e0100}\u{e0101}\u{e01ef}', 'Yayasan'),
  named('a joiner of graphemes', 'Yaya\u034fsan', 'Yayasan'),
  named('letters that are only blank', 'Yayasan\u3164\u115f\u1160\uffa0', 'Yayasan'),
  kept('nothing but spaces without width', '\u200b\u200b', ''),
  kept('nothing but joiners', '\u200d\u200c', ''),
  kept('nothing but a blank letter', '\u3164', ''),
  kept('nothing but selectors', '\ufe0f', ''),
  kept('nothing but white space', ' \u00a0\u2003\u3000\t\r\n', ''),
  kept(
    'an emoji of several people',
    'Keluarga 👩\u200d🌾👨\u200d👩\u200d👧',
    'Keluarga 👩\u200d🌾👨\u200d👩\u200d👧',
  ),
  kept('an emoji with its selector', 'Cinta ❤\ufe0f desa', 'Cinta ❤\ufe0f desa'),
  kept('a script that needs its joiners', 'क्\u200dष می\u200cخواهم', 'क्\u200dष می\u200cخواهم'),
  kept('Arabic, which is written from right to left', 'مؤسسة المثال', 'مؤسسة المثال'),
  kept(
    'letters under many marks',
    `Y${'\u0321\u0336'.repeat(20)}ayasan`,
    `Y${'\u0336'.repeat(20)}${'\u0321'.repeat(20)}ayasan`,
  ),
]

const unreadable: readonly TextCase[] = [
  named('NUL', 'Yayasan\0 Contoh\0', 'Yayasan Contoh'),
  kept('nothing but NUL', '\0\0', ''),
  named('control characters', 'Ya\u0001\u0007\b\u000b\f\u001f\u007fya\u0080\u009fsan', 'Yayasan'),
  kept('orders to a terminal', '\u001b[2J\u001b]0;x\u0007Yayasan', '[2J]0;xYayasan'),
  named('characters that are none', 'Yaya\uffff\ufdd0\u{1fffe}san', 'Yayasan'),
  kept('half a character', 'Yaya\ud800san', 'Yaya\ufffdsan'),
  kept('a character of nobody', 'Yaya\ue000san', 'Yaya\ue000san'),
]

const long: readonly TextCase[] = [
  { title: '10,000 letters', typed: 'a'.repeat(10_000) },
  { title: '10,000 opening brackets', typed: '<'.repeat(10_000) },
  { title: '10,000 ampersands', typed: '&'.repeat(10_000) },
  { title: '5,000 quotes', typed: `"'`.repeat(2500) },
  { title: '5,001 letters', typed: 'a'.repeat(5001) },
  { title: '1,001 letters', typed: 'a'.repeat(1001) },
  { title: '201 characters beyond the first plane', typed: '🙂'.repeat(201) },
  { title: '100 characters beyond the first plane', typed: '🙂'.repeat(100) },
  { title: '10,000 marks over one letter', typed: `x${'\u0301'.repeat(10_000)}` },
  {
    title: '10,000 line ends around one letter',
    typed: `${'\r\n'.repeat(5000)}x${'\n'.repeat(5000)}`,
    line: 'x',
    lines: 'x',
  },
  {
    title: '10,000 spaces around one letter',
    typed: `${' '.repeat(5000)}x${' '.repeat(5000)}`,
    line: 'x',
    lines: 'x',
  },
  { title: '10,000 spaces without width', typed: '\u200b'.repeat(10_000), line: '', lines: '' },
  {
    title: 'a character that grows by normalising',
    typed: '\ufb2c'.repeat(70),
    line: '\u05e9\u05bc\u05c1'.repeat(70),
    lines: '\u05e9\u05bc\u05c1'.repeat(70),
  },
  { title: 'a word that Unicode spells with 18 letters', typed: 'ﷺ'.repeat(90) },
]

export const unseenTexts: readonly TextCase[] = [...unseen, ...unreadable, ...long]
