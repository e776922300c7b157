// The pages of one whole journey as the server sends them, to look at them in ways a visit would take too long for.
import { KEY_FIELD } from '../../../src/core/form/fields.ts'
import { SHORTEST } from '../../../src/core/form/trap.ts'
import { newId } from '../../../src/core/id.ts'
import { systemRandom } from '../../../src/platform/chance.ts'
import { until } from '../../support/wait.ts'
import { ikoAnswersOf, newOrganisation } from './organisation.ts'

/** The HTML of each page by its name. */
export type Pages = Readonly<
  Record<
    | 'home'
    | 'accessibility'
    | 'form'
    | 'form with mistakes'
    | 'check'
    | 'paper'
    | 'receipt'
    | 'refused address'
    | 'asked address'
    | 'correction'
    | 'sent before'
    | 'report'
    | 'not found',
    string
  >
>

type Posted = Readonly<Record<string, string>>

const read = async (address: string): Promise<string> => (await fetch(address)).text()

const post = (address: string, fields: Posted): Promise<Response> =>
  fetch(address, { method: 'POST', body: new URLSearchParams(fields) })

/** Posts and keeps the page that answers, which says with its status that it is the expected one. */
async function answerTo(address: string, fields: Posted, status: number): Promise<string> {
  const answer = await post(address, fields)
  if (answer.status !== status) throw new Error(`${address} answers ${answer.status} instead of ${status}`)
  return answer.text()
}

/** The hidden key of a form that stands on a page; the one sent to `action` where there are several. */
function keyIn(page: string, action = ''): string {
  const form = page.slice(Math.max(0, page.indexOf(`action="${action}`)))
  return new RegExp(`name="${KEY_FIELD}" value="([^"]+)"`).exec(form)?.[1] ?? ''
}

/** Makes the journey and keeps what each page looked like. */
export async function journeyPages(home: string): Promise<Pages> {
  const form = `${home}/f/iko-2026-2`
  const answers = ikoAnswersOf(newOrganisation())
  const mistaken = { ...answers, influence: '', email: 'ratna@', assessed_on: '31/02/2026' }
  const blank = await read(form)
  // Nobody fills a form in within two seconds: this one was opened earlier.
  const opened = newId({ now: () => Date.now() - 2 * SHORTEST }, systemRandom)
  const sent = { ...answers, [KEY_FIELD]: opened }
  const { url } = await post(form, sent)
  const receipt = await until('the report on the receipt', async () => {
    const page = await read(url)
    return page.includes('href="/r/') ? page : undefined
  })
  const [, link = ''] = /href="(\/r\/[^"]+)"/.exec(receipt) ?? []
  const address = (email: string, status: number) =>
    answerTo(`${url}/address`, { email, [KEY_FIELD]: keyIn(receipt, '/s/') }, status)
  return {
    home: await read(`${home}/n/rumah-inklusi`),
    accessibility: await read(`${home}/aksesibilitas`),
    form: blank,
    'form with mistakes': await answerTo(form, mistaken, 422),
    check: await answerTo(form, { ...answers, email: 'ratna@gmial.com', action: 'check' }, 200),
    correction: await read(`${url}/correction`),
    'sent before': await answerTo(form, { ...sent, facilitator: 'Tri Contoh' }, 409),
    paper: await read(`${form}/print`),
    receipt,
    'refused address': await address('ratna@', 422),
    'asked address': await address('ratna@gmial.com', 422),
    report: await read(home + link),
    'not found': await read(`${home}/tidak-ada`),
  }
}
