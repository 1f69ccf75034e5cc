import { Hung, Line } from './line.ts'
import type { Matter } from './matters.ts'
import { type Desks, walk } from './walk.ts'

/** What the server has confirmed: by order, the highest version a reply has shown; and how many writes in all. */
export type Confirmed = { versions: Map<string, number>; writes: number }

const SHOWN = /^\{"id":"([0-9A-Z]{26})".*?"version":(\d+)/s

/** So many clients write without pause until told to stop; a lost connection or a refusal is not a confirmation. */
export function hammer(port: number, clients: number, desks: Desks, matters: readonly Matter[], confirmed: Confirmed) {
  const lines = Array.from({ length: clients }, () => new Line(port))
  let stopped = false
  let next = 0
  const write = async (line: Line): Promise<void> => {
    const n = next++
    const matter = matters[n % matters.length]
    if (matter === undefined) throw new Error('no matters')
    await walk(line, desks, matter, n, (name, { status, body }) => {
      const [, id, version] = (status === 200 && SHOWN.exec(body)) || []
      if (id === undefined || name === 'read') return
      confirmed.versions.set(id, Number(version))
      confirmed.writes += 1
    })
  }
  const all = lines.map(async (line) => {
    while (!stopped)
      await write(line).catch((error: unknown) => {
        if (!(error instanceof Hung)) throw error
        stopped = true
      })
    line.close()
  })
  return {
    stop: async () => {
      stopped = true
      // An answer that never comes must not hold the bench: the line is cut, the write stays unconfirmed.
      const cut = setTimeout(() => {
        for (const line of lines) line.hangUp()
      }, 2000)
      await Promise.all(all)
      clearTimeout(cut)
    },
  }
}
