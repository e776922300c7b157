// The one style of every page: system fonts, light and dark, wide targets, visible focus.
import { type Colours, palette, type Theme } from '../../core/kernel/colours.ts'

const variables = (colours: Colours): string =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';')

const coloursOf = ({ light, dark }: Theme): string =>
  `:root{color-scheme:light dark;${variables({ ...palette.light, accent: light.accent })}}` +
  `@media(prefers-color-scheme:dark){:root{${variables({ ...palette.dark, accent: dark.accent })}}}`

/** Kept small: it travels with every page. */
const rules = `
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 system-ui,sans-serif;overflow-wrap:break-word;overflow-wrap:anywhere}
header,main,footer{max-width:42rem;margin:auto;padding:.75rem 1rem}
header,footer{font-size:.9375rem}
header{display:flex;flex-wrap:wrap;justify-content:space-between}header>:first-child{margin-right:1.5rem}
header>*,.go,.skip,footer a,.box li a{display:block;padding:.6rem 0;min-height:2.75rem}
.next{text-align:center;font-weight:700;border:2px solid;border-radius:6px}
.list{padding:0;list-style:none}.list li{margin:1rem 0;padding:.25rem 1rem .75rem;border:1px solid var(--line);border-radius:6px}.list a{font-size:1.15rem;font-weight:600}.list p{margin:0}
h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0 1rem}
h2{font-size:1.3rem;line-height:1.3;margin:2.5rem 0 .5rem;padding-top:1rem;border-top:3px solid var(--accent)}
h3{font-size:1.1rem}
a{color:var(--accent)}
img{max-width:100%;height:auto}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px}
a,button,summary,h3{scroll-margin:1rem 0}
.q input,.q select,.q textarea{scroll-margin:35vh 0 2rem}
.skip{position:absolute;left:-99rem}.skip:focus{position:static;margin:.75rem 1rem}
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
button{min-height:3rem;margin:.4rem .5rem .4rem 0;padding:.6rem 1.5rem;font-weight:700;color:var(--paper);background:var(--accent);border:2px solid var(--accent);border-radius:6px}
.quiet{color:var(--accent);background:none}
.link{min-width:2.75rem;min-height:2.75rem;margin:0;padding:.6rem 0;font-weight:400;color:var(--accent);background:none;border:0;text-decoration:underline}
.box{margin:1.5rem 0;padding:.5rem 1rem;border:1px solid var(--line);border-left:6px solid var(--accent);background:var(--soft)}
.box.bad{border-left-color:var(--bad)}.box h2{border:0;padding:0;margin:.5rem 0}
.ref{font:700 1.75rem/1.2 ui-monospace,monospace;letter-spacing:.05em}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media(forced-colors:active){button{color:ButtonText}.r:has(:checked){border-color:Highlight}:focus-visible{outline-color:Highlight}}
@media print{header,.go,button{display:none}}
`
  .trim()
  .replaceAll('\n', '')

/** The style of a page, in the colours of its form where it brings any. */
export const styleFor = (theme: Theme = palette): string => coloursOf(theme) + rules

/** The style of every page without a theme. */
export const style = styleFor()
