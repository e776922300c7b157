// Everything people read in English, apart from forms and networks, whose words are data.
import type { Words } from './id.ts'

const writing: Words['writing'] = {
  tag: 'en-GB',
  decimal: '.',
  time: (hour, minute) => `${hour}:${minute}`,
}

const problems: Words['problems'] = {
  missing: {
    text: (name) => `${name}: fill in this part.`,
    textOr: (name, other) => `${name}: fill in this part, or fill in “${other}”.`,
    choice: (name) => `${name}: choose one.`,
    choices: (name) => `${name}: choose at least one.`,
    level: (name, lowest, highest) => `${name}: choose one level, from ${lowest} to ${highest}.`,
  },
  tooLong: (name, max, over) => `${name}: at most ${max} characters. Shorten it by ${over}.`,
  notEmail: (name) => `${name}: write the whole e-mail address, for example name@example.org.`,
  notPhone: (name) => `${name}: write an Indonesian telephone number, for example 0812 3456 7890.`,
  notWhole: (name) => `${name}: write a whole number in digits only, for example 12.`,
  outside: (name, min, max) => `${name}: write a number from ${min} to ${max}.`,
  notDate: (name) =>
    `${name}: write a date that is in the calendar, as day, month, year, for example 31/12/2026.`,
  future: (name) => `${name}: write today’s date or an earlier one.`,
  notOffered: (name) => `${name}: choose one of the answers in the list.`,
}

const page: Words['page'] = {
  language: 'English',
  skip: 'Skip to the content',
  errorTitle: (title) => `To be corrected: ${title}`,
  optional: '(optional)',
  required: 'Fill in every part. Those marked “optional” may be left empty.',
  onlyIf: (name, choices) => `Only if the answer to “${name}” is: ${choices}.`,
  onlyIfAnswered: (name) => `Only if “${name}” is filled in.`,
  onlyIfEmpty: (name) => `Only if “${name}” is left empty.`,
  neededIf: (name, choices) => `Needed if the answer to “${name}” is: ${choices}.`,
  neededIfAnswered: (name) => `Needed if “${name}” is filled in.`,
  neededIfEmpty: (name) => `Needed if “${name}” is left empty.`,
  or: 'or',
  choose: 'Choose…',
  level: (level) => `Level ${level}`,
  evidence: 'Evidence for the chosen level',
  evidenceExamples: (examples, level) =>
    `For example: ${examples}. It is best to name evidence if you choose level ${level} or above.`,
  privacy: 'Your data',
  privacyLink: 'How your data are used',
  period: (from, to) => `Assess the time from ${from} to ${to}.`,
  aboutInstrument: 'About this assessment',
  send: 'Send',
  footer: 'This page uses no cookies and does not track you.',
  summary: (count) => (count === '1' ? 'One part needs correcting' : `${count} parts need correcting`),
  summaryHint:
    'Your answers have not been sent, but everything you filled in is still below. Correct the following parts, then send again.',
  opens: (moment) => `Open from ${moment}.`,
  closes: (moment) => `Open until ${moment}.`,
  home: {
    networks: 'Networks on Simpul',
    rounds: 'Forms that are open now',
    none: 'No form is open at the moment.',
    contact: (address) => `Contact the network: ${address}`,
  },
  early: {
    title: 'This form is not open yet',
    text: (moment) => `This form can be filled in from ${moment}. Please come back after that.`,
  },
  closed: {
    title: 'This form is closed',
    text: (moment) => `This form closed on ${moment}.`,
    contact: (address) => `If you still want to send answers, send an e-mail to the network: ${address}`,
    kept: 'We cannot accept the answers you just sent, but they are still below. Copy them if you still need them.',
  },
  conflict: {
    title: 'This form was sent before',
    text: (reference) =>
      `Other answers were sent from this page already, with the code ${reference}. They are safe and unchanged.`,
    receipt: 'See the receipt of those answers',
    again:
      'What you filled in last is still below and not yet sent. At the end, choose: send it as a correction of those answers, or send it for another organisation.',
    asCorrection: 'Send as a correction',
    asAnother: 'Send for another organisation',
  },
  check: {
    button: 'Check first',
    title: 'Check your answers',
    intro:
      'Your answers have not been sent yet. Read them once more. If they are right, press the send button at the end.',
    empty: 'not filled in',
    change: 'Change',
    back: 'Back to the check',
  },
  correction: {
    title: 'Correct your answers',
    text: (reference) =>
      `You are correcting the answers with the code ${reference}. The earlier answers are kept.`,
    report: 'After you send the correction, the report is made anew.',
    send: 'Send the correction',
    back: 'Back to the receipt',
  },
  receipt: {
    title: 'Thank you, we have received your answers',
    heldTitle: 'We have received your answers, but they do not count yet',
    reference: 'Your code',
    referenceHint: 'Write this code down. Mention it when you contact the network about these answers.',
    sent: (moment) => `Received ${moment}.`,
    late: 'These answers arrived after the form had closed. We still accept them because they were started before that.',
    next: 'What happens next',
    held: 'We have already received answers for this organisation. For now, the first ones count. Your answers stay stored. If yours are the ones to use, contact the network and mention your code. The network’s coordinator decides which ones are used.',
    mail: {
      waiting: (address) => `The receipt is being sent to ${address}.`,
      handed: (address) =>
        `The receipt was sent to ${address}. If it is not in your inbox, look in the spam folder.`,
      failed: (address) =>
        `The receipt could not be sent to ${address}. Keep the address of this page so that you can open the receipt again. If that e-mail address is wrong, contact the network and mention your code.`,
      delayed: (address, moment) =>
        `The receipt can be sent to ${address} only from ${moment}, because today’s allowance of e-mails is used up. Keep the address of this page.`,
      none: 'You gave no e-mail address. Keep the address of this page, because the receipt can be opened again only from here.',
    },
    report: {
      title: 'Your report',
      stuck: 'The report could not be made yet. Contact the network and mention your code.',
      computing: 'The report is being made. This usually takes a few minutes.',
      ready: 'Open your organisation’s report',
      waiting: (address) => `The report is also being sent to ${address}.`,
      delayed: (address, moment) =>
        `The report can be sent to ${address} only from ${moment}, because today’s allowance of e-mails is used up. You can already open it through the link above.`,
      noMail: 'Keep the address of this page: your report can always be opened from here.',
      handed: (address) => `The report was also sent to ${address}.`,
      failed: (address) => `The report could not be sent to ${address}. Open it through the link above.`,
    },
    again: 'Load this page again',
    corrected: (moment) => `Corrected ${moment}. The earlier answers are kept.`,
    moved:
      'The e-mail address was changed, so the address of this page has changed too. Keep the new one. Links in e-mails to the old address no longer work.',
    unshown: 'filled in, but not shown on this page',
    further: 'What you can do now',
    answers: 'A copy of your answers',
    correct: 'Correct your answers',
    correctUntil: (moment) => `Answers can be corrected until ${moment}.`,
    another: 'Fill in for another organisation',
    share: 'Share the report on WhatsApp',
    sharedText: (title, organisation) => `${title}: ${organisation}`,
    address: {
      mend: 'Is the e-mail address wrong?',
      add: 'Add an e-mail address',
      label: 'The right e-mail address',
      hint: 'The receipt and later e-mails are sent to this address.',
      withdraws: 'Links in e-mails to the old address will no longer work.',
      button: 'Use this address',
    },
    keep: 'Anyone who has the address of this page can open it. Share it only with those who need it.',
  },
  replaced:
    'The answers of this organisation were corrected, and this report was replaced by a newer one. The newer report can be opened from the receipt.',
  errors: {
    notFound: {
      title: 'Page not found',
      text: 'Check the address again. If you copied it from a message, make sure that all of it was copied.',
    },
    gone: {
      title: 'This link is no longer valid',
      text: 'It was replaced by a new one. Use the link in the latest e-mail, or contact your network.',
    },
    tooLarge: {
      title: 'The answers are too long',
      text: 'Your answers are larger than 256 kB, so we cannot accept them. Press the back button of your phone or computer, shorten the long answers, then send again.',
    },
    unreadable: {
      title: 'This cannot be read',
      text: 'What we received is not a complete form. Press the back button of your phone or computer, then send again.',
    },
    method: {
      title: 'This address cannot be opened that way',
      text: 'Open the form through the link your network shared.',
    },
    server: {
      title: 'Something went wrong on our side',
      text: 'If you were sending answers, they are not stored yet. Wait a few minutes, press the back button of your phone or computer, then send again. The same answers are never stored twice.',
    },
  },
  toHome: 'To the front page',
  mistyped: {
    title: 'Check your e-mail address again',
    question: (address) => `Did you mean ${address}?`,
    use: (address) => `Use ${address}`,
    keep: 'If that address is right, just send.',
  },
}

const sections: Words['sections'] = {
  contents: 'List of sections',
  previous: (title) => `Previous: ${title}`,
  next: (title) => `Next: ${title}`,
  sending: 'Before you send',
  closing: 'About this form',
  at: (number, all, title) => `Section ${number} of ${all}: ${title}.`,
  answered: (done, needed) => `${done} of ${needed} required questions answered.`,
  left: (title, count) => `${title}: ${count} still to fill in`,
  complete: (title) => `${title}: complete`,
  appeared: (names) => `New question: ${names}.`,
}

const report: Words['report'] = {
  title: (instrument) => `${instrument} report`,
  sentence: {
    index: (index, max, band) => `Index ${index} out of ${max}: ${band} stage.`,
    bare: (index, max) => `Index ${index} out of ${max}.`,
    strongAndNext: (strong, next) => `Strong in ${strong}; work on ${next}.`,
    equal: (level, next) => `All subdomains are at level ${level}; begin with ${next}.`,
    next: (next) => `Work on ${next}.`,
    top: (level) => `All subdomains are at level ${level}; keep it up and mentor others.`,
    incomplete: (missing, all) =>
      `The index cannot be worked out yet: ${missing} of ${all} levels are not chosen.`,
  },
  list: {
    two: (first, last) => `${first} and ${last}`,
    many: (first, last) => `${first} and ${last}`,
    more: (count) => `${count} more`,
  },
  facts: {
    organisation: 'Organisation',
    district: 'District or city',
    network: 'Network',
    round: 'Round',
    period: 'Period assessed',
    sent: 'Sent',
    reference: 'Code',
    basis: 'Basis of the assessment',
  },
  correction: 'The answers were corrected. This report replaces the earlier one.',
  basis: 'The organisation’s own assessment, not yet verified',
  periodFromTo: (from, to) => `${from} to ${to}`,
  moment: (date, time, zone) => `${date} at ${time} ${zone}`,
  headings: {
    index: 'Index and stage',
    scores: 'Scores by domain and subdomain',
    levels: 'What the chosen levels mean, and their evidence',
    strengths: 'Strengths',
    priorities: 'Proposed priorities',
    evidence: 'Evidence',
    computation: 'How the score is worked out',
    attribution: 'About this assessment',
  },
  table: { name: 'Domain and subdomain', value: 'Score' },
  index: 'Index',
  band: 'Stage',
  noIndex: 'Cannot be worked out yet',
  outOf: (value, max) => `${value} out of ${max}`,
  level: (level, max) => `level ${level} of ${max}`,
  noLevel: 'not answered',
  strengths: {
    intro: (level) => `The highest so far, at level ${level}:`,
    equal: (level) => `All subdomains are at level ${level}. None is higher than the others.`,
    none: 'None stands out yet: every subdomain is a proposed priority.',
  },
  priorities: {
    intro: 'Start here. Discuss them together, then choose what you can most likely do.',
    item: (name, level) => `${name} (level ${level})`,
    tied: (level, names) => `Also at level ${level}, but not proposed: ${names}.`,
    keepAndMentor:
      'Every subdomain is at the highest level. Keep it up, and mentor other organisations in the network.',
    none: 'No level has been chosen yet.',
  },
  evidence: {
    label: 'Evidence',
    given: 'named',
    missing: 'not yet named',
    summary: (given, needed, from) =>
      `Evidence has been named for ${given} of ${needed} answers at level ${from} or above.`,
    noneNeeded: (lowest) => `All answers are at level ${lowest}, which needs no evidence.`,
    missingIntro: 'Prepare evidence for the following, or look at the level again in the next assessment:',
  },
  computation: {
    basis: 'The basis is the levels the organisation chose itself. They are not yet verified.',
    incomplete:
      'A question not yet answered does not count as zero. Its subdomain and domain have no score yet, nor has the index.',
    excluded: 'A question left unanswered does not count as zero, but is left out of the average.',
    subdomains: 'The score of a subdomain is the average of the levels of its answers:',
    domains: 'The score of a domain is the average of the scores of its subdomains:',
    indexOfDomains: 'The index is the average of the domain scores:',
    indexOfItems: 'The index is the average of the levels of all answers:',
    result: (name, sum, count, value) => `${name}: (${sum}) divided by ${count} = ${value}`,
    noResult: (name) => `${name}: cannot be worked out yet`,
    band: (band, range) => `The stage ${band} covers an index ${range}.`,
    range: (from, below) => `from ${from} to less than ${below}`,
    lastRange: (from, max) => `from ${from} to ${max}`,
    rounding: 'Numbers are rounded for display only. The stage is decided by the unrounded number.',
    order:
      'Order of priorities: lowest level first. Among equal levels, the subdomains that matter most at this stage come first. The rest follow the order of the form.',
    version: (instrument, version) => `Worked out with ${instrument}, version ${version}.`,
  },
}

const mail: Words['mail'] = {
  yourOrganisation: 'Your organisation',
  report: {
    subject: (organisation, instrument) => `${organisation}: ${instrument} report`,
    open: 'Open the full report',
    openHint:
      'That page also holds your evidence notes. Anyone who has the link can open it. Share it only with those who need it.',
  },
  receipt: {
    subject: (organisation, reference) => `${organisation}: answers received, code ${reference}`,
    heading: 'We have received your answers',
    form: 'Form',
    spelled: 'Code, spelled out',
    next: 'What happens next',
    corrected: 'Corrected',
    reportFollows:
      'The score is worked out automatically. The report for your organisation usually follows to this e-mail address within minutes.',
    keep: 'Keep the code above. Mention it when you contact the network about these answers.',
    held: {
      heading: 'These answers are kept and await a decision',
      first: 'We have already received answers for this organisation. For now, the first ones count.',
      kept: 'Your answers stay stored. The network’s coordinator decides which ones are used. If yours are the ones to use, reply to this e-mail.',
    },
    open: 'View the receipt',
  },
  footer: {
    why: (network, form) =>
      `This e-mail is sent by ${network} through Simpul, because this e-mail address was written in the form ${form}.`,
    notYou: 'If it was not you who wrote it, ignore this e-mail, or reply to it to tell us.',
    reply: (network) => `A reply to this e-mail reaches ${network}.`,
  },
}

const paper: Words['paper'] = {
  link: 'Print a blank form',
  title: (title) => `Worksheet: ${title}`,
  howTo:
    'To print: open the menu of your browser (the app in which you see this page) and choose “Print”. On a phone, “Print” is often inside the “Share” menu. Use A4 paper.',
  back: 'Back to the form',
  sheet: (address) => `This is a worksheet. Send the answers through ${address}.`,
  sheetUntil: (address, moment) =>
    `This is a worksheet. Send the answers through ${address} before ${moment}.`,
  reference: 'The code you receive once the answers are sent (write it later)',
  part: (form, part, all) => `${form}: part ${part} of ${all}`,
  one: 'Tick one.',
  several: 'You may tick several.',
  date: 'Day, month, year.',
}

const share: Words['share'] = { picture: (network) => `Picture for ${network}` }

const accessibility: Words['accessibility'] = {
  link: 'Accessibility',
  title: 'Accessibility statement',
  intro:
    'Everybody should be able to fill in the forms here and read the reports, people with disabilities and people with simple phones among them. This page tells how far that is so. It covers all pages at this address and the e-mails sent from here.',
  aim: {
    title: 'What we aim at',
    text: 'We aim at WCAG 2.2 level AA. WCAG is the international guideline for web pages that people with disabilities can use. By our own judgement it is met in part: there are faults that we know of, and things that are not tested yet. Both are named below.',
  },
  tested: {
    title: 'What is tested',
    text: 'Whenever Simpul is changed, its pages are tested by programs, in the browser Chromium:',
    items: [
      'all rules of axe-core for WCAG 2.2 levels A and AA and its recommendations, without any exception, on phones, on wide screens and in every way of showing that is named below; and the markup of the pages with html-validate;',
      'filling in, mending and sending a form by keyboard alone; and on every page, that the focus is seen and never covered;',
      'a screen 320 pixels wide, a zoom of 400 per cent, text of twice the size, and wider spacing of letters and lines;',
      'light, dark and forced colours (high contrast);',
      'choices, mistakes and the section that is shown, which are told by more than a colour;',
      'that nothing on the pages moves;',
      'the size of everything that is touched, at least 44 by 44 pixels, except links within a sentence;',
      'what Chromium hands to screen readers: a question with levels, the check of the answers, and the list of mistakes;',
      'using a form without JavaScript and without cookies, and using it section by section with JavaScript.',
    ],
  },
  untested: {
    title: 'What is not tested yet',
    text: 'Programs cannot stand in for people. Not done so far:',
    items: [
      'tests together with people with disabilities;',
      'tests with screen readers such as TalkBack, NVDA or VoiceOver on real phones and computers;',
      'tests with high contrast on real Windows computers: what is tested is its imitation in Chromium;',
      'tests with browsers other than Chromium, with voice control or with other aids;',
      'an inspection by somebody from outside.',
    ],
  },
  faults: {
    title: 'Faults that we know of',
    text: 'These parts are not good yet:',
    items: [
      'Hints and messages about mistakes belong to the whole group of choices. Some screen readers do not read them by themselves. Their text stands right above the first choice.',
      'How a date is picked is up to the browser, so it differs from phone to phone. Some ways are hard to use with a screen reader.',
      'Reports sent by e-mail may look different in different mail programs. The same report can be opened as a page through the link in the e-mail.',
      'There is no video in sign language and no easy-read version yet.',
    ],
  },
  help: {
    title: 'If something stands in your way',
    text: 'Write to the network that gave you the form. Name the form, what you could not do, and the phone, computer or aid that you use. You may also ask for help with filling in the form, or for its content in another shape.',
  },
  secret:
    'Do not send the address of your receipt or report. Whoever has that address can open it. Its code is enough.',
  network: (name, address) => `${name}: ${address}`,
  answer: 'How long an answer takes is not promised here, unless your network itself says so.',
  date: {
    title: 'Date',
    text: (date) => `This statement was written on ${date} by the makers of Simpul, from tests of their own.`,
  },
}

const privacy: Words['privacy'] = {
  title: 'Data protection',
  contact: (contact) => `Questions about data: ${contact}`,
}

const settings: Words['coordinator']['settings'] = {
  title: 'Settings of the network',
  about: 'name, logo, e-mail, days without e-mail, programme years, roles of organisations, data protection',
  intro: (network) => `The settings of ${network}. What is saved holds at once.`,
  delay: 'The pages of forms follow within ten seconds.',
  back: 'Back to the settings',
  save: 'Save',
  errors: 'Please correct',
  none: 'not filled in yet',
  stored: 'filled in',
  in: { id: 'in Indonesian', en: 'in English' },
  done: {
    general: 'Name and area are saved.',
    logo: 'The logo is saved.',
    logoRemoved: 'The logo is removed.',
    mails: 'The settings of e-mail are saved.',
    privacy: 'The words on data protection are saved.',
    yearAdded: 'The programme year is added.',
    yearChanged: 'The programme year is saved.',
    yearRemoved: 'The programme year is removed.',
    roleAdded: 'The role is added.',
    roleChanged: 'The name of the role is saved.',
    roleRemoved: 'The role is removed.',
  },
  general: {
    title: 'Name and area',
    name: 'Name of the network',
    provinces: 'Provinces',
    provincesHint: 'The districts and cities of these provinces can be chosen in forms.',
    timeZone: 'Time zone',
    timeZoneHint: 'Forms open and close by the clocks of this zone.',
    minGroup: 'Smallest group',
    minGroupHint:
      'Groups smaller than this are never shown in totals, so that no organisation can be recognised. At least 3.',
  },
  logo: {
    title: 'Logo of the network',
    intro: 'The logo stands on the network’s page and on top of this one, beside its name.',
    now: 'The logo now',
    file: 'New picture',
    fileHint:
      'PNG, JPEG or WebP, at most 100 kB and 2,000 pixels a side. If none is chosen, the picture there is stays.',
    alt: 'Description of the picture',
    altHint:
      'Read aloud to people who do not see the picture. Write what is seen, for example “A blue house with an open door”.',
    remove: 'Remove the logo',
  },
  mails: {
    title: 'E-mail',
    replyTo: 'Address for replies',
    replyToHint:
      'Replies to e-mails of the network go to this address. It also stands on the network’s page.',
    weekdays: 'Days without e-mail, every week',
    weekdaysHint: 'On these days organisations get no e-mail that can wait. Receipts are sent all the same.',
    days: 'Dates without e-mail',
    daysHint: 'For example holidays. Write one date a line, for example 25/12/2026.',
    quiet: 'Days without e-mail',
    noDays: 'none',
  },
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  privacy: {
    title: 'Data protection',
    intro: 'Stands on the network’s page. May be left empty.',
    notice: 'What is said about data',
    noticeHint: 'What data are collected for, who sees them, and how long they are kept.',
    contact: 'Whom to ask about data',
    contactHint: 'A name or position, with an e-mail address or telephone number.',
  },
  years: {
    title: 'Programme years',
    intro: 'A programme year may begin in any month, but may not overlap another.',
    none: 'There is no programme year yet.',
    add: 'Add a programme year',
    name: 'Name',
    from: 'First day',
    to: 'Last day',
    dayHint: 'Day first, for example 30/4/2026.',
    span: (from, to) => `${from} to ${to}`,
    change: (name) => `Change ${name}`,
    remove: (name) => `Remove ${name}`,
    back: 'Back to the programme years',
  },
  roles: {
    title: 'Roles of organisations',
    intro: 'The roles that organisations can have in this network, in the order below.',
    none: 'There is no role yet.',
    add: 'Add a role',
    name: 'Name of the role',
    change: (name) => `Rename ${name}`,
    remove: (name) => `Remove ${name}`,
    used: 'This role is or was in use, so it cannot be removed. It can be renamed.',
    back: 'Back to the roles',
  },
  issues: {
    nameId: 'Name in Indonesian: fill this in, at most 120 characters.',
    nameEn: 'Name in English: fill this in, at most 120 characters.',
    provinces: 'Provinces: tick at least one of the list.',
    timeZone: 'Time zone: choose one of the list.',
    minGroup: 'Smallest group: write a number from 3 to 50.',
    replyTo: 'Address for replies: write a whole e-mail address, for example name@example.org.',
    weekdays: 'Days without e-mail: leave at least one day for e-mail.',
    days: 'Dates without e-mail: write one date a line, for example 25/12/2026, at most 60 lines.',
    noticeId: 'What is said about data in Indonesian: fill in both languages, at most 4,000 characters each.',
    noticeEn: 'What is said about data in English: fill in both languages, at most 4,000 characters each.',
    contact: 'Whom to ask about data: at most 200 characters.',
    fileMissing: 'Picture: choose a file.',
    fileLarge: 'Picture: the file is larger than 100 kB. Make the picture smaller and choose it again.',
    fileKind: 'Picture: this file is no PNG, JPEG or WebP picture.',
    filePixels: 'Picture: each side has at most 2,000 pixels. Make the picture smaller and choose it again.',
    altId: 'Description of the picture in Indonesian: fill this in, at most 200 characters.',
    altEn: 'Description of the picture in English: fill this in, at most 200 characters.',
    from: 'First day: write a date that exists, for example 30/4/2026.',
    to: 'Last day: write a date that exists, for example 31/3/2027.',
    order: 'Last day: choose a day after the first one, at most two years later.',
    overlap: 'First day: this year overlaps another programme year.',
    mostYears: 'At most 30 programme years. Remove those not in use first.',
    sameName: 'Name: another role is called that already.',
    mostRoles: 'At most 20 roles. Remove those not in use first.',
    used: 'That role is or was in use, so it cannot be removed.',
  },
}

const coordinator: Words['coordinator'] = {
  footer: 'This page uses a single cookie, so that you stay signed in. It does not track you.',
  nav: {
    label: 'Your account',
    networks: 'Your networks',
    sessions: 'Where you are signed in',
    signOut: 'Sign out',
  },
  signIn: {
    title: 'Sign in',
    intro:
      'This page is for people who look after a network. Write your e-mail address, and we send you a link to sign in. No password is needed.',
    respondents: 'To fill in a form you need not sign in.',
    email: 'E-mail address',
    send: 'Send a link to sign in',
    sent: {
      title: 'Look in your inbox',
      text: (minutes) =>
        `If that address is known here, a link to sign in is being sent to it. The link works for ${minutes} minutes.`,
      none: (most) =>
        `No e-mail yet? Wait a few minutes and look in the spam folder. Within an hour, at most ${most} links are sent to one address. If there is still none, ask an administrator of your network whether the address is known.`,
      again: 'Write the address again',
    },
    confirm: {
      title: 'Sign in to Simpul',
      text: (address) => `Press this button to sign in as ${address}.`,
      lasts: (days) =>
        `You stay signed in on this device for at most ${days} days, or until you press “Sign out”.`,
      button: 'Sign in',
    },
    ended: {
      title: 'This link cannot be used any more',
      used: 'This link was used before. Each link can be used only once.',
      expired: (minutes) => `This link works for ${minutes} minutes only, and they are over.`,
      unknown: 'We do not know this link. Make sure that all of the address was copied from the e-mail.',
      again: 'Ask for a new link',
    },
  },
  problems: {
    notFound: {
      title: 'Page not found',
      text: 'There is no such page, or it is not one of your network. Check the address again.',
    },
    role: {
      title: 'Your role does not cover this page',
      text: 'If you need it, ask an administrator of the network.',
    },
    signedOut: {
      title: 'You are not signed in',
      text: 'Your time is over, or you have signed out. Sign in again, then repeat what you were doing.',
    },
    origin: {
      title: 'This request was refused',
      text: 'The request did not come from a page of ours. Open the page again from here, then repeat it.',
    },
  },
  toStart: 'To your front page',
  roles: {
    administrator: {
      name: 'Administrator',
      about: 'does all that a coordinator does, and decides who may sign in',
    },
    coordinator: {
      name: 'Coordinator',
      about: 'looks after organisations and forms, in all of the network or in some districts',
    },
    facilitator: { name: 'Facilitator', about: 'sees organisations and checks their answers' },
    viewer: { name: 'Viewer', about: 'sees totals only, never names of people' },
  },
  everywhere: 'all of the network',
  choose: { title: 'Choose a network', text: 'You look after more than one network.' },
  front: {
    as: (name, address) => `You are signed in as ${name} (${address}).`,
    role: 'Your role in this network',
    districts: 'Your districts',
    what: 'What you can do here',
    people: 'People who may sign in',
    peopleAbout: 'invite, change roles, remove',
    sessionsAbout: 'look and end',
    rest: 'There is nothing else to be done on this page yet.',
    public: 'The page of the network that everybody sees',
  },
  people: {
    title: 'People who may sign in',
    intro: (network) => `They can sign in and see ${network} as their role allows.`,
    alone: 'So far it is only you. Invite others who look after this network.',
    invite: 'Invite somebody',
    you: 'you',
    since: (day) => `Since ${day}`,
    change: (name) => `Change the role of ${name}`,
    remove: (name) => `Remove ${name}`,
    back: 'Back to the list',
    done: {
      invited: 'The invitation is being sent.',
      changed: 'The role was changed.',
      removed: 'That person was removed and can no longer open this network.',
    },
  },
  form: {
    errors: 'To be corrected',
    name: 'Name',
    email: 'E-mail address',
    emailHint: 'The invitation and links to sign in are sent to this address.',
    role: 'Role',
    someDistricts: 'Coordinator of some districts',
    someAbout: 'like a coordinator, but only in the districts that are ticked below',
    allDistricts: 'Coordinator of all of the network',
    allAbout: 'looks after organisations and forms in all of the network',
    districts: 'Districts and cities',
    districtsHint: 'Only for “Coordinator of some districts”.',
    locale: 'Language of their e-mails and pages',
    invite: 'Send the invitation',
    change: 'Save',
    issues: {
      name: 'Name: fill in this part, with at most 120 characters.',
      email: 'E-mail address: write the whole e-mail address, for example name@example.org.',
      role: 'Role: choose one.',
      districts: 'Districts and cities: tick at least one of the list.',
      locale: 'Language: choose one.',
      there: 'E-mail address: somebody with this address is in this network already.',
    },
  },
  changed: {
    title: (name) => `Change the role of ${name}`,
    last: 'This network needs at least one administrator. Make somebody else administrator first.',
  },
  removal: {
    title: (name) => `Remove ${name}?`,
    text: (name, network) =>
      `${name} can no longer open ${network}, from that moment on. They can be invited again at any time.`,
    self: 'This is you. You will not be able to open this network any more.',
    button: 'Yes, remove',
    cancel: 'Cancel',
  },
  sessions: {
    title: 'Where you are signed in',
    intro:
      'Each device or browser where you are signed in is listed once. We do not record the device, only the times.',
    begun: (moment) => `Signed in ${moment}`,
    seen: (moment) => `Last used about ${moment}`,
    this: 'This is the one you are using',
    end: 'End',
    endOthers: 'End all others',
    only: 'You are signed in here only.',
    ended: 'It was ended.',
  },
  mail: {
    signIn: {
      subject: 'A link to sign in to Simpul',
      how: 'Open this link, then press the button “Sign in” on its page.',
      open: 'Sign in to Simpul',
      until: (minutes, moment) =>
        `This link can be used only once and works for ${minutes} minutes, until ${moment}.`,
      notYou: 'If you did not ask for it, ignore this e-mail. Without this link nobody can sign in.',
    },
    invited: {
      subject: (network) => `An invitation to look after ${network}`,
      by: (name, network) => `${name} invites you to look after ${network} on Simpul.`,
      somebody: 'An administrator',
      how: 'Open this page and write the e-mail address that got this invitation. A link to sign in is then sent to it.',
      open: 'To the sign-in page',
      notYou: 'If you do not know this network, ignore this e-mail.',
    },
  },
  settings,
}

export const en: Words = {
  writing,
  problems,
  page,
  sections,
  report,
  mail,
  paper,
  share,
  accessibility,
  privacy,
  coordinator,
}
