// Words of the page that shares a round in English.
import type { idShareRound } from './round-share.id.ts'

export const enShareRound: typeof idShareRound = {
  title: (title) => `Share ${title}`,
  early: (moment) => `The form can be filled in from ${moment}.`,
  closed: 'This round is closed: whoever opens the link reads that the form takes no answers.',
  language: {
    title: 'The language that is shared',
    now: {
      id: 'All on this page is for the form in Indonesian.',
      en: 'All on this page is for the form in English.',
    },
    other: { id: 'Share in Indonesian', en: 'Share in English' },
  },
  link: { title: 'Link', label: 'Address of the form', open: 'Open the form' },
  qr: {
    title: 'QR code',
    alt: (address) => `QR code to ${address}`,
    text: 'In front of a phone’s camera, this code opens the form. Keep it, and put it into letters, slides or prints.',
    svg: 'Save as SVG (for printers)',
    png: 'Save as PNG (for Word and WhatsApp)',
    poster: 'Poster to print',
  },
  whatsapp: {
    title: 'Send by WhatsApp',
    label: 'Text for WhatsApp',
    hint: 'Change it as you like. WhatsApp then asks to whom this text goes.',
    button: 'Send by WhatsApp',
    text: (network, title, address) =>
      `Hello! ${network} asks your organisation to fill in “${title}”.\n\n${address}`,
    textUntil: (network, title, closes, address) =>
      `Hello! ${network} asks your organisation to fill in “${title}”, by ${closes} at the latest.\n\n${address}`,
    tail: 'It can be filled in on a phone, without an account.',
  },
  embed: {
    title: 'Put it into another page',
    label: 'Code for a web page',
    hint: 'Copy this code into a page of your site. The link below the frame belongs to it: the way out for whoever cannot see frames. The last line lets the frame grow with the form. If your site refuses that line, the form can be filled in all the same.',
    wayOut: 'Open the form in a new page',
    preview: 'Preview',
    frame: (title) => `Form: ${title}`,
    nobody: 'This form may not stand in other pages.',
    listed: (sites) => `Only these sites may show it: ${sites}.`,
    change: 'Change who may show it',
  },
  poster: {
    title: (title) => `Poster for ${title}`,
    print: 'Print this page with Ctrl+P (on a Mac: ⌘P). Only the poster is printed, on one A4 sheet.',
    back: 'Back to the page for sharing',
    how: 'Point a phone’s camera at this code, or type the address below into a browser.',
    opens: (moment) => `Opens ${moment}`,
    closes: (moment) => `Until ${moment}`,
    closed: (moment) => `Closed ${moment}`,
    contact: (address) => `Questions: ${address}`,
  },
}
