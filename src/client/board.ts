// The script of a round's board: fetches the numbers anew while the page is seen, and writes what has changed into what
// stands there, so that focus and reading place stay. The page works without it; it holds no word that people read.
// Written to be short, for it travels with every board; tests/client/built.test.ts keeps it under 1.5 kB.

const EVERY = 30_000
const LONGEST = 480_000
const doc = document

/** Makes one node say what another one says. What only the page itself knows, as whether something is open, stays. */
function write(old: Node, now: Node): void {
  if (old.nodeValue !== now.nodeValue) old.nodeValue = now.nodeValue
  if (old instanceof Element && now instanceof Element)
    for (const { name, value } of Array.from(now.attributes)) old.setAttribute(name, value)
  const before = Array.from(old.childNodes)
  // Counted first: what moves over leaves the list it comes from.
  const after = Array.from(now.childNodes)
  after.forEach((child, at) => {
    const there = before[at]
    if (!there) old.appendChild(child)
    else if (there.nodeName === child.nodeName) write(there, child)
    else old.replaceChild(child, there)
  })
  for (const one of before.slice(after.length)) old.removeChild(one)
}

function keep(numbers: HTMLElement, link: HTMLElement, button: HTMLElement, status: HTMLElement): void {
  let wait = EVERY
  let timer = 0
  let isPaused = false

  function plan(): void {
    clearTimeout(timer)
    if (!isPaused && !doc.hidden) timer = setTimeout(refresh, wait)
  }

  /** Fetches; says so only where somebody asked for it, or where it fails. */
  async function refresh(asked?: Event): Promise<void> {
    let said = ''
    try {
      const answer = await fetch(location.href, {
        credentials: 'same-origin',
        headers: { 'If-None-Match': asked ? '' : numbers.dataset.tag || '' },
      })
      if (answer.status !== 304) {
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
        const [, , news, now] = find(page)
        const focused = doc.activeElement
        const href = focused && numbers.contains(focused) && focused.getAttribute('href')
        // Any other page, as that of signing in, has none of these: that fails.
        write(numbers, now as HTMLElement)
        // Where rows have moved, the focus goes along.
        const same = href && numbers.querySelector<HTMLElement>(`[href="${href}"]`)
        if (same && same !== doc.activeElement) same.focus()
        if (asked && news) said = news.dataset.updated || ''
      }
      wait = EVERY
    } catch (_) {
      said = status.dataset.offline || ''
      wait = Math.min(wait * 2, LONGEST)
    }
    if (status.textContent !== said) status.textContent = said
    plan()
  }

  button.hidden = false
  button.onclick = () => {
    isPaused = !isPaused
    const { other } = button.dataset
    button.dataset.other = button.textContent || ''
    button.textContent = other || ''
    plan()
  }
  link.onclick = (event) => {
    refresh(event)
    return false
  }
  doc.addEventListener('visibilitychange', () => {
    if (doc.hidden || isPaused) plan()
    else refresh()
  })
  plan()
}

/** The ways to have the numbers anew, what is said of them, and the numbers, in the order in which they stand in a page. */
const find = (page: Document) => Array.from(page.querySelectorAll<HTMLElement>('.fresh *,#numbers'))

const [link, button, status, numbers] = find(doc)
if (link && button && status && numbers) keep(numbers, link, button, status)

export {}
