// What only pages in a frame of another site need of style.

/** Added to the styles of the form and of answers. An arrow stands at links that leave the frame. */
export const framedStyle = `
[target=_blank]::after{content:"\\00a0\\2197"}
#frame-says:not(:empty){margin:1rem 0;padding:.75rem 1rem;border:1px solid var(--line);border-left:6px solid var(--accent);background:var(--soft)}
.pass{user-select:all;padding:.6rem;border:1px solid var(--line);border-radius:4px}
`
  .trim()
  .replaceAll('\n', '')
