// `npm run trial:firefox`: forms in frames of another site in Debian's Firefox, with the keyboard alone. Not a part of
// npm test. `-- --pictures <folder>` keeps what was seen.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { newOrganisation, registrationAnswersOf } from '../../tests/journeys/support/organisation.ts'
import { frameOf, openSite, type Site, scriptOf } from '../../tests/support/site.ts'
import { until } from '../../tests/support/wait.ts'
import { type Firefox, findFirefox, KEYS, startFirefox, type Tab } from './bidi.ts'
import { copyFor, type TrialCopy } from './copy.ts'
import { fillInByKeyboard, focusedOn, tabTo } from './keyboard.ts'
import { expectThat, runTrial, type Trial } from './steps.ts'

const { pictures } = parseArgs({ options: { pictures: { type: 'string' } } }).values

interface Stage {
  readonly trial: Trial
  readonly copy: TrialCopy
  readonly site: Site
  readonly firefox: Firefox
}

const FORM = '/f/daftar'
const before = '<p><button id="before">Sebelum</button></p>'
const after = '<p><a id="after" href="/">Sesudah</a></p>'

async function keep(tab: Tab, name: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  writeFileSync(join(pictures, `firefox-${name}.png`), await tab.picture())
}

/** Waits until the page or the frame says that answers have arrived. */
const received = (tab: Tab, frame?: string) =>
  until('the words that answers have arrived', async () => {
    const heading = await tab.read<string | undefined>(`document.querySelector('h1')?.textContent`, frame)
    return heading?.includes('sudah kami terima') ? true : undefined
  })

/** Waits until the frame is as high as what it shows, or a step more; gives its height in px. */
const fits = (tab: Tab, frame: string) =>
  until('the frame to be as high as what it shows', async () => {
    const height = (place: string) => `document.querySelector('${place}').getBoundingClientRect().height`
    const frameHeight = await tab.read<number>(height('iframe'))
    const spare = frameHeight - (await tab.read<number>(height('html'), frame))
    return spare >= 0 && spare < 33 ? frameHeight : undefined
  })

/** Puts the focus on the button before the frame, as somebody who came that far down the page. */
const startBefore = (tab: Tab) => tab.read(`document.getElementById('before').focus()`)

/** Opens a page, goes through the form on it with the keyboard, and asks the database. */
async function through(
  { trial: { step }, copy, firefox }: Stage,
  name: string,
  [width, height]: readonly [number, number],
  address: string,
  frame: string | undefined,
  also: (tab: Tab) => Promise<void>,
): Promise<void> {
  const organisation = newOrganisation()
  await step(name, async () => {
    const tab = await firefox.open(width, height)
    await tab.goTo(address)
    if (frame !== undefined) await startBefore(tab)
    await fillInByKeyboard(tab, registrationAnswersOf(organisation), frame)
    await received(tab, frame)
    await also(tab)
    await tab.close()
    expectThat((await copy.stored(organisation.name)) === 1, 'It is not stored once.')
  })
}

async function withScript(stage: Stage): Promise<void> {
  const { trial, copy, site, firefox } = stage
  const framed = `${copy.home}${FORM}?embed=1`
  const script = scriptOf(copy.home)
  const phone = [360, 740] as const
  const desktop = [1280, 800] as const

  await through(
    stage,
    'a bare frame of another site is filled in and sent',
    phone,
    site.putUp({ body: before + frameOf(framed) + after }),
    FORM,
    async (tab) => {
      expectThat(
        (await tab.read<number>(`document.querySelector('iframe').offsetHeight`)) === 720,
        'It grew.',
      )
      await keep(tab, 'bare')
    },
  )

  await trial.step('with the script a frame grows and shrinks with what it shows', async () => {
    const tab = await firefox.open(...desktop)
    await tab.goTo(site.putUp({ body: before + frameOf(`${copy.home}/f/iko-2026-2?embed=1`) + script }))
    const first = await fits(tab, '/f/iko')
    await startBefore(tab)
    await tabTo(tab, ({ text }) => text.startsWith('Berikutnya'), '/f/iko')
    await tab.press(KEYS.enter, '/f/iko')
    await until('the next section', async () =>
      (await focusedOn(tab, '/f/iko')).kind === 'h2' ? true : undefined,
    )
    const second = await until('another height', async () => {
      const height = await fits(tab, '/f/iko')
      return height === first ? undefined : height
    })
    const top = await until('the section in sight', async () => {
      const places = [
        await tab.read<number>(`document.querySelector('iframe').getBoundingClientRect().top`),
        await tab.read<number>(`document.querySelector('.at').getBoundingClientRect().top`, '/f/iko'),
      ]
      const place = places.reduce((sum, one) => sum + one)
      return place > -2 && place < desktop[1] / 2 ? Math.round(place) : undefined
    })
    await keep(tab, 'grown')
    await tab.close()
    trial.say(`        ${first} px, then ${second} px; the section begins ${top} px below the top`)
  })

  await through(
    stage,
    'with the script the keyboard comes into the frame, sends, and comes out again',
    desktop,
    site.putUp({ body: before + frameOf(framed) + after + script }),
    FORM,
    async (tab) => {
      await fits(tab, FORM)
      await until('the focus on what follows the frame', async () => {
        const { isHere, text } = await focusedOn(tab)
        if (isHere && text === 'Sesudah') return true
        await tab.press(KEYS.tab, FORM)
        return undefined
      })
    },
  )

  await through(
    stage,
    'in a sandbox without an origin the form is sent by its script, and the answer takes its place',
    phone,
    site.putUp({ body: before + frameOf(framed, 'sandbox="allow-scripts"') + after + script }),
    FORM,
    async (tab) => {
      expectThat((await tab.read<string>('self.origin', FORM)) === 'null', 'It has an origin.')
      await fits(tab, FORM)
      await keep(tab, 'sandbox')
    },
  )
}

async function withoutScript(stage: Stage): Promise<void> {
  const { copy, site } = stage
  await through(
    stage,
    'without script the full page is filled in and sent',
    [360, 740],
    `${copy.home}${FORM}`,
    undefined,
    (tab) => keep(tab, 'full'),
  )
  await through(
    stage,
    'without script a bare frame of another site is filled in and sent inside the frame',
    [1280, 800],
    site.putUp({ body: before + frameOf(`${copy.home}${FORM}?embed=1`) + after }),
    FORM,
    (tab) => keep(tab, 'bare-without-script'),
  )
}

await runTrial('Forms on other sites, in Firefox', async (trial) => {
  const program = findFirefox()
  const copy = await copyFor(trial)
  const site = await openSite()
  trial.atEnd(site.close)
  for (const script of [true, false]) {
    const firefox = await startFirefox(program, { script })
    trial.atEnd(firefox.stop)
    trial.say(`${firefox.version}, scripts ${script ? 'on' : 'off'}`)
    await (script ? withScript : withoutScript)({ trial, copy, site, firefox })
  }
})
