// The style of the floor's page: what somebody who writes one form by hand would write, in about 4 kB.

/** As it stands in the page. */
export const floorStyle = `
:root{--paper:#fff;--ink:#1b1b1b;--quiet:#545454;--line:#767676;--accent:#0b4f8a;--soft:#eef4fa;--wrong:#a4001d;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--paper:#16181d;--ink:#ececec;--quiet:#b8b8b8;--line:#8a8f98;--accent:#8cc4ff;--soft:#1f2a36;--wrong:#ff9a9a}}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background-color:var(--paper);color:var(--ink);font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-size:1.0625rem;line-height:1.5;overflow-wrap:break-word}
main{display:block;max-width:42rem;margin-left:auto;margin-right:auto;padding:1rem}
h1{margin:.5rem 0 1rem;font-size:1.75rem;line-height:1.2;font-weight:700}
h2{margin:2.5rem 0 .75rem;padding-top:1rem;border-top:3px solid var(--accent);font-size:1.375rem;line-height:1.25;font-weight:700}
h3{margin:1.5rem 0 .5rem;font-size:1.125rem;line-height:1.3}
p{margin:0 0 1rem}
a{color:var(--accent);text-decoration:underline;text-underline-offset:.15em}
a:hover{text-decoration-thickness:2px}
a:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
small{display:block;margin:.125rem 0 .5rem;color:var(--quiet);font-size:.9375rem;line-height:1.45}
i{color:var(--quiet);font-style:normal;font-weight:400}
form{display:block;margin:0}
form>p{margin:1.75rem 0}
fieldset{min-width:0;margin:2rem 0;padding:0;border:0}
legend{display:block;width:100%;margin:0 0 .5rem;padding:0;font-weight:600;line-height:1.4}
legend b{display:block;color:var(--accent);font-size:.9375rem;letter-spacing:.02em}
form>p>label,fieldset>label[for]{display:block;margin:0 0 .25rem;font-weight:600}
fieldset>label[for]{margin-top:1rem}
input,select,textarea,button{margin:0;font-family:inherit;font-size:inherit;line-height:inherit;color:inherit}
input:not([type=radio]),select,textarea{display:block;width:100%;min-height:2.75rem;padding:.5rem .625rem;background-color:var(--paper);border:1px solid var(--line);border-radius:4px}
input[type=date]{-webkit-appearance:none;appearance:none}
textarea{resize:vertical}
select{padding-right:2rem}
input::placeholder,textarea::placeholder{color:var(--quiet);opacity:1}
input:disabled,select:disabled,textarea:disabled{opacity:.6;cursor:not-allowed}
fieldset>label:not([for]){display:flex;align-items:flex-start;min-height:2.75rem;margin:.4rem 0;padding:.625rem .75rem;border:1px solid var(--line);border-radius:6px;cursor:pointer}
fieldset>label:not([for]):hover{border-color:var(--accent);background-color:var(--soft)}
input[type=radio]{flex:none;width:1.5rem;height:1.5rem;margin:0 .75rem 0 0;accent-color:var(--accent);cursor:pointer}
input[type=radio]:checked+span{font-weight:600;color:var(--accent)}
.error{margin:.25rem 0;color:var(--wrong);font-weight:600}
[aria-invalid=true]{border-color:var(--wrong)!important;border-width:2px!important}
button{display:inline-block;min-height:3rem;margin:1.5rem 0;padding:.625rem 1.75rem;background-color:var(--accent);border:2px solid var(--accent);border-radius:6px;color:var(--paper);font-weight:700;cursor:pointer}
button:hover{background-color:var(--paper);color:var(--accent)}
button:active{transform:translateY(1px)}
@media(max-width:20rem){main{padding:.75rem}h1{font-size:1.5rem}h2{font-size:1.25rem}button{width:100%}}
@media(prefers-reduced-motion:reduce){*,*::before,*::after{animation-duration:.01ms!important;transition-duration:.01ms!important}}
@media(forced-colors:active){input[type=radio]:checked+span{text-decoration:underline}button{border-color:ButtonText}}
@media print{body{font-size:11pt;color:#000;background:#fff}main{max-width:none;padding:0}button{display:none}fieldset{break-inside:avoid}a{color:inherit;text-decoration:none}h2{break-after:avoid}}
`
  .trim()
  .replaceAll('\n', '')
