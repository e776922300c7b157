// The style of a blank form to print, on top of the base style, which defines the colours.

/** Boxes and lines are borders, which printers keep where they drop backgrounds. On paper everything is black on white. */
export const paperStyle = `
@page{size:A4;margin:14mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif}}
.line{height:9mm;border-bottom:1px solid var(--line)}
.ticks{margin:.3rem 0;padding:0;list-style:none}
.ticks li{display:flex;gap:.7em;margin:.35em 0}
.ticks li::before{content:"";flex:none;width:1.15em;height:1.15em;margin-top:.15em;border:1.5px solid var(--ink);border-radius:2px}
.part{font-size:.9em;margin:2.5rem 0 0}
.part+h2{margin-top:.25rem}
.q h3{font-size:1em}
.q .l{margin-top:.6rem}
@media print{
:root{color-scheme:light;--ink:#000;--paper:#fff;--soft:#fff;--line:#000;--accent:#000;--bad:#000}
html{font-size:10.5pt}body{font-size:1rem;line-height:1.35}
main{max-width:none;padding:0}
footer,.screen{display:none}
.sheet{break-before:page}
.part{margin:0}
h1{font-size:1.7rem}h2{font-size:1.3rem;padding-top:.3em}p{margin:.45em 0}
h2,h3,.part{break-after:avoid}
.q{margin:.85em 0;break-inside:avoid}
}
`
  .trim()
  .replaceAll('\n', '')
