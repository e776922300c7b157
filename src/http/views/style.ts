// The one style of every page: system fonts, no picture, light and dark, wide targets, visible focus.

/** Kept small: it travels with every page. Contrast of every pair of colours is at least 4.5:1. */
export const style = `
:root{color-scheme:light dark;--ink:#1b1b1f;--paper:#fff;--soft:#f1f3f6;--line:#6b7280;--accent:#0b4f8a;--bad:#b00020}
@media(prefers-color-scheme:dark){:root{--ink:#ececf1;--paper:#16181d;--soft:#23262e;--line:#9aa1ad;--accent:#8cc4ff;--bad:#ff9aa2}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:break-word;overflow-wrap:anywhere}
header,main,footer{max-width:42rem;margin:auto;padding:.75rem 1rem}
header,footer{font-size:.9375rem}
header{display:flex;flex-wrap:wrap;justify-content:space-between}header>:first-child{margin-right:1.5rem}
header>*,.go{display:block;padding:.6rem 0;min-height:2.75rem}
.list{padding:0;list-style:none}.list li{margin:1rem 0;padding:.25rem 1rem .75rem;border:1px solid var(--line);border-radius:6px}.list a{font-size:1.15rem;font-weight:600}.list p{margin:0}
h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0 1rem}
h2{font-size:1.3rem;line-height:1.3;margin:2.5rem 0 .5rem;padding-top:1rem;border-top:3px solid var(--accent)}
h3{font-size:1.1rem}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
.q input,.q select,.q textarea{scroll-margin:16rem 0 2rem}
.skip{position:absolute;left:-99rem}.skip:focus{position:static}
.q{margin:1.75rem 0}fieldset{margin:0;padding:0;border:0;min-width:0}
legend,.l{display:block;font-weight:600;padding:0;margin-bottom:.25rem}
.n{font-weight:400}
.k{display:block;color:var(--accent)}
.v{margin-top:1rem}
.h{margin:.1rem 0 .4rem;color:var(--ink);font-size:.9375rem}
.e{margin:.1rem 0 .4rem;color:var(--bad);font-weight:600}
.bad{border-left:5px solid var(--bad);padding-left:.75rem}
input,select,textarea,button{font:inherit;color:inherit}
input:not([type=radio]):not([type=checkbox]),select,textarea{width:100%;min-height:2.75rem;padding:.5rem .6rem;background:var(--paper);border:1px solid var(--line);border-radius:4px}
.r{display:flex;padding:.6rem .75rem;margin:.4rem 0;min-height:2.75rem;border:1px solid var(--line);border-radius:6px}
.r:has(:checked){border:2px solid var(--accent);padding:calc(.6rem - 1px) calc(.75rem - 1px);background:var(--soft)}
.r input{flex:none;width:1.5rem;height:1.5rem;margin:0 .75rem 0 0;accent-color:var(--accent)}
button{min-height:3rem;padding:.6rem 1.75rem;font-weight:700;color:var(--paper);background:var(--accent);border:2px solid var(--accent);border-radius:6px}
.box{margin:1.5rem 0;padding:.5rem 1rem;border:1px solid var(--line);border-left:6px solid var(--accent);background:var(--soft)}
.box.bad{border-left-color:var(--bad)}.box h2{border:0;padding:0;margin:.5rem 0}
.box li a{display:block;padding:.35rem 0}
.ref{font:700 1.75rem/1.2 ui-monospace,monospace;letter-spacing:.05em}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media print{header,.go,button{display:none}}
`
  .trim()
  .replaceAll('\n', '')
