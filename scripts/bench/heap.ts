// `node --max-old-space-size=… heap.ts <organisations>`: makes the list of pairs that look alike, or has too little heap for it.
import type { Scope } from '../../src/core/kernel/scope.ts'
import { duplicateCandidates } from '../../src/db/organisation/merge.read.ts'
import { memoryDatabase } from '../demo/database.ts'
import { demoNetwork } from '../demo.ts'
import { seedSql } from '../seed.ts'
import { largeSql } from './large-world.ts'

const memory = memoryDatabase()
memory.exec(await seedSql(new Date()))
for (const sql of largeSql(Number(process.argv[2]), Date.now())) memory.exec(sql)

// Of a scope, the list of pairs asks for no more than this.
const scope = { network: demoNetwork, districts: null } as unknown as Scope<'coordination'>
const pairs = await duplicateCandidates(scope, memory.db, [])
if (pairs.length === 0) throw new Error('no pairs were found')
