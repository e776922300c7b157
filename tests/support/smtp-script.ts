// What a scripted mail server is told, and what it tells afterwards.

/** Where a server speaks: at first, after each command, and after the dot that ends a mail. */
export type SpokenAt =
  | 'greeting'
  | 'EHLO'
  | 'HELO'
  | 'STARTTLS'
  | 'AUTH'
  | 'user'
  | 'password'
  | 'MAIL'
  | 'RCPT'
  | 'DATA'
  | 'end'
  | 'RSET'
  | 'QUIT'

/** A whole reply, to which the line end is added; or what is written as it is, in pieces; without either, silence. */
export type Answer =
  | string
  | {
      readonly say?: string | readonly string[]
      /** Whether the server closes the connection then. */
      readonly closes?: boolean
      /** How long it takes before it says anything, in ms. */
      readonly after?: number
    }

/** What a server offers after EHLO, a line each, and what it answers in place of yes. */
export interface ServerScript {
  readonly offers?: readonly string[]
  readonly on?: Partial<Record<SpokenAt, Answer>>
}

/** What a server heard: how many connections began and are open, every line of a command, and every mail to its end. */
export interface Heard {
  readonly connections: number
  readonly open: number
  readonly lines: readonly string[]
  readonly messages: readonly string[]
}
