// /c/n/:slug/messages: coordinators see what became of every mail to organisations, mend addresses and send again.
import type { Context } from 'hono'
import {
  ADDRESS_FIELD,
  changeMessageAddress,
  formWithAddress,
  resendMessage,
} from '../../../actions/message.ts'
import { type Fields, firstOf, KEY_FIELD, noFields } from '../../../core/form/fields.ts'
import { messageFor } from '../../../core/form/message.ts'
import { digestOfKey, newId, readId } from '../../../core/kernel/id.ts'
import { messagePath, messagesPath } from '../../../core/kernel/paths.ts'
import { MESSAGE_FILTERS } from '../../../core/message/message.ts'
import { wordsFor } from '../../../core/words/index.ts'
import {
  latestMail,
  MESSAGE_KEY,
  type Message,
  messageById,
  messagesOf,
  referenceOfRevision,
} from '../../../db/message/read.ts'
import { formOf } from '../../../db/report/read.ts'
import type { Deps } from '../../../deps.ts'
import { readFields } from '../../kernel/body.ts'
import { hint } from '../../kernel/hint.ts'
import type { FieldIssue } from '../../views/fields.tsx'
import { MessagePage } from '../../views/message.tsx'
import { type CoordinatingProps, MessagesPage } from '../../views/messages.tsx'
import type { Pages } from '../access.ts'
import { listPageIn } from '../pagination.ts'
import { redirectTo, respondProblemIn, respondStaffPage } from '../respond.tsx'

const DONE = ['again', 'address', 'not', 'stopped'] as const
type Done = (typeof DONE)[number]

const doneIn = (c: Context): Done | undefined => DONE.find((one) => one === c.req.query('done'))

/** What was typed into the form for another address, what is wrong with it, and what was probably meant. */
interface AddressAttempt {
  readonly fields: Fields
  readonly issues: readonly FieldIssue[]
  readonly meant: string | null
}

const noAttempt: AddressAttempt = { fields: noFields, issues: [], meant: null }

/** Registers the pages about mails to organisations. */
export function messagePages(pages: Pages, deps: Deps): void {
  const { db, forms, tellsDelivery } = deps

  pages.inNetwork('GET /c/n/:slug/messages', async (c, entered) => {
    const page = listPageIn(c, MESSAGE_KEY)
    const filter = MESSAGE_FILTERS.find((one) => one === c.req.query('state')) ?? 'all'
    const typed = c.req.query('q') ?? ''
    const { found, ...ways } = await messagesOf(entered.scope, db, { filter, typed, page })
    const done = doneIn(c)
    const said = done ? wordsFor(entered.scope.person.locale).coordinator.messages.one.done[done] : null
    return respondStaffPage(
      c,
      <MessagesPage {...entered} {...{ found, filter, typed, ways, tellsDelivery, said }} />,
    )
  })

  /** Answers about the mail that the address names. */
  const withMessage = async (
    c: Context,
    { self, scope }: CoordinatingProps,
    answer: (message: Message) => Promise<Response>,
    gone = () => respondProblemIn(c, 'notFound', self, scope.network),
  ): Promise<Response> => {
    const message = await messageById(scope, db, c.req.param('delivery') ?? '')
    return message ? answer(message) : gone()
  }

  async function showOne(
    c: Context,
    { self, scope }: CoordinatingProps,
    message: Message,
    { fields, issues, meant }: AddressAttempt = noAttempt,
  ): Promise<Response> {
    const { done: words } = wordsFor(scope.person.locale).coordinator.messages.one
    const done = doneIn(c)
    return respondStaffPage(
      c,
      <MessagePage
        {...{ self, scope, message, fields, issues, meant, tellsDelivery }}
        form={await formOf(forms, message.sent)}
        canMend={(await formWithAddress(deps, message)) !== null}
        key={newId(deps.clock, deps.random)}
        said={done ? words[done] : null}
      />,
      issues.length > 0 ? 422 : 200,
    )
  }

  const settled = (c: Context, { scope }: CoordinatingProps, message: Message, done: Done) =>
    redirectTo(c, `${messagePath(scope.network.slug, message.id)}?done=${done}`)

  const toMailsAbout = (c: Context, { scope }: CoordinatingProps, reference: string) =>
    redirectTo(c, `${messagesPath(scope.network.slug)}?q=${encodeURIComponent(reference)}&done=address`)

  // A mail that was never handed over is gone with its address, and the report in its place may still be to be made.
  async function mendedTo(c: Context, entered: CoordinatingProps, { kind, sent }: Message) {
    const { id: submission, reference } = sent.submission
    const standing = await latestMail(entered.scope, db, { submission, kind })
    return standing === null
      ? toMailsAbout(c, entered, reference)
      : redirectTo(c, `${messagePath(entered.scope.network.slug, standing)}?done=address`)
  }

  // Pressed twice, the first press mended the address, and the mail may be gone.
  async function mendedBefore(c: Context, entered: CoordinatingProps, fields: Fields) {
    const { self, scope } = entered
    const key = readId(firstOf(fields, KEY_FIELD))
    const reference = key ? await referenceOfRevision(scope, db, await digestOfKey(key)) : null
    return reference === null
      ? respondProblemIn(c, 'notFound', self, scope.network)
      : toMailsAbout(c, entered, reference)
  }

  pages.inNetwork('GET /c/n/:slug/messages/:delivery', (c, entered) =>
    withMessage(c, entered, async (message) => {
      const done = doneIn(c)
      const { followedBy } = message
      // What was done led to another mail: that one tells how it is now.
      return followedBy !== null && (done === 'again' || done === 'address')
        ? redirectTo(c, `${messagePath(entered.scope.network.slug, followedBy)}?done=${done}`)
        : showOne(c, entered, message)
    }),
  )

  pages.inNetwork('POST /c/n/:slug/messages/:delivery/again', (c, entered) =>
    withMessage(c, entered, async (message) => {
      const { outcome, owed } = await resendMessage(entered.scope, deps, message)
      if (owed.length > 0) c.executionCtx.waitUntil(hint(deps, owed))
      return settled(c, entered, message, outcome === 'done' ? 'again' : 'not')
    }),
  )

  pages.inNetwork('POST /c/n/:slug/messages/:delivery/address', async (c, entered) => {
    const fields = await readFields(c)
    const mend = async (message: Message) => {
      const { locale } = entered.scope.person
      const { page, coordinator } = wordsFor(locale)
      const words = coordinator.messages.one.address
      const refused = (text: string, meant: string | null = null) =>
        showOne(c, entered, message, { fields, issues: [{ field: ADDRESS_FIELD, message: text }], meant })
      // What was mended already stands: a second press is led to the same place.
      if (message.followedBy !== null) return settled(c, entered, message, 'not')
      const mended = await changeMessageAddress(entered.scope, deps, message, fields)
      switch (mended.outcome) {
        case 'done':
          if (mended.owed.length > 0) c.executionCtx.waitUntil(hint(deps, mended.owed))
          return mendedTo(c, entered, message)
        case 'asks': {
          const typed = fields.get(ADDRESS_FIELD)?.[0]?.trim() ?? ''
          return refused(`${page.mistyped.question(typed, mended.meant)} ${words.keep}`, mended.meant)
        }
        case 'same':
          return refused(words.same)
        case 'invalid':
          return refused(mended.issue ? messageFor(mended.form, mended.issue, locale) : words.missing)
        case 'stopped':
          return settled(c, entered, message, 'stopped')
      }
    }
    return withMessage(c, entered, mend, () => mendedBefore(c, entered, fields))
  })
}
