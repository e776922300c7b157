// The script of a form's page in a frame of another site. It tells that site heights and states, never answers, and sends
// without leaving the page: in a sandbox no form is submitted, and where the network is lost what was typed must stay.
// It needs no storage and no origin, and holds no word; like the form's own it runs on Android System WebView 61.
import { HIGHEST, LOWEST } from './heights.ts'

/** What is told to the site around: a height `h` and a place `y` below the top, both in px, and the `name` of a state. */
type Told =
  | { readonly type: 'height'; readonly h: number }
  | { readonly type: 'top'; readonly y: number }
  | { readonly type: 'open' }
  | { readonly type: 'event'; readonly name: 'ready' | 'started' | 'page' | 'submitted' | 'closed' }

/** `frameSecret` is what WordPress put into the address, kept where one page takes the place of another. */
declare global {
  interface Window {
    frameSecret?: string | undefined
  }
}

const STEP = 32
/** At most four heights a second. */
const PAUSE = 250
/** A network that does not answer for so long (ms) is taken for lost. */
const PATIENCE = 20000
const LONGEST_WAIT = 60

const byId = (id: string) => document.getElementById(id) as HTMLElement

function begin(says: HTMLElement): void {
  const words = says.dataset
  const lost = byId('frame-lost')
  const { answers, says: state } = document.body.dataset
  const id = location.pathname.split('/').pop()
  const secret = window.frameSecret || (/[?&]secret=([\w-]+)/.exec(location.hash) || [])[1]
  window.frameSecret = secret

  // Until the site has said where it is, only what is no secret of anybody's goes out: heights and states.
  let site = '*'
  let isGreeted = false
  const tell = (told: Told) => parent.postMessage(Object.assign({ v: 1, id }, told), site)

  let height = 0
  let tellsNext = 0
  let heightTimer = 0
  function tellHeight(): void {
    heightTimer = 0
    const content = document.documentElement.getBoundingClientRect().height
    const h = Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(content / STEP) * STEP))
    if (h === height) return
    height = h
    tellsNext = performance.now() + PAUSE
    tell({ type: 'height', h })
    tellWordPress()
  }
  function tellWordPress(): void {
    if (secret) parent.postMessage({ message: 'height', value: height, secret }, '*')
  }
  function resized(): void {
    if (!heightTimer) heightTimer = setTimeout(tellHeight, Math.max(16, tellsNext - performance.now()))
  }

  function tellPlace(goal: Element): void {
    const top = goal.getBoundingClientRect().top - document.documentElement.getBoundingClientRect().top
    tell({ type: 'top', y: Math.floor(Math.min(HIGHEST, Math.max(0, top))) })
  }

  function tellState(): void {
    tell({ type: 'event', name: 'ready' })
    if (state === 'submitted' || state === 'closed') tell({ type: 'event', name: state })
  }

  function say(text: string | undefined): void {
    if (says.textContent !== text) says.textContent = text || ''
  }

  /** What stands in the form, as a person reads it, to be copied. */
  function copy(form: HTMLFormElement): string {
    const lines: string[] = []
    for (const box of Array.from(form.querySelectorAll<HTMLElement>('.q'))) {
      if (box.hidden) continue
      const asked = box.querySelector('legend,.l')
      const given: string[] = []
      for (const field of Array.from(box.querySelectorAll<HTMLInputElement>('input,select,textarea'))) {
        const choice = field.closest('.r')
        const option = box.querySelector<HTMLElement>('option:checked')
        if (!choice) given.push(field.value && option ? option.textContent || '' : field.value)
        else if (field.checked) given.push(choice.textContent || '')
      }
      const text = given.filter(Boolean).join('\n')
      if (text) lines.push(`${asked ? asked.textContent : ''}\n${text}`)
    }
    return lines.map((line) => line.trim()).join('\n\n')
  }

  let pressed: HTMLButtonElement | null = null
  let tries = 0
  let timer = 0

  /** Waits for a while (s) and tries again; what was typed stands where it stood. */
  function wait(text: string | undefined, seconds = Math.min(LONGEST_WAIT, 2 ** ++tries)): void {
    if (!pressed?.form) return
    clearTimeout(timer)
    timer = setTimeout(attempt, seconds * 1000)
    ;(byId('frame-copy') as HTMLTextAreaElement).value = copy(pressed.form)
    lost.hidden = false
    say(text)
  }

  const notAnswered = () => wait(words.waiting)

  /** The page that answers takes the place of this one. One that holds no form says its words here, so nothing is lost. */
  function show(html: string, place: string): void {
    clearTimeout(timer)
    const { body } = new DOMParser().parseFromString(html, 'text/html')
    if (body.dataset.answers === undefined) {
      const main = body.querySelector('main')
      lost.hidden = true
      say(main ? (main.textContent || '').trim() : '')
      return
    }
    clearTimeout(heightTimer)
    // Only the fragment changes, which a page without an origin may do as well.
    history.replaceState(null, '', `#${place}`)
    document.open()
    document.write(html)
    document.close()
  }

  function attempt(): void {
    const button = pressed
    if (!button?.form) return
    clearTimeout(timer)
    timer = setTimeout(notAnswered, PATIENCE)
    if (lost.hidden) say(words.sending)
    const sent = new URLSearchParams()
    new FormData(button.form).forEach((value, name) => {
      sent.append(name, String(value))
    })
    sent.append(button.name, button.value)
    const action = button.getAttribute('formaction') || button.form.getAttribute('action') || ''
    // Form-encoded and without a header of ours, so that no question is asked before it; without cookies or other rights.
    fetch(action, { method: 'POST', body: sent, credentials: 'omit' })
      .then((answer) => {
        if (answer.status !== 429 && answer.status < 500) return answer.text()
        const seconds = Number(answer.headers.get('Retry-After'))
        wait(words.busy, seconds > 0 ? Math.min(seconds, LONGEST_WAIT * 5) : undefined)
        return null
      })
      .then((html) => {
        // An earlier try may have been answered after all.
        if (html === null || pressed !== button) return
        pressed = null
        show(html, action.split('#')[1] || '')
      })
      .catch(notAnswered)
  }

  /** Opens a link on a page of its own; where the sandbox forbids that, asks the site to, and shows the address. */
  function leave(link: HTMLAnchorElement): void {
    const opened = open(link.href, '_blank')
    if (opened) {
      opened.opener = null
      return
    }
    // Only the form's own page: where a receipt lies is nobody else's business.
    if (link.pathname === location.pathname) {
      tell({ type: 'open' })
      if (secret) parent.postMessage({ message: 'link', value: link.href, secret }, '*')
    }
    const address = byId('frame-address')
    address.textContent = link.href
    address.hidden = false
    say(words.open)
    says.scrollIntoView()
  }

  document.addEventListener('click', (event) => {
    const { target } = event
    const at = target instanceof Element && target.closest('a,button')
    if (at instanceof HTMLButtonElement && at.type === 'submit' && at.form) {
      event.preventDefault()
      if (pressed) return
      pressed = at
      tries = 0
      attempt()
    } else if (at instanceof HTMLAnchorElement) {
      if (at.target && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault()
        leave(at)
      } else if (secret && /embed=1/.test(at.getAttribute('href') || '')) at.hash = `?secret=${secret}`
    }
  })
  byId('frame-again').addEventListener('click', attempt)
  addEventListener('online', attempt)

  let isStarted = false
  document.addEventListener('input', () => {
    if (!isStarted) tell({ type: 'event', name: 'started' })
    isStarted = true
  })
  addEventListener('hashchange', () => {
    const goal = document.getElementById(location.hash.slice(1))
    if (!goal) return
    const question = goal.closest('.q')
    // The frame first gets the height to show it in, then the site brings it into sight: a browser moves no page for that.
    clearTimeout(heightTimer)
    tellHeight()
    tellPlace(question || (goal.localName === 'h2' && document.querySelector('.at')) || goal)
    if (!question) tell({ type: 'event', name: 'page' })
  })
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== parent || !data) return
    // WordPress shows the frame after a height only, and its script may have come after the first one.
    if (data.message === 'ready' && data.secret === secret) tellWordPress()
    if (data.v !== 1 || data.type !== 'hello' || isGreeted) return
    isGreeted = true
    site = origin === 'null' ? '*' : origin
    height = 0
    tellHeight()
    tellState()
  })

  tellHeight()
  tellState()
  if (answers !== undefined) {
    tellPlace(document.documentElement)
    // A browser puts the focus nowhere by itself in a frame of another site; where it is in the host, it stays there.
    const goal = document.querySelector<HTMLElement>('[autofocus]')
    if (goal && document.hasFocus()) goal.focus()
  }
  if ('ResizeObserver' in window) new ResizeObserver(resized).observe(document.documentElement)
  else setInterval(resized, PAUSE)
}

const says = document.getElementById('frame-says')
if (says && parent !== window) begin(says)
