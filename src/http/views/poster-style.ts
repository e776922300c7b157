// The styles of the page that shares a round, and of its poster, on top of the base style, which defines the colours.

/** The frame of the preview, the code, and what is there to be copied. */
export const sharingStyle = `
iframe{width:100%;border:1px solid var(--line)}
.qr{width:15rem;max-width:100%;height:auto}
.code{font-family:ui-monospace,monospace;font-size:.9375rem}
`
  .trim()
  .replaceAll('\n', '')

/** A poster is black on white and fills one sheet of A4; on a screen it is a sheet as well. */
export const posterStyle = `
@page{size:A4;margin:15mm}
.sheet{color-scheme:light;background:#fff;color:#000;border:1px solid var(--line);padding:2rem 1rem;text-align:center}
.sheet img{max-height:5rem;width:auto}
.sheet h2{border:0;margin:0;padding:0;font-size:clamp(1.6rem,6vw,2.4rem);line-height:1.2}
.sheet .of{font-size:1.3rem;margin:.5rem 0 1.5rem}
.sheet .qr{width:100%;max-width:22rem;height:auto}
.sheet .at{font:700 clamp(1rem,4.5vw,1.6rem)/1.3 ui-monospace,monospace;margin:1rem 0}
.sheet .when{font-size:1.3rem;font-weight:700}
@media print{
html{font-size:12pt}body{background:#fff}
header,footer,.screen,.skip,h1{display:none}
main{max-width:none;padding:0}
.sheet{border:0;padding:0;break-inside:avoid}
.sheet h2{font-size:32pt}.sheet .of{font-size:18pt}.sheet .qr{max-width:135mm}.sheet .at{font-size:20pt}.sheet .when{font-size:16pt}
}
`
  .trim()
  .replaceAll('\n', '')
