// The script that other sites load beside a frame: /embed/v1.js, and /embed/v1.0.0.js, which never changes. It lets frames
// of forms grow with what they show, and sets one global. It believes a message only by its frame and its origin, takes
// heights and states from it, and stops listening to a frame that talks too much: that scrolls within itself then.
import { embedVersion } from './embed-version.ts'
import { HIGHEST, LOWEST } from './heights.ts'

declare global {
  interface Window {
    Simpul?: { readonly version: string; readonly scan: () => void }
  }
}

/** So many messages of one type within so long (ms) are more than any form says. */
const MOST = 30
const WITHIN = 10000
const TYPES = ['height', 'top', 'open', 'event']

/** What is known of a frame: when it said something last, by type, and whether it is still listened to. */
interface Known {
  readonly times: Record<string, number[]>
  isQuiet: boolean
}

function start(own: string): void {
  const known = new Map<MessageEventSource, Known>()

  const formIn = (address: string): URL | null => {
    try {
      const url = new URL(address, location.href)
      return url.origin === own && /^\/f\/[\w-]+$/.test(url.pathname) ? url : null
    } catch (_) {
      return null
    }
  }
  // A site may want one to keep its height.
  const frames = () =>
    Array.from(document.querySelectorAll('iframe')).filter(
      ({ src, dataset }) => formIn(src) && dataset.fixed === undefined,
    )

  // Where it is loaded yet is not known, and that a site is there is no secret.
  const greet = (frame: HTMLIFrameElement) => frame.contentWindow?.postMessage({ v: 1, type: 'hello' }, '*')

  const originOf = ({ sandbox }: HTMLIFrameElement) =>
    sandbox.length && !sandbox.contains('allow-same-origin') ? 'null' : own

  /** Makes a frame where a page only names a form; what stands there stays, as the way to the form without a frame. */
  function put(place: HTMLElement): void {
    const url = formIn(place.dataset.form || place.getAttribute('href') || '')
    if (!url || !place.parentNode || place.dataset.framed) return
    place.dataset.framed = 'yes'
    url.searchParams.set('embed', '1')
    const frame = document.createElement('iframe')
    frame.src = url.href
    frame.title = place.dataset.title || (place.textContent || '').trim() || 'Simpul'
    frame.width = '100%'
    frame.height = '720'
    frame.style.border = '0'
    frame.setAttribute('loading', 'lazy')
    frame.setAttribute('allow', 'clipboard-write')
    place.parentNode.insertBefore(frame, place)
  }

  function scan(): void {
    for (const place of Array.from(document.querySelectorAll<HTMLElement>('[data-form]'))) put(place)
    for (const frame of frames()) greet(frame)
  }

  /** Brings a place below the frame's top into sight. The page moves only where it is not, and at once: nothing glides. */
  function bring(frame: HTMLIFrameElement, y: number): void {
    const at = frame.getBoundingClientRect().top + y
    if (at >= 0 && at < innerHeight / 2) return
    const { style } = frame
    const before = style.scrollMarginTop
    const margin = parseFloat(getComputedStyle(frame).scrollMarginTop) || 0
    style.scrollMarginTop = `${margin - y}px`
    frame.scrollIntoView()
    style.scrollMarginTop = before
  }

  function obey(frame: HTMLIFrameElement, { type, h, y, name }: Record<string, unknown>): void {
    if (type === 'height' && typeof h === 'number' && h > 0)
      frame.style.height = `${Math.min(HIGHEST, Math.max(LOWEST, Math.ceil(h)))}px`
    else if (type === 'top') bring(frame, typeof y === 'number' && y > 0 ? Math.min(HIGHEST, y) : 0)
    else if (type === 'open') {
      // Its address is taken from the page, not from the message; a browser opens it only after a press.
      const url = formIn(frame.src)
      if (!url) return
      url.searchParams.delete('embed')
      url.hash = ''
      const opened = open(url.href, '_blank')
      if (opened) opened.opener = null
    } else if (type === 'event' && typeof name === 'string' && /^[a-z]{1,20}$/.test(name)) {
      if (name === 'ready') greet(frame)
      frame.dispatchEvent(new CustomEvent('simpul', { bubbles: true, detail: { name } }))
    }
  }

  addEventListener('message', ({ source, origin, data, timeStamp }) => {
    if (!source || !data || data.v !== 1 || TYPES.indexOf(data.type) < 0) return
    const one = known.get(source) || { times: {}, isQuiet: false }
    if (one.isQuiet) return
    const frame = frames().find(({ contentWindow }) => contentWindow === source)
    if (!frame || origin !== originOf(frame)) return
    known.set(source, one)
    const times = (one.times[data.type] || []).filter((time) => time > timeStamp - WITHIN)
    times.push(timeStamp)
    one.times[data.type] = times
    if (times.length <= MOST) obey(frame, data)
    else {
      one.isQuiet = true
      // It keeps the height it has, and scrolls within it whatever the site had said of that.
      frame.removeAttribute('scrolling')
    }
  })
  window.Simpul = { version: embedVersion, scan }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', scan)
  scan()
}

const script = (document.currentScript ||
  document.querySelector('script[src*="/embed/v1"]')) as HTMLScriptElement | null
if (script && !window.Simpul) start(new URL(script.src).origin)
