// What only pages that show answers need of style: the check before sending, and the receipt.

/** Added to the common style. */
export const answersStyle = `
dl{margin:0}.a{padding:.75rem 0;border-bottom:1px solid var(--line)}.a dt{font-weight:600}.a dd,.a p{margin:0}.a .link{text-align:left}
.pre{white-space:pre-line}
details{margin:1rem 0;padding:0 1rem;border:1px solid var(--line);border-radius:6px}
summary{padding:.6rem 0;min-height:2.75rem;font-weight:600;color:var(--accent);cursor:pointer}
details h2{margin-top:1rem;font-size:1.1rem}
@media print{details{display:none}}
`
  .trim()
  .replaceAll('\n', '')
