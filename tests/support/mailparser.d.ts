// The part of mailparser that the tests use; the package has no types of its own.
declare module 'mailparser' {
  interface Mailboxes {
    readonly value: readonly { readonly address: string; readonly name: string }[]
  }

  export function simpleParser(source: string): Promise<{
    readonly from?: Mailboxes
    readonly to?: Mailboxes | readonly Mailboxes[]
    readonly replyTo?: Mailboxes
    readonly subject?: string
    readonly date?: Date
    readonly text?: string
    readonly html?: string | false
    readonly headers: ReadonlyMap<string, unknown>
  }>
}
