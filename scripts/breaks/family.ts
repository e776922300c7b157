// A process with all that it has started, in whatever group that runs: a copy and a browser have groups of their own.
import { execFileSync } from 'node:child_process'

interface Running {
  readonly pid: number
  readonly parent: number
  readonly group: number
}

function running(): readonly Running[] {
  const listed = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,pgid='], { encoding: 'utf8' })
  return listed
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, parent = 0, group = 0]) => ({ pid, parent, group }))
}

/** Those of a process and its group, and of all that they have started. */
function familyOf(pid: number, all: readonly Running[]): readonly Running[] {
  const family = all.filter((one) => one.pid === pid || one.group === pid)
  // The list grows while it is read, until no member has a child left.
  for (const member of family)
    family.push(...all.filter((one) => one.parent === member.pid && !family.includes(one)))
  return family
}

function signal(pid: number, name: 'SIGSTOP' | 'SIGKILL'): void {
  try {
    process.kill(pid, name)
  } catch {
    // It is gone already.
  }
}

/** Ends a process, its group and all that they have started. What was held still starts nothing more meanwhile. */
export function endFamily(pid: number): void {
  const held = new Set<number>()
  for (;;) {
    const more = familyOf(pid, running()).filter((one) => !held.has(one.pid))
    if (more.length === 0) break
    for (const one of more) {
      signal(one.pid, 'SIGSTOP')
      held.add(one.pid)
    }
  }
  for (const one of held) signal(one, 'SIGKILL')
}
