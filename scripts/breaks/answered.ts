// Mistakes in what is done and answered: actions, workflow, mails, and requests with their headers and rights.
import type { Break } from './list.ts'

export const answered: readonly Break[] = [
  {
    file: 'src/actions/limit.ts',
    find: '        failedAt = now\n      }\n      return true\n',
    replace: '        failedAt = now\n      }\n      return false\n',
    what: 'Answers are turned away while the limiter is out of order.',
  },
  {
    file: 'src/actions/submission/revision.ts',
    find: 'Object.keys(sensitive).length > 0\n',
    replace: 'Object.keys(sensitive).length > 1\n',
    what: 'A sensitive answer that is the only one of its form is lost.',
  },
  {
    file: 'src/actions/submission/correct.ts',
    find: '(email: string) => email !== emailBefore || !hasReceipt',
    replace: '(email: string) => email !== emailBefore',
    what: 'A correction brings no receipt to somebody who never got the first one.',
  },
  {
    file: 'src/actions/people/session.ts',
    find: 'clock.now() - session.seenAt > SEEN_EVERY',
    replace: 'clock.now() - session.seenAt < SEEN_EVERY',
    what: 'Staff who work here every day are signed out after a week.',
  },
  {
    file: 'src/workflow/consume.ts',
    find: 'const isLate = deps.clock.now() > claim.lease - LEASE / 2',
    replace: 'const isLate = deps.clock.now() > claim.lease + LEASE',
    what: 'Behind a slow mail service a step is taken by two, and somebody gets two mails.',
  },
  {
    file: 'src/workflow/sweep/notices.ts',
    find: 'staff.filter((one) => isAnything(dutiesOf(waiting, one))).map(noticeTo(deps))',
    replace: 'staff.map(noticeTo(deps))',
    what: 'Coordinators are mailed in the morning although nothing waits in their districts.',
  },
  {
    file: 'src/workflow/steps/deliver.ts',
    find: "delivery.kind === 'report' ? 0 : AFTER_REPORTS",
    replace: "delivery.kind === 'receipt' ? 0 : AFTER_REPORTS",
    what: 'When the mails of a day are used up, receipts take the place of reports on the next.',
  },
  {
    file: 'src/workflow/steps/deliver.ts',
    find: '    await markRefused(deps.db, claim, delivery.id, reason, deps.clock.now())',
    replace: '    markRefused(deps.db, claim, delivery.id, reason, deps.clock.now())',
    what: 'That a mail was refused may be lost, because nobody waits until it is written.',
  },
  {
    file: 'src/workflow/mails/receipt.ts',
    find: 'sentAt: submission.createdAt,',
    replace: 'sentAt: revision.createdAt,',
    what: 'The receipt of a correction says that the answers were first sent when they were corrected.',
  },
  {
    file: 'src/mail/receipt.ts',
    find: 'const form = facts.form.title[locale]',
    replace: 'const form = facts.form.title.id',
    what: 'An English receipt calls the form by its Indonesian title.',
  },
  {
    file: 'src/mail/report.ts',
    find: '    ...(report.correction === null ? [] : [paragraph(report.correction)]),\n',
    replace: '',
    what: 'The mail with a corrected report does not say that it takes the place of an earlier one.',
  },
  {
    file: 'src/mail/html.ts',
    find: '<table role="presentation" aria-hidden="true" cellpadding',
    replace: '<table role="presentation" cellpadding',
    what: 'Screen readers read the empty cells of every bar in the mailed report.',
  },
  {
    file: 'src/http/public/submission/receipt-report.tsx',
    find: "return respondPage(c, page, { look: 'report', isPrivate: true })",
    replace: "return respondPage(c, page, { look: 'report' })",
    what: 'Search engines and shared computers may keep the report of an organisation.',
  },
  {
    file: 'src/http/kernel/limits.tsx',
    find: "addressClass(c.req.header('CF-Connecting-IP'))",
    replace: "addressClass(c.req.header('X-Forwarded-For'))",
    what: 'Whoever makes up an address with every request is never put off.',
  },
  {
    file: 'src/http/public/form/round-cache.ts',
    find: 'const variant = `${locale} ${isFramed}`',
    replace: 'const variant = locale',
    what: 'Whether a form comes for a frame or for a page hangs on who asked first.',
  },
  {
    file: 'src/http/kernel/respond.tsx',
    find: "    response.headers.set('Vary', 'Accept-Encoding')\n",
    replace: '',
    what: 'A proxy may hand a compressed page to a browser that cannot read it.',
  },
  {
    file: 'src/http/access.ts',
    find: "'GET /c/n/:slug/rounds/:round/drafts': { needs: 'coordination' },",
    replace: "'GET /c/n/:slug/rounds/:round/drafts': { needs: 'organisations' },",
    what: 'Facilitators see who has begun a form.',
  },
  {
    file: 'src/http/staff/access.ts',
    find: "c.req.header('Origin') === new URL(publicUrl).origin",
    replace: "(c.req.header('Origin') ?? new URL(publicUrl).origin) === new URL(publicUrl).origin",
    what: 'A request without an origin may change something in the name of who is signed in.',
  },
  {
    file: 'src/http/staff/cookie.ts',
    find: "'Path=/c',",
    replace: "'Path=/',",
    what: 'The cookie of staff is sent along to the forms of respondents.',
  },
  {
    file: 'src/http/staff/people/own.tsx',
    find: 'const OWN_PATH = /^\\/c(?:\\/[\\w-]+)*$/',
    replace: 'const OWN_PATH = /^\\//',
    what: 'Changing the language can lead staff to another site.',
  },
  {
    file: 'src/http/staff/respond.tsx',
    find: "  response.headers.set('Referrer-Policy', 'same-origin')\n",
    replace: '',
    what: 'Browsers send the forms of staff without an origin, and every one of them is refused.',
  },
  {
    file: 'src/http/staff/round/board.tsx',
    find: 'const filter = maySee ? filterIn(c) : NO_FILTER',
    replace: 'const filter = filterIn(c)',
    what: 'A viewer tells small groups apart by filtering the board.',
  },
  {
    file: 'src/http/staff/people/sign-in.tsx',
    find: 'sendLink(deps, email.toLowerCase())',
    replace: 'sendLink(deps, email)',
    what: 'Whoever writes their own address with a capital letter gets no link to sign in.',
  },
]
