// Finds coordinators' addresses: a word of the address goes before a parameter, whatever was registered first.
import type { Result, Router } from 'hono/router'
import { TrieRouter } from 'hono/router/trie-router'

type Route<T> = readonly [method: string, path: string, handler: T]

/** What goes first has the smaller key: what stands before every page, then word before parameter, part by part. */
const keyOf = (path: string): string =>
  path.includes('*') ? '' : path.replace(/[^/]+/g, (part) => (part.startsWith(':') ? '2' : '1'))

/** Takes `rounds/new` for itself and never for the round whose id is `new`, in whatever order the two were registered. */
export class WordsFirstRouter<T> implements Router<T> {
  readonly name = 'WordsFirstRouter'
  readonly #routes: Route<T>[] = []
  #sorted: TrieRouter<T> | null = null

  add(...route: Route<T>): void {
    this.#routes.push(route)
    this.#sorted = null
  }

  match(method: string, path: string): Result<T> {
    this.#sorted ??= this.#sort()
    return this.#sorted.match(method, path)
  }

  #sort(): TrieRouter<T> {
    const router = new TrieRouter<T>()
    const keyed = this.#routes.map((route) => [keyOf(route[1]), route] as const)
    // Sorting is stable: of one address, what was registered first still goes first.
    for (const [, route] of keyed.toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)))) router.add(...route)
    return router
  }
}
