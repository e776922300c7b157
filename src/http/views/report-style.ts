// The style of the report's page, on top of the base style, which defines the colours.

/** Bars are drawn with borders, which stay when backgrounds are dropped: in print and in forced colours. */
export const reportStyle = `
.report h1 span{display:block;font-weight:normal}
.report .lead{font-size:1.2em;font-weight:bold}
.report .facts div{padding:.2em 0}
@media(min-width:36em){.report .facts div{display:grid;grid-template-columns:11em 1fr}}
.report .facts dd{margin:0;font-weight:bold}
.report .index{margin-bottom:.3em;font-size:1.8em;font-weight:bold}
.report .scores{width:100%;border-collapse:collapse;table-layout:fixed}
.report .scores>*>tr>*{padding:.4em .5em;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;font-weight:normal}
.report .scores>thead>tr>:first-child{width:55%}
.report .scores>*>.domain>*,.report .scores>thead>tr>*{font-weight:bold}
.report .scores .domain{background:var(--soft)}
.report .scores>tbody>tr:not(.domain)>th{padding-left:min(1.3em,5vw)}
.report .bar{margin:.3em 0;font-size:min(1em,4.4vw);border-spacing:2px 0}
.report .bar td{box-sizing:border-box;width:1.5em;height:.8em;padding:0;border:1px solid var(--accent)}
.report .bar .full{border-width:.4em .75em;background:var(--accent)}
.report .bar .half{border-left-width:.75em}
.report h3{margin:2rem 0 .25rem}
.report h4{margin:1.25rem 0 .25rem;font-size:1em}
.report h4+p{margin-top:0}
.report .note{padding-left:.8em;border-left:3px solid var(--line);white-space:pre-line}
@media print{.report h2,.report h3,.report h4{break-after:avoid}.report tr,.report li{break-inside:avoid}}
`
  .trim()
  .replaceAll('\n', '')
