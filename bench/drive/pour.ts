import { setTimeout as sleep } from 'node:timers/promises'
import { percentile } from '../measure/times.ts'
import { count, type Tally } from './crowd.ts'
import { Line } from './line.ts'
import type { Matter } from './matters.ts'
import { type Desks, walk } from './walk.ts'

export type Phase = { rate: number; seconds: number }
/** `asked`: when, in seconds since the beginning; `phase`: when its matter arrived. */
export type Call = { phase: number; asked: number; ms: number }

/**
 * Matters arrive evenly at each phase's rate whether or not earlier ones are done: citizens do not wait for the system.
 * Idle lines are used again, so that a slow server meets more connections, not a slower crowd.
 */
export async function pour(
  port: number,
  desks: Desks,
  matters: readonly Matter[],
  phases: readonly Phase[],
  tally: Tally,
) {
  const calls: Call[] = []
  const idle: Line[] = []
  const walking: Promise<void>[] = []
  const begun = performance.now()
  const elapsed = () => (performance.now() - begun) / 1000
  const live = async (n: number, phase: number) => {
    const line = idle.pop() ?? new Line(port)
    const matter = matters[n % matters.length]
    if (matter === undefined) throw new Error('no matters')
    const whole = await walk(line, desks, matter, n, (name, reply, id) => {
      calls.push({ phase, asked: elapsed() - reply.ms / 1000, ms: reply.ms })
      count(tally, name, reply, id)
    })
    if (whole) tally.lifecycles += 1
    idle.push(line)
  }
  let [n, start] = [0, 0]
  for (const [phase, { rate, seconds }] of phases.entries()) {
    for (let i = 0; i < rate * seconds; i++) {
      const wait = start + i / rate - elapsed()
      if (wait > 0) await sleep(wait * 1000)
      walking.push(live(n++, phase))
    }
    start += seconds
    const rest = start - elapsed()
    if (rest > 0) await sleep(rest * 1000)
  }
  await Promise.all(walking)
  for (const line of idle) line.close()
  return calls
}

const p95Within = (calls: readonly Call[], from: number, to: number): number =>
  percentile(
    calls.filter((call) => call.asked >= from && call.asked < to).map((call) => call.ms),
    0.95,
  )

/** Seconds from the end of a peak until a whole second is as quick as the calm before it; null where no peak ends. */
export function recoveryAfter(calls: readonly Call[], phases: readonly Phase[], peak: number): number | null {
  const [before, phase, after] = [phases[peak - 1], phases[peak], phases[peak + 1]]
  if (before === undefined || phase === undefined || after === undefined || after.rate >= phase.rate) return null
  const end = phases.slice(0, peak + 1).reduce((sum, { seconds }) => sum + seconds, 0)
  const calm = p95Within(calls, end - phase.seconds - before.seconds, end - phase.seconds)
  for (let s = 0; s < after.seconds; s++)
    if (p95Within(calls, end + s, end + s + 1) <= Math.max(100, 2 * calm)) return s
  return after.seconds
}
