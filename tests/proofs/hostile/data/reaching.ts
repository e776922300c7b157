// What would reach people through a mail: addresses, telephone numbers, headers, and names that may stand there.
import type { TextCase } from './case.ts'

const headers: readonly TextCase[] = [
  {
    title: 'a second header behind CRLF',
    typed: 'Yayasan\r\nBcc: korban@evil.example',
    line: 'Yayasan Bcc: korban@evil.example',
    lines: 'Yayasan\nBcc: korban@evil.example',
  },
  {
    title: 'a second header behind LF',
    typed: 'Yayasan\nCc: korban@evil.example',
    line: 'Yayasan Cc: korban@evil.example',
  },
  {
    title: 'a second header behind CR',
    typed: 'Yayasan\rReply-To: korban@evil.example',
    line: 'Yayasan Reply-To: korban@evil.example',
    lines: 'Yayasan\nReply-To: korban@evil.example',
  },
  {
    title: 'a second header behind a line separator',
    typed: 'Yayasan\u2028Subject: Menang',
    line: 'Yayasan Subject: Menang',
    lines: 'Yayasan\nSubject: Menang',
  },
  {
    title: 'a second header behind a next-line character',
    typed: 'Yayasan \u0085Subject: Menang',
    line: 'Yayasan Subject: Menang',
    lines: 'Yayasan Subject: Menang',
  },
  {
    title: 'a body of their own',
    typed: 'Yayasan\r\nContent-Type: text/html\r\n\r\n<b>Menang!</b>',
    line: 'Yayasan Content-Type: text/html <b>Menang!</b>',
    lines: 'Yayasan\nContent-Type: text/html\n\n<b>Menang!</b>',
  },
  {
    title: 'the end of the mail and another one',
    typed: 'Yayasan\r\n.\r\nMAIL FROM:<x@evil.example>\r\nRCPT TO:<korban@evil.example>',
    line: 'Yayasan . MAIL FROM:<x@evil.example> RCPT TO:<korban@evil.example>',
    lines: 'Yayasan\n.\nMAIL FROM:<x@evil.example>\nRCPT TO:<korban@evil.example>',
  },
  { title: 'an encoded word with a line end', typed: '=?UTF-8?Q?=0D=0ABcc:_korban=40evil.example?=' },
  { title: 'letters that end in CR and LF when cut to a byte', typed: 'Yayasan嘊嘍Bcc: korban' },
  { title: 'a display name and an address', typed: '"Koordinator" <koordinator@evil.example>' },
]

const addresses: readonly TextCase[] = [
  { title: 'an address of a page', typed: 'Masuk di https://evil.example/masuk' },
  { title: 'a page without its scheme', typed: 'Hadiah di evil.example/hadiah' },
  { title: 'a short link', typed: 'klik bit.ly/hadiah' },
  { title: 'a page by its habit', typed: 'www evil' },
  { title: 'two slashes', typed: 'Yayasan //evil' },
  { title: 'a page by number', typed: 'Yayasan 10.20.30.40' },
  { title: 'a page with a dot of full width', typed: 'evil．example' },
  { title: 'a page with an ideographic dot', typed: 'evil。example' },
  { title: 'a page in letters that only look Latin', typed: 'Yayas\u0430n \u0435vil' },
  { title: 'a mail address', typed: 'Tulis ke x@evil.example' },
  { title: 'a telephone number', typed: 'Hubungi 0812 3456 7890' },
  { title: 'a telephone number in brackets and dashes', typed: 'Hubungi (0812)-3456-7890' },
  { title: 'a telephone number with apostrophes', typed: "Hubungi 0812'3456'7890" },
  { title: 'a telephone number with curly apostrophes', typed: 'Hubungi 0812’3456’7890' },
  { title: 'a telephone number with ampersands', typed: 'Hubungi 0812&345&678&90' },
  { title: 'a telephone number in Arabic digits', typed: 'Hubungi ٠٨١٢٣٤٥٦٧٨٩٠' },
  { title: 'a sentence that calls', typed: 'Selamat! Anda menang 5 juta' },
  { title: 'a text too long for a name', typed: 'Yayasan Contoh Lestari '.repeat(4).trim() },
]

const names: readonly TextCase[] = [
  { title: 'a plain name', typed: 'Yayasan Contoh Melati', isName: true },
  { title: 'a name with marks', typed: 'Sanggar Ma’arif & Mitra (FWD), P.K.K. 05/06', isName: true },
  { title: 'a name of Latin letters with accents', typed: 'Fundación Ñandú', isName: true },
  { title: 'a name that looks like an entity', typed: 'Yayasan & lt Mitra', isName: true },
  {
    title: 'a name with a line end inside',
    typed: 'Yayasan\r\nContoh',
    line: 'Yayasan Contoh',
    lines: 'Yayasan\nContoh',
    isName: true,
  },
  {
    title: 'a name written with marks apart from their letters',
    typed: 'Yayasan E\u0301toile',
    line: 'Yayasan Étoile',
    lines: 'Yayasan Étoile',
    isName: true,
  },
]

export const reaching: readonly TextCase[] = [...headers, ...addresses, ...names]
