// The log as the platform keeps it: a line of JSON an event on the console, which Workers Logs reads field by field.
import { lineOf } from '../core/kernel/log-line.ts'
import type { Log } from '../core/kernel/ports.ts'

/** A log that gives each of its lines, with its level, to `write`. */
export const logTo = (write: (level: keyof Log, line: string) => void): Log => ({
  error: (event, facts = {}) => write('error', lineOf(event, facts)),
  warn: (event, facts = {}) => write('warn', lineOf(event, facts)),
  info: (event, facts = {}) => write('info', lineOf(event, facts)),
})

/** The log of a Worker. */
export const consoleLog: Log = logTo((level, line) => console[level](line))
