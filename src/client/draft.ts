// Keeps what is typed in a form, on the phone and on the server, sends it once the network is there, and brings it back.
// Like the rest of the script it holds no word of its own, and the page works without it.

import { bringOnce, LATER_AT } from './bring.ts'
import { anchor, button } from './build.ts'
import { keptAt, type Pairs } from './kept.ts'
import { dropPages } from './pages.ts'
import { say } from './say.ts'
import { postTo, told, waitAfter } from './server.ts'

const FIRST = 4000
const EVERY = 15_000

const KEY = 'submission'
const VERSION = 'draft-version'
const WRITER = 'draft-writer'

const newWriter = (): string => `p${String(Math.random()).slice(2, 14)}00000000`

/** Keeps a form; `line` says in sight how it stands and brings the words along, `status` tells it to screen readers. */
export function keepDraft(form: HTMLFormElement, line: HTMLElement, status: HTMLElement): void {
  const words = line.dataset
  // Buttons are called `action` too, which is what `form.action` would then be.
  const target = form.getAttribute('action') || ''
  const post = postTo(target)
  const kept = keptAt(target.replace(/\?.*/, ''))
  const control = (name: string) => form.elements.namedItem(name) as HTMLInputElement
  const add = (name: string, value: string): HTMLInputElement => {
    const made = form.appendChild(document.createElement('input'))
    made.type = 'hidden'
    made.name = name
    made.value = value
    return made
  }
  const hidden = (name: string): HTMLInputElement => control(name) || add(name, '')
  const pairs = (): Pairs => {
    const all: [string, string][] = []
    new FormData(form).forEach((value, name) => {
      all.push([name, String(value)])
    })
    return all
  }
  const fieldOf = (fields: Pairs, name: string): string =>
    (fields.find(([one]) => one === name) || ['', ''])[1]

  const isFramed = parent !== window
  let isUnsaved = false
  let isWaiting = false
  let isBusy = false
  /** Nothing is kept any more: it was sent, or somebody must choose first. */
  let isOver = !!document.querySelector('.newer')
  let isLeaving = false
  let failures = 0
  let timer = 0
  let savedAt = 0
  let canKeep = true
  let spoken: string | undefined
  let hasBegun = false

  function show(text: string | undefined, ...ways: readonly HTMLElement[]): void {
    line.textContent = `${text} `
    for (const way of ways) {
      if (isFramed && way instanceof HTMLAnchorElement) way.target = '_blank'
      line.appendChild(way)
    }
  }
  /** Says aloud what is another state than before. */
  function announce(text: string | undefined): void {
    if (text !== spoken) status.textContent = text || ''
    spoken = text
  }
  function tell(text: string | undefined, ...ways: readonly HTMLElement[]): void {
    show(text, ...ways)
    announce(text)
  }

  function keepHere(): void {
    const key = control(KEY).value
    const fields = pairs()
    const name = words.name ? fieldOf(fields, words.name) : ''
    canKeep =
      !isFramed && kept.write(key, { fields, name, at: Date.now(), unsaved: isUnsaved, waiting: isWaiting })
    if (canKeep) kept.mark(key)
  }

  function end(): void {
    isOver = true
    clearTimeout(timer)
    kept.forget(control(KEY).value)
  }

  function plan(wait: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => (isWaiting ? send(null) : save()), wait)
  }

  /** The network is gone: says so, and what becomes of the answers meanwhile. */
  function retry(answer: Response | null): void {
    failures++
    const asked = answer ? Number(answer.headers.get('Retry-After')) * 1000 : 0
    plan(Math.max(asked, waitAfter(failures)))
    if (answer) return
    tell(isWaiting ? words.waiting : canKeep ? words.offline : words.page)
  }

  /** Offers newer answers, or to go on with those on this page. */
  function offer(moment: string, load: HTMLElement, keep: () => void): void {
    tell(
      say(words.newer, moment),
      load,
      button(words.keep, () => {
        isOver = false
        keep()
      }),
    )
  }

  async function save(keepalive = false): Promise<void> {
    timer = 0
    // In a frame another page may have taken the place of this one.
    if (isBusy || isOver || isWaiting || !isUnsaved || !form.isConnected) return
    isBusy = true
    isUnsaved = false
    const answer = await post(pairs(), 'save', keepalive)
    isBusy = false
    savedAt = Date.now()
    if (isOver) return
    if (!answer || answer.status === 429) {
      isUnsaved = true
      keepHere()
      if (isWaiting) plan(0)
      else retry(answer)
      return
    }
    const { problem, version, moment, link } = await told(answer)
    if (answer.ok && link) {
      if (failures) announce(say(words.saved, moment))
      failures = 0
      hidden(VERSION).value = String(version)
      show(say(words.saved, moment), anchor(words.link, link))
      keepHere()
    } else if (problem === 'newer') {
      isUnsaved = true
      isOver = true
      const load = anchor(words.load, link.replace(/(\?|$)/, '/form$1'))
      // What is kept here is older then than what is loaded.
      load.onclick = () => {
        isUnsaved = false
        keepHere()
      }
      offer(moment, load, () => {
        hidden(VERSION).value = String(version)
        save()
      })
    } else {
      if (problem === 'conflict') end()
      isOver = true
      tell(words.ended)
    }
    if (isWaiting) plan(0)
    else if (isUnsaved && !timer) plan(EVERY)
  }

  let sendAs = ''
  /** Sends, now or as soon as that can be done; anything but a receipt is the server's page to show. */
  async function send(as: string | null): Promise<void> {
    timer = 0
    if (as !== null) sendAs = as
    isWaiting = true
    if (isBusy) return
    isBusy = true
    const answer = await post(pairs(), sendAs)
    isBusy = false
    if (!answer || answer.status === 429) {
      keepHere()
      retry(answer)
      return
    }
    isWaiting = false
    if (answer.status === 201) {
      const { receipt } = await told(answer)
      end()
      const go = () => location.assign(receipt)
      if (!kept.isEmpty()) return go()
      // Nothing is left to go on with, so the form itself need not stay; whoever waits for that in vain goes on.
      Promise.resolve().then(dropPages).then(go, go)
      setTimeout(go, 2000)
      return
    }
    leave(sendAs ? [['action', sendAs]] : [])
  }

  /** Sends the form as a browser does, with some fields more. */
  function leave(more: Pairs): void {
    for (const [name, value] of more) add(name, value)
    isLeaving = true
    form.submit()
  }

  function changed(): void {
    if (isOver) return
    isUnsaved = true
    isWaiting = false
    keepHere()
    if (!hasBegun && !isFramed) bring(({ keepPages }) => keepPages(LATER_AT))
    hasBegun = true
    if (!timer && !isBusy) plan(savedAt ? Math.max(0, savedAt + EVERY - Date.now()) : FIRST)
  }

  /** Puts fields into the form, or has the server show them where the form is another version by now. */
  function bringBack(fields: Pairs): void {
    if (fieldOf(fields, 'form-hash') !== control('form-hash').value) {
      // A browser would show its own page of errors in place of this one.
      if (!navigator.onLine) {
        retry(null)
      } else {
        for (const one of Array.from(form.elements) as HTMLInputElement[]) one.disabled = true
        leave([...fields, ['action', 'edit:']])
      }
      return
    }
    const values = (name: string) => fields.filter(([one]) => one === name).map(([, value]) => value)
    for (const one of Array.from(form.elements) as HTMLInputElement[]) {
      if (!one.name || one.type === 'submit') continue
      if (one.type === 'radio' || one.type === 'checkbox') one.checked = values(one.name).includes(one.value)
      else if (one.type !== 'hidden') one.value = values(one.name)[0] || ''
    }
    for (const name of [KEY, VERSION, WRITER]) hidden(name).value = fieldOf(fields, name)
    form.dispatchEvent(new Event('change'))
  }

  async function sendKept(fields: Pairs): Promise<string | null> {
    const answer = await post(fields, '')
    if (!answer || answer.status === 429) return null
    return answer.status === 201 ? (await told(answer)).receipt : ''
  }

  /** Asks for the rest of the script, once somebody has begun. */
  const bring = bringOnce((later) => {
    const end = form.querySelector('section:last-of-type')
    if (end) end.appendChild(later.fileRow({ name: words.name, fields: pairs, bringBack, announce }))
  })

  /** Asks about answers that were kept on this phone. */
  function ask(): void {
    const entries = kept.all()
    if (entries.length > 0)
      bring(({ listOf }) => {
        const list = listOf(entries, { kept, send: sendKept, bringBack, announce })
        line.parentNode?.insertBefore(list, line)
      })
  }

  function begin(): void {
    const key = control(KEY).value
    const own = kept.read(key)
    const mine = own || kept.read(kept.marked())
    // 0 is a visit; others are a reload, and a way back or forward.
    const isReturn = !!mine && performance.navigation.type > 0
    // A page that answers a POST shows what was typed last; one that the server kept may be older than what is here.
    const isServers = location.pathname.startsWith('/d/')
    const isNewer = own && (own.unsaved || fieldOf(own.fields, VERSION) === hidden(VERSION).value)
    if (own && (isReturn || (isServers && isNewer))) bringBack(own.fields)
    else if (!own && mine && isReturn) bringBack(mine.fields)
    else if (!isServers && !/send=/.test(location.search)) ask()
  }

  form.addEventListener('input', changed)
  form.addEventListener('change', (event) => {
    if (event.isTrusted) changed()
  })
  form.addEventListener('submit', (event) => {
    const pressed = ((event as SubmitEvent).submitter || document.activeElement) as HTMLButtonElement
    const isSending = pressed.matches('main button:not([formaction])') && /^(send)?$/.test(pressed.value)
    isLeaving = !isSending && navigator.onLine !== false
    if (isLeaving) return
    event.preventDefault()
    // What becomes of it is told where it was pressed.
    pressed.parentNode?.appendChild(line)
    if (isSending) send(pressed.value)
    else retry(null)
  })
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && !isLeaving) save(true)
  })
  addEventListener('online', () => {
    if (isUnsaved || isWaiting) plan(0)
  })
  addEventListener('offline', () => {
    if (!isOver) retry(null)
  })
  // Another page of this browser has the same answers: whoever types last is not let over the other unasked.
  addEventListener('storage', ({ key, newValue }) => {
    if (isOver || !kept.isOf(key, control(KEY).value)) return
    isOver = true
    if (!newValue) tell(words.ended)
    else {
      const load = button(words.load, () => {
        const entry = kept.read(control(KEY).value)
        isOver = false
        line.textContent = ''
        if (entry) bringBack(entry.fields)
      })
      offer(new Date().toLocaleTimeString(document.documentElement.lang), load, changed)
    }
  })
  addEventListener('pageshow', ({ persisted }) => {
    isLeaving = isLeaving && !persisted
  })
  hidden(WRITER).value ||= newWriter()
  if (!isFramed) begin()
}
