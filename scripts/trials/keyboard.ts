// A form filled in and sent with the keyboard alone, by somebody who sees where the focus is.
import { SHORTEST } from '../../src/core/form/trap.ts'
import { madeAt } from '../../src/core/kernel/id.ts'
import { until } from '../../tests/support/wait.ts'
import { KEYS, type Tab } from './bidi.ts'

/** What has the focus. */
interface Focused {
  readonly isHere: boolean
  readonly name: string
  readonly kind: string
  readonly value: string
  readonly text: string
}

const FOCUSED = `(({ activeElement: on }) => ({
  isHere: document.hasFocus(), name: on.name || '', kind: on.localName === 'input' ? on.type : on.localName,
  value: on.value || '', text: on.textContent.trim(),
}))(document)`

/** More stops than any of our forms has. */
const MOST_STOPS = 300

export const focusedOn = (tab: Tab, frame?: string): Promise<Focused> => tab.read(FOCUSED, frame)

/** Presses Tab until the focus is where it is wanted. */
export async function tabTo(
  tab: Tab,
  isWanted: (focused: Focused) => boolean,
  frame?: string,
): Promise<Focused> {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await tab.press(KEYS.tab, frame)
    const focused = await focusedOn(tab, frame)
    if (isWanted(focused)) return focused
  }
  throw new Error('The Tab key never led where it should.')
}

/** Fills in the field that has the focus; false where this radio button or box is not the one. */
async function answer(tab: Tab, { name, kind, value: now }: Focused, value: string, frame?: string) {
  const wanted = JSON.stringify(value)
  if (kind === 'checkbox') {
    if (now !== value) return false
    await tab.press(' ', frame)
  } else if (kind === 'radio') {
    for (let choices = 0; (await focusedOn(tab, frame)).value !== value; choices++) {
      if (choices > 20) throw new Error(`${name} has no choice ${value}.`)
      await tab.press(KEYS.down, frame)
    }
    await tab.press(' ', frame)
  } else if (kind === 'select') {
    const option = `[...document.activeElement.options].find(({ value }) => value === ${wanted}).text`
    await tab.press(await tab.read<string>(option, frame), frame)
  } else await tab.press(value.replaceAll('\n', KEYS.enter), frame)
  const isGiven = `[...document.getElementsByName(${JSON.stringify(name)})].some((field) =>
    field.value === ${wanted} && (!/^(?:radio|checkbox)$/.test(field.type) || field.checked))`
  if (await tab.read<boolean>(isGiven, frame)) return true
  throw new Error(`${name} did not take ${wanted}.`)
}

/** Waits until the page has been open as long as a person needs to read it, as tests/journeys/support/form.ts does. */
async function untilRead(tab: Tab, frame?: string): Promise<void> {
  const minted = madeAt(await tab.read<string>(`document.querySelector('[name=submission]').value`, frame))
  if (minted !== null)
    await until('a page that has been read', () => (Date.now() >= minted + SHORTEST ? true : undefined))
}

/** Goes through a form with Tab, answers what it asks, follows the links to the next sections, and sends. */
export async function fillInByKeyboard(
  tab: Tab,
  answers: Readonly<Record<string, string>>,
  frame?: string,
): Promise<void> {
  const open = new Map(Object.entries(answers))
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await tab.press(KEYS.tab, frame)
    const focused = await focusedOn(tab, frame)
    const value = focused.isHere ? open.get(focused.name) : undefined
    if (value !== undefined) {
      if (await answer(tab, focused, value, frame)) open.delete(focused.name)
    } else if (focused.kind === 'a' && focused.text.startsWith('Berikutnya')) {
      await tab.press(KEYS.enter, frame)
      await until('the next section', async () =>
        (await focusedOn(tab, frame)).kind === 'h2' ? true : undefined,
      )
    } else if (focused.kind === 'button' && focused.text === 'Kirim') {
      if (open.size > 0) throw new Error(`The Tab key never came to ${[...open.keys()].join(', ')}.`)
      await untilRead(tab, frame)
      return tab.press(KEYS.enter, frame)
    }
  }
  throw new Error('The Tab key never came to the button that sends.')
}
