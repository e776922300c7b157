// The script of a form's page: one section at a time, what is still missing in words, and conditions. The page works
// without it. It adopts what it finds, holds no word and no id of a form, and runs on Android System WebView 61 (Android 8
// of 2017, never updated): its build is ECMAScript 2017, and tests/client/built.test.ts lists what it may call.
import { type Earlier, holds, isNeeded, type Rule } from '../core/form/condition.ts'
import { keepDraft } from './draft.ts'
import { say } from './say.ts'

/** A section on the page, with the link that leads to it in the list of contents. */
interface Part {
  readonly section: HTMLElement
  readonly heading: HTMLElement
  readonly link: HTMLElement
  readonly title: string
}

/** A question on the page, with the rule by which it is asked and needed. */
interface Asked {
  readonly box: HTMLElement
  readonly control: HTMLInputElement
  readonly rule: Rule
}

const find = <E extends HTMLElement>(selector: string, within: ParentNode = document): E[] =>
  Array.from(within.querySelectorAll<E>(selector))

const topOf = (element: Element): number => element.getBoundingClientRect().top

/** Writes a text where it is another one, so that nothing is laid out in vain. */
function put(place: HTMLElement, text: string): void {
  if (place.textContent !== text) place.textContent = text
}

function partsOf(contents: readonly HTMLAnchorElement[]): Part[] {
  const parts: Part[] = []
  for (const link of contents) {
    const heading = document.getElementById(link.hash.slice(1))
    const section = heading?.closest('section')
    if (heading && section) parts.push({ section, heading, link, title: link.textContent || '' })
  }
  return parts
}

function askedIn(box: HTMLElement): Asked {
  // Every question has a control; those of a group share its name. What is asked of it here, every kind of control has.
  const control = box.querySelector('input,select,textarea') as HTMLInputElement
  const { rule } = box.dataset
  return { box, control, rule: rule ? JSON.parse(rule) : control.required ? { required: true } : {} }
}

/** What stands in the form now, as the server will read it. */
function answersIn(form: HTMLFormElement): Earlier {
  const answers: Record<string, string[]> = {}
  const given = new Set<string>()
  const data = new FormData(form)
  data.forEach((value, name) => {
    answers[name] = data.getAll(name).map(String)
    if (String(value).trim()) given.add(name)
  })
  return { answers, given }
}

function improve(
  form: HTMLFormElement,
  parts: readonly Part[],
  opened: Part,
  progress: HTMLElement,
  status: HTMLElement,
): void {
  const questions = find('.q', form).map(askedIn)
  const openings = find('.opening')
  const words = status.dataset
  const last = parts.length - 1
  let shown = opened
  /** The part whose number was told last. */
  let told = opened
  let saying = ''

  /** Applies the conditions, counts what is missing, and gives the names of the questions that have appeared. */
  function refresh(): string[] {
    const earlier = answersIn(form)
    const appeared: string[] = []
    const needed = questions.filter(({ box, control, rule }) => {
      // A question that must be mended is shown, whatever else is answered.
      const isHidden = !!rule.when && !holds(rule.when, earlier) && !box.querySelector('.e')
      if (box.hidden && !isHidden) appeared.push(box.dataset.name || '')
      box.hidden = isHidden
      const isRequired = isNeeded(rule, earlier)
      // One button or box of several cannot say that any of them is needed.
      if (!control.closest('.r')) control.required = isRequired
      return isRequired
    })
    const missing = needed.filter(({ control }) => !earlier.given.has(control.name))
    parts.forEach(({ section, link, title }, at) => {
      const isHere = ({ box }: Asked) => section.contains(box)
      const count = missing.filter(isHere).length
      // A message stays until the server has read the answer again, so what it stands at cannot be called complete.
      const isRefused = !count && !!section.querySelector('.e')
      const state = count
        ? words.left
        : isRefused
          ? words.again
          : needed.some(isHere)
            ? words.complete
            : '{0}'
      put(link, say(state, title, count))
      link.removeAttribute('aria-current')
      if (section !== shown.section) return
      link.setAttribute('aria-current', 'step')
      // The last part is none of the form's sections, and paper counts those alone.
      saying = at < last ? say(words.at, at + 1, last, title) : `${title}.`
    })
    if (needed.length > 0) saying += ` ${say(words.answered, needed.length - missing.length, needed.length)}`
    put(progress, saying)
    return appeared
  }

  function show(part: Part): void {
    shown = part
    for (const one of parts) {
      if (one === part) one.section.removeAttribute('hidden')
      // A browser that can finds text in it and asks for it with `beforematch`; any other hides it.
      else one.section.setAttribute('hidden', 'until-found')
    }
    for (const opening of openings) opening.hidden = part !== parts[0]
    refresh()
  }

  const partOf = (element: Element | null) => parts.find(({ section }) => section.contains(element))
  const target = () => document.getElementById(location.hash.slice(1))

  const focused = document.activeElement
  const begun = partOf(focused)
  const start =
    partOf(target()) ||
    begun ||
    partOf(document.querySelector('[autofocus]')) ||
    partOf(document.querySelector('.e')) ||
    opened

  /** Shows what the address names. Links and the browser's Back lead here. */
  function follow(): void {
    const goal = location.hash ? target() : start.heading
    const part = partOf(goal)
    if (!goal || !part) return
    show(part)
    if (part !== told) put(status, saying)
    told = part
    goal.focus()
    ;(goal === part.heading ? progress : goal).scrollIntoView()
  }

  function answered({ type }: Event): void {
    const appeared = refresh()
    if (appeared.length > 0) put(status, say(words.appeared, appeared.join(', ')))
    // What was told of the section is true no more. A click is an input, then a change, which leaves the news alone.
    else if (type === 'input') put(status, '')
  }

  const before = focused && topOf(focused)
  document.documentElement.classList.add('js')
  show(start)
  told = start
  // Whoever has begun to answer does not lose the place. It is counted from the page's top, because the browser itself
  // scrolls at some moment of its own when a page becomes shorter.
  if (begun && focused) scrollTo(0, topOf(focused) - topOf(document.documentElement) - (before || 0))

  form.addEventListener('input', answered)
  form.addEventListener('change', answered)
  form.addEventListener('beforematch', ({ target }) => {
    const part = target instanceof Element && partOf(target)
    if (part) show(part)
  })
  // The same page in another language opens where this one stood.
  for (const button of find<HTMLButtonElement>('header .link')) {
    button.addEventListener('click', () => {
      button.formAction = button.formAction.replace(/#.*|$/, `#${shown.heading.id}`)
    })
  }
  addEventListener('hashchange', follow)
  // A browser that comes back or reloads puts in what was typed without telling.
  addEventListener('pageshow', refresh)
}

const form = document.querySelector<HTMLFormElement>('#form')
const parts = partsOf(find<HTMLAnchorElement>('nav ol a'))
const [opened] = parts
const [progress] = find('.at')
const [status] = find('[role=status]')
if (form && opened && progress && status) improve(form, parts, opened, progress, status)
const [line] = find('.kept')
if (form && line && status) keepDraft(form, line, status)
