// What is said in English where somebody sends too much or too fast, and of answers that a person looks at first.
import type { idLimits } from './limit.id.ts'

export const enLimits: typeof idLimits = {
  busy: {
    title: 'Wait a moment, then try again',
    text: 'Too many requests came at once from your internet connection. Your answers have not been sent, but they are still on this page.',
    again: (seconds) => `Wait ${seconds} seconds, then try again.`,
    button: 'Try again',
  },
  page: {
    title: 'Wait a moment',
    text: (seconds) =>
      `Too many requests came at once from your internet connection. Wait ${seconds} seconds, then reload this page.`,
    posted: (seconds) =>
      `Too many requests came at once from your internet connection. Nothing has been sent yet. Wait ${seconds} seconds, go back to the page before, and try again: what you filled in is still there.`,
  },
  trap: 'Leave this empty',
  receipt: {
    held: 'The network’s coordinator looks at these answers first, because what is sent like this sometimes comes from a machine. You do not need to send them again. Your answers are stored, and count once the coordinator agrees.',
    mail: (address) =>
      `The receipt is mailed to ${address} after that. Keep the address of this page, because until then the receipt can only be opened from here.`,
    aside:
      'The network’s coordinator has looked at these answers and does not use them. They stay stored, but do not count and can no longer be corrected. If you think that is a mistake, contact the network and mention your code.',
  },
  held: {
    why: {
      second: 'This organisation had already answered the same form.',
      trap: 'A field that people do not see was filled in. Usually a machine does that.',
      haste: 'The form was sent within two seconds of being opened. People usually need longer.',
    },
    mails: 'No e-mail has been sent for these answers yet. It is sent once they count.',
    read: (reference) => `Read and decide ${reference}`,
    title: (organisation) => `Do the answers of ${organisation} count?`,
    answers: 'What they say',
    which: 'Do these answers count?',
    choices: {
      held: { name: 'They count.', about: 'They count from now on, and their e-mails are sent.' },
      counting: { name: 'They do not count.', about: 'They are kept, but not used.' },
    },
    done: 'The held answers are kept, but not used.',
    short: 'Held: waits for a coordinator’s decision',
  },
}
