// The form over HTTP: shown, mended, sent, repeated, refused.
import { beforeEach, describe, expect, it } from 'vitest'
import { ikoAnswers, keyAt, newWorld, START, type World } from '../support/inside/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

describe('POST /f/:slug', () => {
  it('leads to the receipt when everything needed is there', async () => {
    const sent = await world.post('/f/iko-2026-2', { submission: keyAt(START), ...ikoAnswers })
    expect(sent.status).toBe(303)
    expect(sent.headers.get('Location')).toMatch(/^\/s\/[\w-]{22}\.[\w-]{23}$/)
  })
})
