// `npm run client`: builds the browser's scripts. What it makes is committed: src/client/built.ts and public/embed.
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { BUILT, builtEmbed, builtModule, EMBED, EMBED_VERSIONED } from './run/client.ts'
import { root } from './run/place.ts'

const embed = await builtEmbed()
for (const [path, text] of [
  [BUILT, await builtModule()],
  [EMBED, embed],
  [EMBED_VERSIONED, embed],
] as const) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  console.log(`${path}: ${text.length} characters`)
}
