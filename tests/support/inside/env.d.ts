// What the tests inside the Worker find in `env` and `exports`: the Worker's own bindings, and the migrations.
declare namespace Cloudflare {
  interface GlobalProps {
    mainModule: typeof import('../../../src/index.ts')
  }
  interface Env extends WorkerEnv {
    readonly EXPORTS: R2Bucket
    readonly TEST_MIGRATIONS: import('cloudflare:test').D1Migration[]
    /** Takes rendered pages out of the Worker, to files. */
    readonly GALLERY: Fetcher
    /** Starts mail servers that say what they are told, outside of the Worker. */
    readonly SMTP: Fetcher
  }
}
type WorkerEnv = import('../../../src/deps.ts').Env
declare module '*.toml?raw' {
  const text: string
  export default text
}
