// What only the board of a round needs of style: its tables, whose rows become blocks on a narrow screen.

/** Tables of numbers whose links are wide enough for a finger. */
export const boardStyle = `
.n-of{font-size:1.3rem;font-weight:700;margin:.5rem 0}
.nums{overflow-x:auto;margin:.5rem 0}
.nums table{border-collapse:collapse;width:100%}
.nums th,.nums td{padding:0 .5rem;border-bottom:1px solid var(--line);text-align:right;height:2.75rem;overflow-wrap:normal}
.nums th:first-child{text-align:left}
.nums td a{display:inline-block;min-width:2.75rem;padding:.6rem 0;min-height:2.75rem}
.wide [data-of]::before{display:none;font-size:.875rem;line-height:1.3;content:attr(data-of);content:attr(data-of) / ""}
@media(max-width:60em){
.wide table,.wide tbody{display:block}.wide thead{position:absolute;clip-path:inset(50%)}
.wide tr{display:grid;grid-template-columns:repeat(auto-fill,minmax(5.5rem,1fr));padding:.75rem 0 .25rem;border-bottom:1px solid var(--line)}
.wide th,.wide td{padding:0;border:0;height:auto;text-align:left}.wide tr>:first-child{grid-column:1/-1}
.wide td{padding-top:.5rem;line-height:2.75rem}.wide td a{padding:0}.wide [data-of]::before{display:block}
}
.fresh{display:flex;flex-wrap:wrap;align-items:center}.fresh .go{margin-right:1.5rem}.fresh p{width:100%;margin:0}
@media(min-width:60em){header,main,footer{max-width:56rem}main p,main ul{max-width:40rem}}
`
  .trim()
  .replaceAll('\n', '')
