// Mistakes in what is seen, heard and touched: pages, styles, and the scripts of browsers.
import type { Break } from './list.ts'

export const looked: readonly Break[] = [
  {
    file: 'src/http/views/question.tsx',
    find: '<label class="l v" for={evidenceField(id)}>',
    replace: '<label class="l v" for={id}>',
    what: 'The field for evidence has no name to a screen reader.',
  },
  {
    file: 'src/http/views/question.tsx',
    find: "[hasHint ? hintId(id) : '', message === null ? '' : messageId(id)]",
    replace: "[hasHint ? hintId(id) : '']",
    what: 'Screen readers do not tell at a question what is wrong with its answer.',
  },
  {
    file: 'src/http/views/people-form.tsx',
    find: "        aria-describedby={described || undefined}\n        aria-invalid={message ? 'true' : undefined}\n",
    replace: "        aria-invalid={message ? 'true' : undefined}\n",
    what: 'The form that invites somebody does not tell a screen reader what is wrong with an address.',
  },
  {
    file: 'src/http/views/pager.tsx',
    find: '<nav aria-label={words.pages}>',
    replace: '<nav>',
    what: 'The ways between pages of a list are not told from the ways in the head.',
  },
  {
    file: 'src/http/views/layout.tsx',
    find: '<html lang={locale}>',
    replace: '<html lang="id">',
    what: 'Screen readers read English pages with an Indonesian voice.',
  },
  {
    file: 'src/http/views/layout.tsx',
    find: '<button type="submit" class="sr" tabindex={-1} {...onEnter}>',
    replace: '<button type="submit" class="sr" {...onEnter}>',
    what: 'Whoever goes through a form by keyboard meets a button that cannot be seen.',
  },
  {
    file: 'src/http/views/held.tsx',
    find: '<h2>{title}</h2>',
    replace: '<h4>{title}</h4>',
    what: 'The headings of two answers side by side skip two ranks.',
  },
  {
    file: 'src/http/views/answers.tsx',
    find: '<dt>{name}</dt>',
    replace: '<dt id="answer">{name}</dt>',
    what: 'Every answer of a page has the same id.',
  },
  {
    file: 'src/http/views/style.ts',
    find: '.h{margin:.1rem 0 .4rem;color:var(--ink);',
    replace: '.h{margin:.1rem 0 .4rem;opacity:.5;',
    what: 'Hints below questions are too pale to be read outdoors.',
  },
  {
    file: 'src/http/views/poster-style.ts',
    find: 'background:#fff;color:#000;',
    replace: 'background:#fff;',
    what: 'The poster of a round shows white letters on white on a dark screen.',
  },
  {
    file: 'src/http/views/board-style.ts',
    find: '.nums td a{display:inline-block;min-width:2.75rem;',
    replace: '.nums td a{display:inline-block;',
    what: 'A number of one digit on the board is too narrow for a finger.',
  },
  {
    file: 'src/http/views/style.ts',
    find: ';overflow-wrap:break-word;overflow-wrap:anywhere}',
    replace: '}',
    what: 'A long word or address makes pages wider than a phone.',
  },
  {
    file: 'src/http/views/report-style.ts',
    find: '.report .bar .full{border-width:.4em .75em;background:var(--accent)}',
    replace: '.report .bar .full{background:var(--accent)}',
    what: 'In forced colours and in print all bars of a report look empty.',
  },
  {
    file: 'src/http/views/style.ts',
    find: ':focus-visible{outline:3px solid var(--accent);outline-offset:3px}',
    replace: ':focus-visible{outline:0}',
    what: 'Whoever uses a keyboard does not see where they are.',
  },
  {
    file: 'src/http/views/sections-style.ts',
    find: '[hidden]{display:block!important;content-visibility:visible!important}',
    replace: '',
    what: 'A form that is printed from the browser shows one section only.',
  },
  {
    file: 'src/client/kept.ts',
    find: 'tried(() => localStorage.removeItem(prefix + key))',
    replace: 'tried(() => sessionStorage.removeItem(prefix + key))',
    what: 'Answers that were sent stay on a phone that several people use.',
  },
  {
    file: 'src/client/draft.ts',
    find: "isOver: !!document.querySelector('.newer'),",
    replace: 'isOver: false,',
    what: 'While somebody is asked which answers to keep, the older ones are saved over the newer.',
  },
  {
    file: 'src/client/saving.ts',
    find: '    if (isKeptHereAlone) return\n',
    replace: '',
    what: 'A half-made correction is sent to where only whole ones are taken, and the form says that all is over.',
  },
  {
    file: 'src/client/newer.ts',
    find: 'valuesOf(ours, name) !== valuesOf(theirs, name)',
    replace: 'valuesOf(ours, name) === valuesOf(theirs, name)',
    what: 'Of two versions of a form the answers that are alike are said to differ.',
  },
  {
    file: 'src/client/form.ts',
    find: " && !box.querySelector('.e')",
    replace: '',
    what: 'A question that has to be mended is out of sight, because of what else is answered.',
  },
  {
    file: 'src/client/worker.ts',
    find: '(_, before) => before + newKey(),',
    replace: '(all) => all,',
    what: 'Two who open a form without network send under one key, and the second is told of a conflict.',
  },
  {
    file: 'src/client/board.ts',
    find: '        if (same && same !== doc.activeElement) same.focus()\n',
    replace: '',
    what: 'Whoever reads a board by keyboard loses the place when rows move.',
  },
  {
    file: 'src/client/embed.ts',
    find: 'if (!frame || origin !== originOf(frame)) return',
    replace: 'if (!frame) return',
    what: 'A page that took the place of a form in its frame moves the page around it.',
  },
  {
    file: 'src/client/frame.ts',
    find: 'if (source !== parent || !data) return',
    replace: 'if (!data) return',
    what: 'Whoever greets the frame of a form by its name keeps the site around it from hearing of it.',
  },
]
