// Which processes run on this machine, from /proc: Linux only, and without any installed program.
import { readdirSync, readFileSync } from 'node:fs'

type Running = { pid: number; parent: number; command: string }

/** Lists a process and everything below it. */
export function familyOf(pid: number): Running[] {
  const all = running()
  const family = all.filter((process) => process.pid === pid)
  // The list grows while it is read, until no member has a child left.
  for (const member of family) family.push(...all.filter(({ parent }) => parent === member.pid))
  return family
}

/** Says which of these processes still run. */
export function stillRunning(processes: Running[]): Running[] {
  const now = running()
  return processes.filter(({ pid, command }) => now.some((one) => one.pid === pid && one.command === command))
}

function running(): Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // "pid (name) state parent …"; the name may hold anything, so count from its last bracket.
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
        // A zombie has ended, and waits only for its parent to hear of it.
        return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent), command }]
      } catch {
        return [] // it ended while we looked
      }
    })
}
