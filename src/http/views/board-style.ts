// What only the board of a round needs of style: its tables, which scroll sideways by themselves on a narrow screen.

/** Tables of numbers whose links are wide enough for a finger. */
export const boardStyle = `
.n-of{font-size:1.3rem;font-weight:700;margin:.5rem 0}
.nums{overflow-x:auto;margin:.5rem 0}
.nums table{border-collapse:collapse;width:100%}
.nums th,.nums td{padding:0 .5rem;border-bottom:1px solid var(--line);text-align:right;height:2.75rem;overflow-wrap:normal}
.nums th:first-child{text-align:left}
.nums td a{display:inline-block;min-width:2.75rem;padding:.6rem 0;min-height:2.75rem}
.wide{scroll-padding-left:9rem}.wide table{min-width:42rem}.wide tr>:first-child{position:sticky;left:0;min-width:8.5rem;background:var(--paper)}
.fresh{display:flex;flex-wrap:wrap;align-items:center}.fresh .go{margin-right:1.5rem}.fresh p{width:100%;margin:0}
@media(min-width:60em){header,main,footer{max-width:56rem}main p,main ul{max-width:40rem}}
`
  .trim()
  .replaceAll('\n', '')
