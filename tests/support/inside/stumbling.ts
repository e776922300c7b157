// A D1 that stumbles: what may be asked again fails first, before it was done or after.
import { env } from 'cloudflare:workers'
import { type Database, openDatabase } from '../../../src/db/database.ts'
import { logTo } from '../../../src/platform/log.ts'

/** What happens to one call: nothing, it is not done, or it is done and nobody hears of it. */
export type Stumble = 'none' | 'before' | 'after'

const REAL = Symbol('the statement that D1 prepared')
const lost = () => new Error('D1_ERROR: Network connection lost.')

const tries = new WeakMap<object, number>()

/** Which try of the same statement or batch it is, from 1. */
function tryOf(asked: object): number {
  const nth = (tries.get(asked) ?? 0) + 1
  tries.set(asked, nth)
  return nth
}

async function around<T>(stumble: Stumble, call: () => Promise<T>): Promise<T> {
  if (stumble === 'before') throw lost()
  const result = await call()
  if (stumble === 'after') throw lost()
  return result
}

/**
 * A database on which batches and statements that read stumble as `next` says of their nth try, and are asked again without waiting. A write
 * by itself never stumbles: it is asked once.
 */
export function stumblingDatabase(next: (nth: number) => Stumble): Database {
  const handOut = (statement: D1PreparedStatement, isRead: boolean): D1PreparedStatement =>
    new Proxy(statement, {
      get(target, name) {
        if (name === REAL) return target
        if (name === 'bind') return (...values: unknown[]) => handOut(target.bind(...values), isRead)
        const member: unknown = Reflect.get(target, name)
        if (typeof member !== 'function') return member
        const call = (...options: unknown[]) => member.apply(target, options)
        return isRead ? (...options: unknown[]) => around(next(tryOf(target)), () => call(...options)) : call
      },
    })
  const d1 = new Proxy(env.DB, {
    get(target, name) {
      if (name === 'prepare')
        return (query: string) => handOut(target.prepare(query), /^\s*select/i.test(query))
      if (name === 'batch')
        return (statements: D1PreparedStatement[]) =>
          around(next(tryOf(statements[0] ?? statements)), () =>
            target.batch(statements.map((one) => Reflect.get(one, REAL) ?? one)),
          )
      return Reflect.get(target, name)
    },
  })
  const random = { bytes: (length: number) => new Uint8Array(length), uuid: () => '' }
  return openDatabase(d1, { pause: async () => {}, random, log: logTo(() => {}) })
}
