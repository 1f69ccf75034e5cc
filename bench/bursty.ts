import { setTimeout as sleep } from 'node:timers/promises'
import { folderFor, loadedFolder } from './data/folder.ts'
import { adminUrlOf, countOrders } from './drive/count-orders.ts'
import { newTally, settleOvertaken } from './drive/crowd.ts'
import { makeMatters } from './drive/matters.ts'
import { type Call, type Phase, pour, recoveryAfter } from './drive/pour.ts'
import { startServer } from './drive/server.ts'
import { logInDesks } from './drive/walk.ts'
import { percentile } from './measure/times.ts'
import type { Options } from './options.ts'
import { type Result, round } from './result.ts'

const RATES = [1, 15, 1, 25, 2, 35, 10]

/**
 * Claim: lifecycles arriving 1 → 15 → 1 → 25 → 2 → 35 → 10 a second, one minute each, whether or not the ones before
 * are done, on top of a million orders on two cores: no error, p95 of a call below 1 s, back to normal at most 10 s
 * after each peak. Normal: within a second, calls as quick as in the calm before (twice its p95, or 100 ms).
 * `--orders N --minute 60` (a shorter minute for a quick look)
 */
export async function run(options: Options): Promise<Result> {
  const { folder } = await loadedFolder(
    folderFor(options, options.number('orders', 10_000)),
    options.number('orders', 10_000),
  )
  const phases = RATES.map((rate) => ({ rate, seconds: options.number('minute', 60) }))
  const server = await startServer({ folder })
  try {
    const orders = await countOrders(await adminUrlOf(folder))
    const matters = await makeMatters(5000)
    const desks = await logInDesks(server.port, matters)
    const warmUp = newTally()
    await pour(server.port, desks, matters, [{ rate: 5, seconds: 5 }], warmUp)
    await sleep(1000)
    const tally = newTally()
    const calls = await pour(server.port, desks, matters, phases, tally)
    await settleOvertaken(tally, await adminUrlOf(folder))
    return resultOf(phases, calls, tally, orders)
  } finally {
    await server.stop()
  }
}

function resultOf(
  phases: readonly Phase[],
  calls: readonly Call[],
  tally: ReturnType<typeof newTally>,
  orders: number,
) {
  const rows = phases.map(({ rate }, i) => {
    const own = calls.filter((call) => call.phase === i).map((call) => call.ms)
    return [
      `${rate}/s`,
      own.length,
      round(percentile(own, 0.5)),
      round(percentile(own, 0.95)),
      round(Math.max(0, ...own)),
    ]
  })
  const recoveries = phases.map((_, i) => recoveryAfter(calls, phases, i)).filter((seconds) => seconds !== null)
  return {
    columns: ['arriving', 'calls', 'p50 ms', 'p95 ms', 'longest ms'],
    rows,
    notes: [`back to normal after each peak: ${recoveries.map((s) => `${s} s`).join(', ')}`, ...tally.firstErrors],
    keys: {
      errors: tally.errors,
      p95Ms: round(
        percentile(
          calls.map((call) => call.ms),
          0.95,
        ),
      ),
      recoverySeconds: Math.max(0, ...recoveries),
      orders,
    },
  } satisfies Result
}
