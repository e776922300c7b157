// What people read of half-filled answers, in English.
import type { idDrafts } from './id-drafts.ts'

export const enDrafts: typeof idDrafts = {
  save: 'Save for now',
  title: 'Your answers are saved, but not sent yet',
  unnamed: 'The name of the organisation is not filled in yet',
  savedAt: (moment) => `Last saved ${moment}.`,
  justSaved: (moment) => `Saved ${moment}.`,
  go: 'Go on filling in',
  closes: (moment) => `The form can be sent until ${moment}.`,
  link: {
    title: 'Go on later, from another phone too',
    label: 'Link to go on',
    hint: 'Keep this link. You need no account and no password.',
    until: (day) => `This link and the answers are kept until ${day}, then deleted.`,
    holder: 'Whoever has this link can read, change and send these answers.',
  },
  whatsapp: 'Send the link by WhatsApp',
  whatsappText: (round, day) => `Go on filling in “${round}”, by ${day} at the latest:`,
  mail: {
    label: 'Send the link by e-mail',
    hint: 'To your own address, for example.',
    button: 'Send the link',
    sent: 'The link is on its way to that address. If it is not in the inbox, look in the spam folder. If the mails of today are used up, it arrives tomorrow; keep the link below too.',
    tooMany:
      'This link was mailed too often, or the mail before is still on its way. Copy the link below, or send it by WhatsApp.',
  },
  delete: {
    open: 'Delete these answers',
    title: 'Delete these answers?',
    text: 'Everything filled in will be gone for good. The link will open nothing any more, on any phone.',
    button: 'Yes, delete',
    keep: 'Do not delete',
    doneTitle: 'The answers are deleted',
    done: 'Nothing of them is kept any more.',
    anew: 'Begin anew',
  },
  gone: {
    title: 'These answers are no longer there',
    text: 'Whoever has their link deleted them, or their time ran out.',
  },
  closed: {
    title: 'This form is closed, and these answers were not sent',
    text: 'No more answers are taken. What was filled in can still be read below.',
  },
  sent: {
    title: 'These answers were sent',
    text: (reference) => `We received the answers, with the code ${reference}.`,
    receipt: 'Open the receipt',
  },
  newer: {
    title: (time) => `There are newer answers, saved ${time}`,
    text: 'These answers are also open on another phone or page, and were saved there after you opened them. What you filled in here is still below and not saved. Choose one:',
    load: 'Load the newer answers',
    keep: 'Use the answers on this page',
  },
  withdrawn: {
    title: 'These answers were deleted from another phone or page',
    text: 'What you filled in is still below, but neither saved nor sent. You can save it again as new answers, or send it at once.',
  },
  busy: {
    title: 'Not saved: too fast one after another',
    text: 'What you filled in is still below. Wait a few seconds, then press “Save for now” again.',
  },
  renewed: {
    title: 'This form has changed since you began',
    kept: 'Your answers are still accepted with the earlier questions; nothing is lost.',
    added: 'New questions:',
    changed: 'Questions in other words:',
    removed: 'Not asked any more:',
    use: 'Go on with the new form',
    using: 'This is the new form. Look at these questions.',
    unasked: 'Your answers to questions that are not asked any more will not be sent:',
  },
  kept: {
    saved: (moment) => `Saved ${moment}.`,
    link: 'Link to go on, from another phone too',
    offline:
      'No signal. Your answers are safe on this phone and will be saved on the server once it is back.',
    page: 'No signal, and this browser cannot keep your answers. Do not close this page until it is back.',
    waiting:
      'Not sent yet, as there is no signal. The answers are sent by themselves, once, when it is back.',
    newer: (moment) => `There are newer answers, saved ${moment}. Those on this page are not saved.`,
    sent: 'These answers were sent, from this page or another phone. Changes are not saved any more.',
    gone: 'These answers were deleted, or the form is closed. Changes are not saved any more.',
    found: 'There are answers on this phone that were not sent',
    go: (title) => `Go on: ${title}`,
    sendNow: (title) => `Send now: ${title}`,
    failed: (title) => `Not taken, go on and check again: ${title}. `,
    done: (title) => `Sent: ${title}`,
    delete: (title) => `Delete: ${title}`,
    anew: 'Begin anew',
    toFile: 'Save to a file',
    fromFile: 'Load from a file',
    noFile: 'That file holds no answers saved from here.',
    unnamed: 'Without a name',
  },
  mails: {
    resume: {
      subject: (round) => `Go on filling in: ${round}`,
      heading: 'The link to go on with your answers',
      text: 'Open this link on any phone or computer to go on. Your answers are not sent yet.',
    },
    closing: {
      subject: (round) => `Closing soon and not sent yet: ${round}`,
      heading: 'Your answers are not sent yet',
      text: (moment) =>
        `This form closes ${moment}. Open the link below, complete your answers, then send them.`,
    },
    open: 'Go on filling in',
    until: (day) => `This link works until ${day}. Share it only with those who help to fill in.`,
  },
}
