import { setTimeout as sleep } from 'node:timers/promises'
import { folderFor, loadedFolder } from './data/folder.ts'
import { adminUrlOf, countOrders } from './drive/count-orders.ts'
import { crowd, newTally, settleOvertaken, type Tally } from './drive/crowd.ts'
import { makeMatters } from './drive/matters.ts'
import { type Server, startServer } from './drive/server.ts'
import { CALLS, logInDesks } from './drive/walk.ts'
import { type Profile, profiling } from './measure/profile.ts'
import { type Spent, spentBy, spentSince } from './measure/shares.ts'
import { percentile } from './measure/times.ts'
import type { Options } from './options.ts'
import { type Result, round } from './result.ts'

/**
 * Claim: create → dispatch → sign → contact → reply → review → call back and close → read, over HTTP with sessions, 50
 * clients at once, on top of a million orders, everything on two cores: 60 lifecycles/s or more, p95 of a call 250 ms
 * or less, no error, and at most 1.2 times slower than on top of 10,000 orders.
 *
 * What limits it: one thread has 17 ms for each lifecycle, twice what it had before texts were understood at their
 * acceptance, masked, compared with others and replies checked; that is 50 lifecycles/s, a large city's day in 70 s.
 * `--orders N --clients 50 --seconds 60 --warm-up 10 --data DIR --seed-only --profile`
 */
export async function run(options: Options): Promise<Result> {
  const orders = options.number('orders', 10_000)
  const { folder, loaded } = await loadedFolder(folderFor(options, orders), orders)
  if (options.flag('seed-only'))
    return { columns: [], rows: [], keys: { orders, loadSeconds: loaded && round(loaded.writingSeconds) } }
  return await lifecycles(folder, options)
}

type Measured = { tally: Tally; seconds: number; spent: Spent; orders: number }

export async function lifecycles(folder: string, options: Options): Promise<Result> {
  const profile = options.flag('profile') ? await profiling(folder) : null
  const server = await startServer({ folder, nodeArguments: profile?.nodeArguments ?? [] })
  try {
    await profile?.begin()
    const measured = await measure(server, folder, options)
    const statements = (await profile?.statements()) ?? []
    await server.stop()
    return resultOf(measured, profile, statements)
  } finally {
    await server.stop()
  }
}

async function measure(server: Server, folder: string, options: Options): Promise<Measured> {
  const orders = await countOrders(await adminUrlOf(folder))
  const matters = await makeMatters(5000)
  const desks = await logInDesks(server.port, matters)
  let tally = newTally()
  const crew = crowd(server.port, options.number('clients', 50), desks, matters, () => tally)
  await sleep(options.number('warm-up', 10) * 1000)
  const postmaster = await server.postmaster()
  const before = spentBy(server.pid, postmaster)
  const begun = performance.now()
  tally = newTally()
  const counted = tally
  await sleep(options.number('seconds', 60) * 1000)
  tally = newTally()
  const seconds = (performance.now() - begun) / 1000
  const spent = spentSince(before, spentBy(server.pid, postmaster))
  await crew.stop()
  await settleOvertaken(counted, await adminUrlOf(folder))
  return { tally: counted, seconds, spent, orders }
}

async function resultOf({ tally, seconds, spent, orders }: Measured, profile: Profile | null, statements: string[]) {
  const all = [...tally.times.values()].flat()
  const perSecond = all.length / CALLS / seconds
  const ms = (share: number) => round((share / (perSecond * seconds)) * 1000, 2)
  const total = spent.server + spent.database + spent.client
  return {
    columns: ['call', 'calls', 'p50 ms', 'p95 ms', 'p99 ms'],
    rows: [...tally.times, ['all', all] as const].map(([name, times]) => [
      name,
      times.length,
      ...[0.5, 0.95, 0.99].map((share) => round(percentile(times, share))),
    ]),
    notes: [
      `processor: ${round(total / seconds, 2)} cores busy; a lifecycle costs ${ms(total)} ms = server ${ms(spent.server)}, database ${ms(spent.database)}, load generator ${ms(spent.client)}`,
      `${tally.overtaken.length} orders the platform dispatched by itself before the dispatcher came to them`,
      ...tally.firstErrors,
      ...statements,
      ...((await profile?.functions()) ?? []),
    ],
    keys: {
      lifecyclesPerSecond: round(perSecond),
      p95Ms: round(percentile(all, 0.95)),
      errors: tally.errors,
      orders,
      processorMs: { server: ms(spent.server), database: ms(spent.database), client: ms(spent.client) },
    },
  } satisfies Result
}
