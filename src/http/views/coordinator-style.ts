// What only coordinators' pages need of style, on top of the base style, which defines the colours.

/** The head with its ways, and lists of many small choices side by side where there is room. */
export const coordinatorStyle = `
header nav{display:flex;flex-wrap:wrap;align-items:center;gap:0 1.25rem;width:100%;padding:0;border-top:1px solid var(--line)}
header nav a{padding:.6rem 0;min-width:2.75rem;min-height:2.75rem}
header form{margin:0}
header>a:first-child{display:flex;align-items:center;gap:.6rem}
summary{padding:.6rem 0;min-height:2.75rem;font-weight:600;color:var(--accent)}
.list form{margin:0}
.list li>p:first-child{padding-top:.5rem}
.list .go{margin-right:1.5rem}
.list p .go{display:inline-block;font-size:1rem;font-weight:400;min-width:2.75rem}
.both{width:100%;table-layout:fixed;border-collapse:collapse}.both th,.both td{padding:.5rem;border:1px solid var(--line);text-align:left;vertical-align:top}.both p,.both ul{margin:0}.both ul{padding-left:1.1rem}
dl{margin:0}.a{padding:.75rem 0;border-bottom:1px solid var(--line)}.a dt{font-weight:600}.a dd,.a p{margin:0}.pre{white-space:pre-line}
@media(min-width:36em){.many{display:grid;grid-template-columns:1fr 1fr;gap:0 .6rem}}
`
  .trim()
  .replaceAll('\n', '')
