// What the script adds to a page.

/** A button that does something on the page. */
export function button(text: string | undefined, act: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = 'quiet'
  made.textContent = text || ''
  made.onclick = act
  return made
}

/** A link on a line of its own. */
export function anchor(text: string | undefined, href: string): HTMLAnchorElement {
  const made = document.createElement('a')
  made.className = 'go'
  made.textContent = text || ''
  made.href = href
  return made
}
