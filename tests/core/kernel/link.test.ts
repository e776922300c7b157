// Links: only their own row, kind and generation, and only in the one spelling that was given out.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64url } from '../../../src/core/kernel/base64url.ts'
import { checkLink, type LinkKind, linkedId, makeLink } from '../../../src/core/kernel/link.ts'
import { readSecrets } from '../../../src/core/kernel/secrets.ts'
import { anything } from '../anything.ts'
import { keys } from '../outside.ts'

const kinds = ['receipt', 'report', 'resume', 'personal'] as const satisfies readonly LinkKind[]
const anyKind = fc.constantFrom(...kinds)
const anyChar = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
const anyGeneration = fc.nat({ max: 20 })

const ring = readSecrets(keys('a'))
const id = '01935b1c-0000-7000-8000-0000000000ff'
const other = '01935b1c-0000-7000-8000-0000000000fe'
const link = await makeLink(ring, 'receipt', id, 3)

/** The same text with one character replaced. */
const withChar = (text: string, at: number, char: string): string =>
  text.slice(0, at) + char + text.slice(at + 1)

describe('a link', () => {
  it('opens its own row', async () => {
    await fc.assert(
      fc.asyncProperty(anyKind, fc.uuid(), anyGeneration, async (kind, row, generation) => {
        const made = await makeLink(ring, kind, row, generation)
        expect(linkedId(made)).toBe(row)
        expect(await checkLink(ring, kind, made, generation)).toBe('good')
      }),
    )
  })

  it('is always 46 characters long, and none of them needs escaping in an address', async () => {
    await fc.assert(
      fc.asyncProperty(anyKind, fc.uuid(), fc.maxSafeNat(), async (kind, row, generation) => {
        expect(await makeLink(ring, kind, row, generation)).toMatch(/^[\w-]{22}\.a[\w-]{22}$/)
      }),
    )
  })

  it('stays good for ever: one that was sent once still opens', async () => {
    expect(await checkLink(ring, 'receipt', 'AZNbHAAAcACAAAAAAAAA_w.aZxCN6AK0Ub_z6_uM8YQdzw', 3)).toBe('good')
  })

  it.each(kinds)('made as a %s opens nothing of another kind', async (kind) => {
    const made = await makeLink(ring, kind, id, 0)
    for (const wanted of kinds)
      expect(await checkLink(ring, wanted, made, 0)).toBe(wanted === kind ? 'good' : 'forged')
  })

  it('opens no other row, though it is named instead', async () => {
    const [theirs] = (await makeLink(ring, 'receipt', other, 3)).split('.')
    const mixed = `${theirs}.${link.split('.')[1]}`
    expect(linkedId(mixed)).toBe(other)
    expect(await checkLink(ring, 'receipt', mixed, 3)).toBe('forged')
  })

  it('of an earlier generation is revoked', async () => {
    await fc.assert(
      fc.asyncProperty(anyGeneration, fc.integer({ min: 1, max: 20 }), async (generation, raised) => {
        const made = await makeLink(ring, 'report', id, generation)
        expect(await checkLink(ring, 'report', made, generation + raised)).toBe('revoked')
      }),
      { numRuns: 50 },
    )
  })

  it('of a generation still to come is forged', async () => {
    expect(await checkLink(ring, 'receipt', link, 2)).toBe('forged')
  })

  it('with one bit turned is forged, whichever bit it is', async () => {
    const opened: string[] = []
    for (const [at, char] of Array.from(link).entries())
      for (let bit = 0; bit < 8; bit++) {
        const turned = withChar(link, at, String.fromCharCode(char.charCodeAt(0) ^ (1 << bit)))
        if ((await checkLink(ring, 'receipt', turned, 3)) !== 'forged') opened.push(turned)
      }
    expect(opened).toEqual([])
  })

  it('with one character replaced is forged, whichever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: link.length - 1 }), anyChar, async (at, char) => {
        fc.pre(char !== link[at])
        expect(await checkLink(ring, 'receipt', withChar(link, at, char), 3)).toBe('forged')
      }),
    )
  })

  it('is never cut short or made longer', async () => {
    for (let length = 0; length < link.length; length++)
      expect(await checkLink(ring, 'receipt', link.slice(0, length), 3)).toBe('forged')
    for (const more of ['A', '.', '=', '==', ' ', '\n', '%20', '.A'])
      for (const longer of [link + more, more + link, link.replace('.', `${more}.`)])
        expect(await checkLink(ring, 'receipt', longer, 3), JSON.stringify(longer)).toBe('forged')
  })
})

describe('another spelling of the same bytes', () => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const bytesOf = (part: string | undefined) => fromBase64url(part ?? '')?.join()
  const [row = '', signature = ''] = link.split('.')

  /** Every other way to write a part of 22 characters that decodes to the same 16 bytes. */
  const spellings = (part: string): readonly string[] =>
    Array.from(alphabet, (char) => part.slice(0, -1) + char).filter(
      (spelling) => spelling !== part && bytesOf(spelling) === bytesOf(part),
    )

  it('of the id is forged and names no row', async () => {
    const forged = spellings(row).map((spelling) => `${spelling}.${signature}`)
    expect(forged).toHaveLength(15)
    for (const spelling of forged) {
      expect(linkedId(spelling)).toBeNull()
      expect(await checkLink(ring, 'receipt', spelling, 3)).toBe('forged')
    }
  })

  it('of the signature is forged', async () => {
    const forged = spellings(signature.slice(1)).map((spelling) => `${row}.${signature[0]}${spelling}`)
    expect(forged).toHaveLength(15)
    for (const spelling of forged) expect(await checkLink(ring, 'receipt', spelling, 3)).toBe('forged')
  })
})

describe('when keys change', () => {
  it('a link signed with an older key of the ring still opens, and is still revoked', async () => {
    const rotated = readSecrets(keys('b', 'a'))
    expect(await checkLink(rotated, 'receipt', link, 3)).toBe('good')
    expect(await checkLink(rotated, 'receipt', link, 4)).toBe('revoked')
  })

  it('new links are signed with the newest key', async () => {
    const made = await makeLink(readSecrets(keys('b', 'a')), 'receipt', id, 3)
    expect(await checkLink(readSecrets(keys('b')), 'receipt', made, 3)).toBe('good')
  })

  it('a link signed with a key no longer in the ring is forged', async () => {
    expect(await checkLink(readSecrets(keys('b')), 'receipt', link, 3)).toBe('forged')
  })

  it('a link is not good for another key of the same name', async () => {
    const replaced = readSecrets(keys('b').replace('b:', 'a:'))
    expect(await checkLink(replaced, 'receipt', link, 3)).toBe('forged')
  })

  it('a link does not open under the name of another key in the ring', async () => {
    expect(await checkLink(readSecrets(keys('b', 'a')), 'receipt', link.replace('.a', '.b'), 3)).toBe(
      'forged',
    )
  })
})

describe('what is no link', () => {
  const [row, signature] = link.split('.')

  it.each([
    ['nothing', ''],
    ['a dot alone', '.'],
    ['no dot', `${row}${signature}`],
    ['two dots', `${link}.`],
    ['a dot in front', `.${link}`],
    ['no id', `.${signature}`],
    ['no signature', `${row}.`],
    ['the name of a key alone', `${row}.a`],
    ['a UUID instead of its bytes', `${id}.${signature}`],
    ['an id that is too short', `${row?.slice(4)}.${signature}`],
    ['an id that is too long', `AAAA${link}`],
    ['a signature that is too long', `${link}AAAA`],
    ['something of a hundred thousand characters', `${'A'.repeat(100_000)}.${'A'.repeat(100_000)}`],
    ['escaped', encodeURIComponent(`${row}=.${signature}`)],
    ['in letters of another width', link.replace('.', '．')],
    ['a picture', '🙂.🙂'],
    ['half a character', '\ud800.\udfff'],
    ['with a zero byte', `${link}\0`],
  ])('is forged, and nothing is thrown: %s', async (_what, text) => {
    expect(await checkLink(ring, 'receipt', text, 3)).toBe('forged')
  })

  it('never throws and never opens, whatever it is', async () => {
    const unit = fc.constantFrom(...'AQgw09-_.a=+/ é🙂', '\0', '\ud800')
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit, maxLength: 60 }), anything), async (text) => {
        expect(linkedId(text) ?? id).toMatch(/^[0-9a-f-]{36}$/)
        expect(await checkLink(ring, 'receipt', text, 3)).toBe('forged')
      }),
    )
  })

  it('is never made: only rows with a UUID in lower case have links', async () => {
    for (const row of ['', '7', id.toUpperCase(), id.replaceAll('-', ''), `${id} `])
      await expect(makeLink(ring, 'receipt', row, 0)).rejects.toThrow('only rows with a UUID have links')
  })
})
