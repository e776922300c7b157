// What people read in English where a form stands in a frame of another site.
import type { idEmbed } from './embed.id.ts'

export const enEmbed: typeof idEmbed = {
  full: 'Open on a page of its own',
  leaving: 'Links marked ↗ open a new page.',
  noScript: 'If the send button does nothing here, open the form on a page of its own.',
  refused: {
    title: 'This form cannot be shown here',
    text: 'The owner of this form does not allow it to be shown inside this site. It can still be filled in on its own page.',
    open: 'Open the form',
  },
  sent: {
    receipt: 'Open the receipt',
    receiptHint:
      'There you find a copy of the answers, the way to correct them, and the report if this form gives one. Keep its address, and share it only with those who need it:',
    another: 'Fill in for another organisation',
  },
  demo: {
    title: 'Forms on another site',
    intro:
      'This page plays another site, and is there in local copies only. Below, the same form is shown in every way there is.',
    none: 'No open form may be shown on any site.',
    link: 'A link',
    bare: 'A frame alone',
    bareText: 'Without a script on this site. Its height is fixed, and what it shows scrolls within.',
    script: 'A frame with the script',
    scriptText: 'It is as high as the form.',
    named: 'A link that the script replaces',
    namedText: 'The script puts a frame above this link. Without the script the link is still there.',
    oembed: 'oEmbed in WordPress',
    oembedText:
      'WordPress puts the form into a sandbox without an origin: no storage, no new window, no usual sending.',
    wayOut: 'Open the form on a new page',
  },
  conflictAgain:
    'What you filled in last is still below and not yet sent. To correct the earlier answers, open their receipt. For another organisation, press Send.',
  lost: {
    sending: 'Sending …',
    waiting:
      'There is no connection. Your answers have not been sent, but they are still on this page. We keep trying; leave this page open.',
    busy: 'The service is busy. Your answers have not been sent, but they are still on this page. We try again in a moment; leave this page open.',
    again: 'Try again now',
    copy: 'Your answers as text',
    copyHint:
      'Copy this text if you are about to close the page, because answers are not kept on this device.',
    full: 'You can also fill in the form on a page of its own. What you typed here does not go along.',
    open: 'No new page can be opened from here. Copy this address:',
  },
}
