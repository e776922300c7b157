// `npm run trial:wordpress`: the link to a form pasted into a real WordPress, published, filled in there and sent. Not a
// part of npm test; needs Debian's packages, and says which are missing. `-- --pictures <folder>` keeps what was seen.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Browser, chromium, type Page } from 'playwright-core'
import { untilRead } from '../../tests/journeys/support/form.ts'
import { formIn, sendIn, titled } from '../../tests/journeys/support/frames.ts'
import {
  ikoAnswersOf,
  newOrganisation,
  registrationAnswersOf,
} from '../../tests/journeys/support/organisation.ts'
import { walk } from '../../tests/journeys/support/way.ts'
import { findChromium } from '../../tests/support/chromium.ts'
import { until } from '../../tests/support/wait.ts'
import { copyFor, type TrialCopy } from './copy.ts'
import { expectThat, runTrial, type Trial } from './steps.ts'
import { publishClassic, publishWithBlocks, signIn } from './wordpress/editors.ts'
import { demandPackages, startWordPress } from './wordpress/site.ts'

const { pictures } = parseArgs({ options: { pictures: { type: 'string' } } }).values

/** WordPress lets no frame be higher (px). */
const CEILING = 1000
const SIZES = { phone: { width: 360, height: 740 }, desktop: { width: 1280, height: 800 } } as const
const FRAME = 'iframe.wp-embedded-content'

const keep = async (page: Page, name: string): Promise<void> => {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `wordpress-${name}.png`) })
}

/** Waits until WordPress shows the frame, which it does once a height came with its secret; gives the height in px. */
const shown = (page: Page): Promise<number> =>
  until('WordPress to show the frame', () =>
    page.locator(FRAME).evaluate((frame) => {
      const { height } = frame.getBoundingClientRect()
      return frame.hasAttribute('style') ? undefined : Math.round(height)
    }),
  )

/** Opens a post, fills in the form in it as a reader does, sends it, and asks the database. */
async function fillInAt(page: Page, copy: TrialCopy, post: string, form: 'iko' | 'daftar', name: string) {
  await page.goto(post)
  const height = await shown(page)
  expectThat(height <= CEILING, `It is ${height} px high.`)
  expectThat(!(await page.locator('blockquote.wp-embedded-content').isVisible()), 'The link is still shown.')
  expectThat(
    (await page.locator(FRAME).getAttribute('sandbox')) === 'allow-scripts',
    'It is in another sandbox.',
  )
  await page.locator(FRAME).scrollIntoViewIfNeeded()
  await keep(page, `${name}-form`)
  const frame = await formIn(page)
  expectThat((await frame.evaluate(() => self.origin)) === 'null', 'It has an origin.')
  const organisation = newOrganisation()
  await walk(frame, form === 'iko' ? ikoAnswersOf(organisation) : registrationAnswersOf(organisation))
  await keep(page, `${name}-filled`)
  await untilRead(frame)
  await sendIn(frame)
  await titled(page, 'sudah kami terima')
  await keep(page, `${name}-receipt`)
  expectThat((await copy.stored(organisation.name)) === 1, 'It is not stored once.')
}

async function lookAt(browser: Browser, { step }: Trial, copy: TrialCopy, post: string, way: string) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const page = await browser.newPage({ viewport, locale: 'id-ID' })
    await step(`${way}, ${size}: shown by WordPress, filled in, sent and stored`, () =>
      fillInAt(
        page,
        copy,
        post,
        way.startsWith('IKO') ? 'iko' : 'daftar',
        `${way}-${size}`.replace(/\W+/g, '-'),
      ),
    )
    await page.close()
  }
  await step(`${way}: shown again where the browser has kept the page`, async () => {
    const page = await browser.newPage({ viewport: SIZES.desktop })
    await page.goto(post)
    await shown(page)
    await page.reload()
    await shown(page)
    await page.close()
  })
  await step(`${way}: the way to the full page leads there`, async () => {
    const page = await browser.newPage({ viewport: SIZES.desktop })
    await page.goto(post)
    await shown(page)
    const frame = await formIn(page)
    await frame
      .getByRole('link', { name: /^Buka di halaman penuh/ })
      .first()
      .click()
    await page.waitForURL(`${copy.home}/f/*`)
    await page.close()
  })
  await step(`${way}: without script there is the link to the form`, async () => {
    const page = await browser.newPage({ viewport: SIZES.phone, javaScriptEnabled: false })
    await page.goto(post)
    await keep(page, `${way}-without-script`.replace(/\W+/g, '-'))
    await page.locator('blockquote.wp-embedded-content a').click()
    await page.waitForURL(`${copy.home}/f/*`)
    await page.close()
  })
}

await runTrial('Forms in WordPress', async (trial) => {
  demandPackages()
  const { executablePath, env } = await findChromium()
  const copy = await copyFor(trial)
  const wordpress = await startWordPress(trial, copy.home)
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox'],
    env: { ...process.env, ...env },
  })
  trial.atEnd(() => browser.close())
  trial.say(`Chromium ${browser.version()}`)

  const writer = await browser.newContext({ viewport: SIZES.desktop })
  await writer.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: wordpress.address })
  const page = await writer.newPage()
  await trial.step('somebody who writes signs in', () => signIn(page, wordpress))
  const ways = [
    ['IKO, block editor', publishWithBlocks, '/f/iko-2026-2'],
    ['registration, block editor', publishWithBlocks, '/f/daftar'],
    ['registration, classic editor', publishClassic, '/f/daftar'],
  ] as const
  for (const [way, publish, path] of ways) {
    const published = await trial.step(
      `${way}: the bare link is pasted, previewed and published`,
      async () => {
        try {
          return await publish(page, wordpress, `${copy.home}${path}`, 'Isi formulir kami')
        } finally {
          await keep(page, `${way}-editor`.replace(/\W+/g, '-'))
        }
      },
    )
    if (!published) continue
    trial.say(`        it holds ${JSON.stringify(published.content)}`)
    await lookAt(browser, trial, copy, published.post, way)
  }
})
