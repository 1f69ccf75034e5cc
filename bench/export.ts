import { folderFor, loadedFolder } from './data/folder.ts'
import { type Desk, deskOf } from './drive/desks.ts'
import { startServer } from './drive/server.ts'
import { megabytesOf } from './measure/memory.ts'
import type { Options } from './options.ts'
import { type Result, round } from './result.ts'

/**
 * Claim: a list of a million orders leaves as XLSX or CSV while it is read, and the server needs no more than 200 MB more
 * for it, whatever its length; whoever hangs up stops it within two seconds. `--orders N`
 */
export async function run(options: Options): Promise<Result> {
  const orders = options.number('orders', 10_000)
  const { folder } = await loadedFolder(folderFor(options, orders), orders)
  const server = await startServer({ folder })
  try {
    const desk = await deskOf(server.port, 'supervisor1')
    const address = (format: string) => `http://127.0.0.1:${server.port}/api/orders/export?format=${format}`
    await taken(address('csv'), desk, server.pid, 100_000)
    const csv = await taken(address('csv'), desk, server.pid)
    const xlsx = await taken(address('xlsx'), desk, server.pid)
    const before = megabytesOf([server.pid])
    await taken(address('csv'), desk, server.pid, 200_000)
    const row = (name: string, { seconds, megabytes, more }: Taken) =>
      [name, round(seconds), round(megabytes), round(more), round(orders / seconds, 0)] as const
    return {
      columns: ['file', 'seconds', 'MB', 'MB more in the server', 'rows/s'],
      rows: [row('CSV', csv), row('XLSX', xlsx)],
      keys: {
        orders,
        rowsPerSecond: { csv: round(orders / csv.seconds, 0), xlsx: round(orders / xlsx.seconds, 0) },
        megabytesMore: round(Math.max(csv.more, xlsx.more)),
        restMegabytes: round(before),
      },
    }
  } finally {
    await server.stop()
  }
}

type Taken = { seconds: number; megabytes: number; more: number }

/** Reads the file as it comes, or hangs up after so many bytes; watches the server's memory meanwhile. */
async function taken(url: string, desk: Desk, pid: number, until = Number.POSITIVE_INFINITY): Promise<Taken> {
  const headers = Object.fromEntries(
    desk
      .trim()
      .split('\r\n')
      .map((line) => line.split(/:\s*(.*)/s).slice(0, 2) as [string, string]),
  )
  const [begun, rest] = [performance.now(), megabytesOf([pid])]
  let [bytes, most] = [0, rest]
  const watching = setInterval(() => {
    most = Math.max(most, megabytesOf([pid]))
  }, 200)
  const hangUp = new AbortController()
  try {
    const reply = await fetch(url, { headers, signal: hangUp.signal })
    if (!reply.ok || reply.body === null) throw new Error(`${url}: ${reply.status} ${await reply.text()}`)
    for await (const chunk of reply.body) {
      bytes += chunk.length
      if (bytes > until) break
    }
  } finally {
    clearInterval(watching)
    hangUp.abort()
  }
  return { seconds: (performance.now() - begun) / 1000, megabytes: bytes / 2 ** 20, more: most - rest }
}
