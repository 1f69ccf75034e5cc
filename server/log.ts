import type { Log } from './shell.ts'

/** One JSON line a message on standard output; `quiet` keeps requests to themselves and shows faults only. */
export function jsonLog(
  level: 'all' | 'faults',
  write: (line: string) => void = (line) => process.stdout.write(line),
): Log {
  const line = (kind: string, fields: Record<string, unknown>, message: string) =>
    write(`${JSON.stringify({ level: kind, time: new Date(Date.now()).toISOString(), message, ...fields })}\n`)
  return {
    info: (fields, message) => {
      if (level === 'all') line('info', fields, message)
    },
    error: (fields, message) => line('error', fields, message),
  }
}
