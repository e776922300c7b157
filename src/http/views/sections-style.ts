// What only the page of a form needs of style: its list of sections, and the ways between them.

/** Added to the common style. `js` stands on the page while its script runs. */
export const sectionsStyle = `
nav ol{margin:0;padding-left:1.5rem}nav li:last-child{list-style:none}
nav a{display:block;padding:.6rem 0;min-height:2.75rem}
[aria-current]{font-weight:700;padding-left:.75rem;border-left:5px solid}
.js .at:not(:empty){padding:1.5rem 0 .75rem;border-bottom:3px solid var(--accent);font-weight:600}
.js section h2{margin-top:1rem;padding:0;border:0}
.ways{display:none}.js .ways{display:block;margin-top:2rem}
@media print{nav,.at,.js .ways{display:none}[hidden]{display:block!important;content-visibility:visible!important}}
`
  .trim()
  .replaceAll('\n', '')
