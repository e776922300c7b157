// What those who look after a network do on every page of theirs: sign in, press, follow, and read what is said.
import type { BrowserContextOptions, Page, Response } from 'playwright-core'
import { expect } from 'vitest'
import { demoAdministrator } from '../../../scripts/demo.ts'
import { takeSignIn } from '../../support/administrator.ts'
import type { Visitor } from '../../support/browser.ts'
import { mailsTo } from '../../support/inbox.ts'
import { ownPlace } from '../../support/place.ts'
import { until } from '../../support/wait.ts'
import { leadingOn, visit } from './form.ts'
import { linkIn } from './mail.ts'

export const phone = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }
export const laptop = { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } }

const SUBJECT = /^(Tautan untuk masuk ke Simpul|A link to sign in to Simpul)$/

type Role = 'button' | 'link'

/** Clicks the first in the page's main part that says this, all of it where it is text. */
const click = (page: Page, role: Role, name: string | RegExp): Promise<Response> =>
  leadingOn(page, () => page.getByRole('main').getByRole(role, { name, exact: true }).first().click())

/** Presses a button. */
export const press = (page: Page, name: string | RegExp): Promise<Response> => click(page, 'button', name)

/** Follows a link. */
export const follow = (page: Page, name: string | RegExp): Promise<Response> => click(page, 'link', name)

/** The page's own heading, what it says has just been done, and all it says. */
export const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText()
export const said = (page: Page): Promise<string> => page.getByRole('status').innerText()
export const words = (page: Page): Promise<string> => page.getByRole('main').innerText()

/** A field by its name. */
export const field = (page: Page, name: string) => page.locator(`[name="${name}"]`)

/** Whether what is wrong has the focus, as it must where something was refused. */
export const isSummaryFocused = (page: Page): Promise<boolean> =>
  page.getByRole('alert').evaluate((box) => box === document.activeElement)

/** Somebody of the demo, its administrator unless said, signed in without a mail: nobody gets more than five an hour. */
export async function administrator(
  staff: Visitor,
  home: string,
  options: BrowserContextOptions = laptop,
  person: string = demoAdministrator.personId,
): Promise<Page> {
  const page = await staff(options)
  await visit(page, await takeSignIn(ownPlace().folder, home, person))
  await press(page, 'Masuk')
  return page
}

/** Writes an address, waits for the mail, and goes where its link leads. */
export async function askForLink(page: Page, home: string, email: string): Promise<void> {
  const links = async () => (await mailsTo(email)).filter(({ subject }) => SUBJECT.test(subject))
  const before = (await links()).length
  await visit(page, `${home}/c/sign-in`)
  await page.getByLabel('Alamat surel', { exact: true }).fill(email)
  await press(page, 'Kirim tautan untuk masuk')
  expect(await heading(page)).toBe('Periksa kotak masuk surel Anda')
  const mail = await until(`a link for ${email}`, async () => (await links())[before])
  await visit(page, linkIn(mail, `${home}/c/sign-in/`))
}

/** Somebody who signs in by a mailed link, in a browser of their own. */
export async function signedIn(
  staff: Visitor,
  home: string,
  email: string,
  options: BrowserContextOptions = laptop,
): Promise<Page> {
  const page = await staff(options)
  await askForLink(page, home, email)
  await press(page, /^(Masuk|Sign in)$/)
  return page
}
