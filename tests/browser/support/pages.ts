// The pages of one whole journey as the server sends them, to look at them in ways a visit would take too long for.
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
    | 'correction'
    | 'report',
    string
  >
>

const read = async (address: string): Promise<string> => (await fetch(address)).text()

/** Makes the journey and keeps what each page looked like. */
export async function journeyPages(home: string): Promise<Pages> {
  const form = `${home}/f/iko-2026-2`
  const post = (fields: Record<string, string>) =>
    fetch(form, { method: 'POST', body: new URLSearchParams(fields) })
  const answers = ikoAnswersOf(newOrganisation())
  const mistaken = await post({ ...answers, influence: '', email: 'ratna@', assessed_on: '31/02/2026' })
  const { url } = await post(answers)
  const receipt = await until('the report on the receipt', async () => {
    const page = await read(url)
    return page.includes('href="/r/') ? page : undefined
  })
  const [, link = ''] = /href="(\/r\/[^"]+)"/.exec(receipt) ?? []
  return {
    home: await read(home),
    accessibility: await read(`${home}/aksesibilitas`),
    form: await read(form),
    'form with mistakes': await mistaken.text(),
    check: await (await post({ ...answers, email: 'ratna@gmial.com', action: 'check' })).text(),
    correction: await read(`${url}/correction`),
    paper: await read(`${form}/print`),
    receipt,
    report: await read(home + link),
  }
}
