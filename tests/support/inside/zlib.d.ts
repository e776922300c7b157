// What tests inside the Worker use of node:zlib, which the Worker itself does not: Node's own types would bring all of Node.
declare module 'node:zlib' {
  export const constants: { readonly BROTLI_PARAM_QUALITY: number }
  export function brotliCompressSync(
    text: string,
    options: { readonly params: Readonly<Record<number, number>> },
  ): Uint8Array
}
