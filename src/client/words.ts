// The words of the part of the script that is asked for later: its server puts them before it (src/http/public/form/scripts.ts).

/** Sentences, with their places as `{0}`. */
export interface LaterWords {
  readonly found: string
  readonly go: string
  readonly waits: string
  readonly sendNow: string
  readonly failed: string
  readonly done: string
  readonly delete: string
  readonly anew: string
  readonly unnamed: string
  readonly saved: string
  readonly link: string
  readonly down: string
  readonly later: string
  readonly newer: string
  readonly load: string
  readonly keep: string
  readonly choose: string
  readonly differ: string
  readonly sent: string
  readonly closed: string
  readonly see: string
  readonly calledOff: string
  readonly deleted: string
  readonly deleteThere: string
  readonly sure: string
  readonly stay: string
  readonly ended: string
  readonly toFile: string
  readonly fromFile: string
  readonly noFile: string
}

declare global {
  interface Window {
    readonly laterWords: LaterWords
  }
}
