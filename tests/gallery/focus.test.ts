// Where the focus goes on each page by Tab: to everything there is, and always in sight.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { lostFocus } from './support/focus.ts'
import { desktop, forced, type Look, phone } from './support/looks.ts'
import { indonesian, type State, standIns } from './support/states.ts'
import { test } from './support/tabs.ts'

/** What is wrong on pages of respondents, which are used on phones; on those of staff, fields may be higher than the screen. */
const onRespondents = (page: Page) => lostFocus(page, ({ isInSight }) => isInSight)
const onStaffs = (page: Page) => lostFocus(page, ({ isPartlyInSight }) => isPartlyInSight)

const isStaffs = ({ route }: State) => /^\w+ \/c(?:\/|$)/.test(route)
const some = standIns(indonesian)

const sizes: [string, Look][] = [
  ['a phone', phone],
  ['a wide screen', desktop],
  ['a phone, in forced colours,', forced],
]

test.for(sizes)(
  'on %s the focus comes to everything, is outlined there, and is neither covered nor off the screen (SC 2.4.11)',
  async ([, look], { each, scripted }) => {
    const respondents = [...some.filter((state) => !isStaffs(state)), ...scripted]
    expect(await each(look, respondents, onRespondents)).toEqual({})
    expect(await each(look, some.filter(isStaffs), onStaffs)).toEqual({})
  },
)

test('a focus that is lost is found: covered, off the screen, without an outline, with one that nobody sees, left out', async ({
  each,
}) => {
  const page = (name: string, style: string, field = '<input name="field">') => ({
    name,
    html: `<!doctype html><html lang="en"><head><title>A page</title><style>:focus-visible{outline:3px solid}${style}</style></head>
<body><a class="skip" href="/">Skip</a> <button name="button">Send</button> ${field} <a href="/">Last</a></body></html>`,
  })
  const pages = [
    page('good', ''),
    page(
      'covered',
      'button{margin-top:90vh}p{position:fixed;bottom:0;height:50%;width:100%;background:#888}',
      '<p>Above</p>',
    ),
    page('off the screen', 'input{position:absolute;left:-9rem}'),
    page('bare', 'button{outline:none!important}'),
    page('thin', 'button{outline-width:1px!important}'),
    page('as the page', 'body{background:#fff}button{outline-color:#fff!important}'),
    page(
      'left out',
      '',
      '<input name="field" tabindex="-1"><details><summary tabindex="-1">More</summary></details>',
    ),
  ]
  expect(await each(phone, pages, onRespondents)).toEqual({
    covered: expect.arrayContaining(['not in sight: Send']),
    'off the screen': expect.arrayContaining(['not in sight: field']),
    bare: ['not outlined: Send'],
    thin: ['not outlined: Send'],
    'as the page': ['not outlined: Send'],
    'left out': ['Tab leads to Skip,Send,Last instead of Skip,Send,More,Last'],
  })
})
