import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { z } from 'zod'
import type { Handlers } from '#contract/api.ts'
import { signaturesWaiting } from '#db/signatures.ts'
import { type Db, sql } from '#db/sql.ts'
import { dueBacklog, outboxBacklog, readSweeps } from '#db/sweeps.ts'
import { calendarOf } from '#domain/city/lookup.ts'
import type { Instant } from '#domain/ids.ts'
import type { ChangeFeed } from './changes.ts'
import { isReady } from './same/same-state.ts'
import { reachOf } from './scope.ts'
import type { House, Shell } from './shell.ts'
import { sweeps } from './sweeps.ts'

export const VERSION = '0.4.0'

const registry = new Registry()
collectDefaultMetrics({ register: registry })
export const requestSeconds = new Histogram({
  name: 'jiesu_request_seconds',
  help: 'Time of a call by route and status',
  labelNames: ['route', 'status'],
  buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5],
  registers: [registry],
})
export const faults = new Counter({
  name: 'jiesu_faults_total',
  help: 'Faults of the platform (5xx)',
  registers: [registry],
})
const dueOverdue = new Gauge({ name: 'jiesu_due_backlog', help: 'Due work not yet done', registers: [registry] })
const sweepAge = new Gauge({
  name: 'jiesu_sweep_age_seconds',
  help: 'Seconds since a sweep ran',
  labelNames: ['name'],
  registers: [registry],
})
const outboxWaiting = new Gauge({
  name: 'jiesu_outbox_waiting',
  help: 'Messages not yet delivered',
  registers: [registry],
})

const seconds = (now: Instant, then: string | null): number =>
  then === null ? 0 : Math.max(0, Math.round((Date.parse(now) - Date.parse(then)) / 100) / 10)

async function ping(db: Db): Promise<{ ok: boolean; engine: string; ms: number }> {
  const begun = performance.now()
  const [row] = await db.rows(
    sql`select current_setting('server_version') as version`,
    z.object({ version: z.string() }),
  )
  return { ok: true, engine: `PostgreSQL ${row?.version ?? ''}`, ms: Math.round((performance.now() - begun) * 10) / 10 }
}

/** A sweep that has not run for five of its periods (at least half a minute) is a reason to look. */
const isOld = (age: number | null, everySeconds: number): boolean =>
  age === null || age > Math.max(30, everySeconds * 5)

/** Due work is looked for every two seconds; a gateway may be away for a while before somebody must look. */
const DUE_BEHIND_SECONDS = 60
const OUTBOX_BEHIND_SECONDS = 3600

async function sweepStates(house: House, now: Instant) {
  const seen = new Map((await readSweeps(house.db)).map((row) => [row.name, row]))
  return sweeps.map(({ name, everySeconds }) => {
    const row = seen.get(name)
    const ageSeconds = row === undefined ? null : seconds(now, row.last_run)
    return {
      name,
      lastRun: (row?.last_run ?? null) as Instant | null,
      ageSeconds,
      lastMs: row?.last_ms ?? 0,
      lastCount: row?.last_count ?? 0,
      failing: isOld(ageSeconds, everySeconds) || row?.last_error != null,
    }
  })
}

/** Sixty days before the last published year ends the alarm begins: the next notice usually comes in November. */
function calendarState(house: House, now: Instant) {
  const lastYear = Math.max(0, ...calendarOf(house.city, house.city.policy.calendar).years)
  const ahead = new Date(Date.parse(now) + 60 * 86_400_000).getUTCFullYear()
  const alarm =
    ahead > lastYear ? `no holiday calendar for ${lastYear + 1}: due times that reach into it are provisional` : null
  return { lastYear, alarm }
}

function modelState({ models: { inForce, refused } }: House) {
  const [latest] = refused
  const none = inForce === null ? 'no model is in force: people choose every category' : null
  const alarm = latest === undefined ? none : `model ${latest.number} was refused: ${latest.reason}`
  return { number: inForce?.number ?? null, alarm }
}

export const systemHandlers = (feed: ChangeFeed) =>
  ({
    health: async (shell) => {
      const now = shell.at
      const database = await ping(shell.db)
      const [states, due, outbox, waiting] = await Promise.all([
        sweepStates(shell, now),
        dueBacklog(shell.db, now),
        outboxBacklog(shell.db),
        signaturesWaiting(shell.db, 10_000),
      ])
      const calendar = calendarState(shell, now)
      const behind =
        seconds(now, due.oldest) > DUE_BEHIND_SECONDS || seconds(now, outbox.oldest) > OUTBOX_BEHIND_SECONDS
      const model = modelState(shell)
      const troubled = behind || model.alarm !== null || states.some((state) => state.failing)
      return {
        ok: true,
        reply: {
          status: troubled ? 'degraded' : 'ok',
          now,
          version: VERSION,
          database,
          sweeps: states,
          due: { overdue: due.n, oldestSeconds: seconds(now, due.oldest) },
          outbox: { waiting: outbox.n, oldestSeconds: seconds(now, outbox.oldest) },
          same: { ready: isReady(shell.same), orders: shell.same.index.size(), waiting },
          calendar,
          model,
        },
      }
    },

    metrics: async (shell) => {
      const [states, due, outbox] = await Promise.all([
        sweepStates(shell, shell.at),
        dueBacklog(shell.db, shell.at),
        outboxBacklog(shell.db),
      ])
      dueOverdue.set(due.n)
      outboxWaiting.set(outbox.n)
      for (const state of states) sweepAge.set({ name: state.name }, state.ageSeconds ?? -1)
      return { ok: true, reply: await registry.metrics() }
    },

    changes: async (shell) => {
      const out = shell.outgoing
      if (out === undefined) throw new Error('changes needs a response to write to')
      out.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      })
      out.write(`retry: 3000\nevent: hello\ndata: ${JSON.stringify({ at: shell.at })}\n\n`)
      const stop = feed.listen({
        reach: reachOf(shell),
        hear: ({ order_id, seq, kind, order_no, state, light, at }) =>
          out.write(
            `event: change\ndata: ${JSON.stringify({ order: order_id, no: order_no, seq, kind, state, light, at })}\n\n`,
          ),
        seat: shell.caller.kind === 'staff' ? shell.caller.id : null,
        hearRing: ({ call_id, state, changed_at }) =>
          out.write(`event: ring\ndata: ${JSON.stringify({ call: call_id, state, at: changed_at })}\n\n`),
        hearCity: () => out.write('event: city\ndata: {}\n\n'),
      })
      const beat = setInterval(() => out.write(': beat\n\n'), 20_000)
      out.on('close', () => {
        clearInterval(beat)
        stop()
      })
      return { ok: true, reply: '' }
    },
  }) satisfies Partial<Handlers<Shell>>
