// What an error of ours or of the platform is, in words that quote nothing: messages may hold answers and addresses.

/** How much hope there is: trying again at once may help, only later does, or never. */
type Hope = 'soon' | 'later' | 'none'

interface Kind {
  readonly says: RegExp
  readonly name: string
  readonly hope: Hope
}

// What D1 documents (developers.cloudflare.com/d1/observability/debug-d1, list of D1_ERRORs), the first that fits. What
// broke under its own weight breaks again when it is repeated, so that is left to whoever asked.
const KINDS: readonly Kind[] = [
  { says: /network connection lost/i, name: 'network connection lost', hope: 'soon' },
  { says: /because its code was updated/i, name: 'code updated', hope: 'soon' },
  { says: /transient issue/i, name: 'transient issue', hope: 'soon' },
  { says: /client disconnected/i, name: 'client disconnected', hope: 'soon' },
  { says: /overloaded/i, name: 'overloaded', hope: 'soon' },
  { says: /memory limit/i, name: 'memory limit', hope: 'later' },
  { says: /cpu time limit/i, name: 'cpu limit', hope: 'later' },
  { says: /exceeded timeout|time[ds]?[ -]?out|no answer in time/i, name: 'timeout', hope: 'later' },
  { says: /object to be reset/i, name: 'storage reset', hope: 'soon' },
  { says: /internal error/i, name: 'internal error', hope: 'soon' },
  { says: /parse body as JSON/i, name: 'unreadable answer', hope: 'soon' },
  { says: /no such table/i, name: 'no such table', hope: 'none' },
  { says: /no such column/i, name: 'no such column', hope: 'none' },
  { says: /SQLITE_BUSY|SQLITE_LOCKED/, name: 'SQLITE_BUSY', hope: 'soon' },
  { says: /SQLITE_CONSTRAINT/, name: 'SQLITE_CONSTRAINT', hope: 'none' },
  { says: /SQLITE_TOOBIG/, name: 'SQLITE_TOOBIG', hope: 'none' },
  { says: /SQLITE_FULL/, name: 'SQLITE_FULL', hope: 'none' },
  { says: /SQLITE_NOMEM/, name: 'SQLITE_NOMEM', hope: 'later' },
  { says: /SQLITE_INTERRUPT/, name: 'SQLITE_INTERRUPT', hope: 'later' },
  { says: /SQLITE_AUTH/, name: 'SQLITE_AUTH', hope: 'none' },
  { says: /SQLITE_ERROR/, name: 'SQLITE_ERROR', hope: 'none' },
]

/** The error itself: drizzle wraps it in one whose message quotes the query and its parameters. */
function unwrapped(error: unknown): unknown {
  let inner = error
  while (inner instanceof Error && 'query' in inner && 'params' in inner && inner.cause instanceof Error)
    inner = inner.cause
  return inner
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '')

// A name is written as it stands in code; anything else could have come from outside.
const NAME = /^[A-Za-z]\w{0,39}$/

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no error'
  const [, d1] = /^(D1_(?:EXEC_|TYPE_)?ERROR)\b/.exec(error.message) ?? []
  if (d1) return d1
  const name = error.name === 'Error' ? error.constructor.name : error.name
  return NAME.test(name) ? name : 'Error'
}

/**
 * The class of an error, such as `TypeError` or `D1_ERROR: network connection lost`: of what it says only the kind, out
 * of a list, so that no answer and no address is in it.
 */
export function errorClass(error: unknown): string {
  const inner = unwrapped(error)
  const kind = KINDS.find(({ says }) => says.test(messageOf(inner)))
  return kind ? `${nameOf(inner)}: ${kind.name}` : nameOf(inner)
}

const hopeOf = (error: unknown): Hope =>
  KINDS.find(({ says }) => says.test(messageOf(unwrapped(error))))?.hope ?? 'none'

/** Whether the same may succeed a moment later, as Cloudflare documents it of D1. */
export const isPassing = (error: unknown): boolean => hopeOf(error) === 'soon'

/** Whether it may succeed when somebody comes again after a while. */
export const mayPass = (error: unknown): boolean => hopeOf(error) !== 'none'
