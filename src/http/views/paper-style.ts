// The style of a blank form to print, on top of the base style, which defines the colours.

/** Boxes and lines are borders, which printers keep where they drop backgrounds. On paper everything is black on white. */
export const paperStyle = `
@page{size:A4;margin:14mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:9pt sans-serif}}
.line{height:8mm;border-bottom:1px solid var(--line)}
.ticks{margin:.3rem 0;padding:0;list-style:none}
.ticks li{display:flex;gap:.7em;margin:.35em 0}
.ticks li::before{content:"";flex:none;width:1.15em;height:1.15em;margin-top:.15em;border:1.5px solid var(--ink);border-radius:2px}
.part{font-size:.9em;margin:2.5rem 0 0}
.part+h2{margin-top:.25rem}
.q h3{font-size:1em}
.q .l{margin-top:.6rem}
@media print{
:root{color-scheme:light;--ink:#000;--paper:#fff;--soft:#fff;--line:#000;--accent:#000;--bad:#000}
html{font-size:10pt}body{font-size:1rem;line-height:1.3}
main{max-width:none;padding:0}
footer,.screen{display:none}
.sheet{break-before:page}
.part{margin:0}
h1{font-size:1.6rem;margin:.2rem 0 .4rem}h2{font-size:1.3rem;padding-top:.3em}p{margin:.4em 0}.box{margin:.6rem 0}
section{margin-top:1.2em}section:last-child{break-inside:avoid}.columns{columns:2}.half{display:inline-block;width:48%;margin-right:2%;vertical-align:bottom}
h2,h3,.part{break-after:avoid}
.q{margin:.7em 0;break-inside:avoid}.ticks li{margin:.25em 0;break-inside:avoid}
}
`
  .trim()
  .replaceAll('\n', '')
