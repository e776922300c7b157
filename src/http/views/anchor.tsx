// Links of pages that can stand in a frame of another site: there, one that leads out of the frame opens a page of its own.
import type { JSX } from 'hono/jsx/jsx-runtime'
import { FRAME_FIELD } from '../../core/kernel/paths.ts'

type AnchorProps = JSX.IntrinsicElements['a'] & { readonly href: string }

// A context of hono/jsx would do the same, and bring 6 kB along.
let isFramed = false

/** Renders a page as it stands in a frame. A page is rendered in one go, so nothing else is rendered meanwhile. */
export function renderFramed(page: JSX.Element): string {
  isFramed = true
  try {
    return String(page)
  } finally {
    isFramed = false
  }
}

// Within the page, or to another page that stands in frames.
const STAYING = new RegExp(`^#|[?&]${FRAME_FIELD}=1(?:[&#]|$)`)

/** A link; what it leads to out of a frame would not be shown in there. */
export const Anchor = (props: AnchorProps) =>
  isFramed && !STAYING.test(props.href) ? <a target="_blank" rel="noopener" {...props} /> : <a {...props} />
