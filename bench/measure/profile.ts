import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { startEmbedded } from '#db/embedded.ts'
import { adminUrlOf } from '../drive/count-orders.ts'

/** Where the time goes: the server's functions (V8) and the database's statements (pg_stat_statements). */
export type Profile = {
  nodeArguments: string[]
  begin(): Promise<void>
  statements(): Promise<string[]>
  /** after the server has stopped */
  functions(): Promise<string[]>
}

export async function profiling(folder: string): Promise<Profile> {
  const at = join(folder, 'profile')
  await rm(at, { recursive: true, force: true })
  await preload(folder)
  return {
    nodeArguments: ['--cpu-prof', `--cpu-prof-dir=${at}`],
    begin: async () => {
      await asked(await adminUrlOf(folder), 'create extension if not exists pg_stat_statements')
      await asked(await adminUrlOf(folder), 'select pg_stat_statements_reset()')
    },
    statements: async () => (await asked(await adminUrlOf(folder), TOP)).map((row) => Statement.parse(row)).map(told),
    functions: async () => {
      const files = (await readdir(at)).filter((name) => name.endsWith('.cpuprofile')).sort()
      const main = files[0]
      return main === undefined ? [] : topFunctions(await readFile(join(at, main), 'utf8'))
    },
  }
}

/** The library must be loaded at the server's start; `alter system` survives the settings Jiesu writes. */
async function preload(folder: string): Promise<void> {
  const server = await startEmbedded(join(folder, 'postgres'))
  try {
    await asked(server.adminUrl, `alter system set shared_preload_libraries = 'pg_stat_statements'`)
  } finally {
    await server.stop()
  }
}

async function asked(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

const TOP = `
  select calls::int, round(total_exec_time::numeric)::int as total, mean_exec_time as mean,
         round((100 * total_exec_time / sum(total_exec_time) over ())::numeric, 1)::float8 as share,
         regexp_replace(left(query, 400), '\\s+', ' ', 'g') as query
  from   pg_stat_statements
  order  by total_exec_time desc limit 12`

const Statement = z.object({
  calls: z.number(),
  total: z.number(),
  mean: z.number(),
  share: z.number(),
  query: z.string(),
})

const told = ({ share, calls, mean, query }: z.infer<typeof Statement>): string =>
  `sql ${share.toFixed(1)} %  ${calls} × ${mean.toFixed(3)} ms  ${query.trim().slice(0, 90)}`

const Cpu = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() }),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
})

/** Own time by function, the idle time left out. */
function topFunctions(text: string): string[] {
  const { nodes, samples, timeDeltas } = Cpu.parse(JSON.parse(text))
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => [
      id,
      `${functionName || '(anonymous)'} ${url.split('/').slice(-3).join('/')}:${lineNumber + 1}`,
    ]),
  )
  const own = new Map<string, number>()
  for (const [i, id] of samples.entries()) {
    const name = names.get(id) ?? ''
    if (!name.startsWith('(idle)')) own.set(name, (own.get(name) ?? 0) + (timeDeltas[i] ?? 0))
  }
  const total = [...own.values()].reduce((sum, time) => sum + time, 0)
  return [...own]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 40)
    .map(([name, time]) => `js ${((time / total) * 100).toFixed(1)} %  ${name}`)
}
