import { z } from 'zod'
import { Instant } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'

export const health = {
  method: 'GET',
  path: '/health',
  zh: '健康状况',
  en: 'Whether the platform works: database, sweeps with their age, outbox, index of like matters, calendar, model',
  reply: z.object({
    status: z.enum(['ok', 'degraded']),
    now: Instant,
    version: z.string(),
    database: z.object({ ok: z.boolean(), engine: z.string(), ms: z.number() }),
    sweeps: z.array(
      z.object({
        name: z.string(),
        lastRun: Instant.nullable(),
        ageSeconds: z.number().nullable(),
        lastMs: z.number(),
        lastCount: z.number(),
        failing: z.boolean(),
      }),
    ),
    due: z.object({ overdue: z.number().int(), oldestSeconds: z.number() }),
    outbox: z.object({ waiting: z.number().int(), oldestSeconds: z.number() }),
    same: z
      .object({ ready: z.boolean(), orders: z.number().int(), waiting: z.number().int() })
      .describe(
        'the index of like matters in this process; orders whose signature is still to be written, 10,000 at most',
      ),
    calendar: z.object({ lastYear: z.number().int(), alarm: z.string().nullable() }),
    model: z
      .object({ number: z.number().int().nullable(), alarm: z.string().nullable() })
      .describe('which model reads categories; an alarm where a later one was adopted and its file cannot be taken'),
  }),
  refusals: [],
} as const satisfies Endpoint

export const metrics = {
  method: 'GET',
  path: '/metrics',
  zh: '运行指标（Prometheus）',
  en: 'Metrics for Prometheus',
  reply: z.string(),
  refusals: [],
  raw: 'text',
} as const satisfies Endpoint

export const changes = {
  method: 'GET',
  path: '/changes',
  zh: '变更推送（SSE）',
  en: 'Changes the caller may see, as server-sent events: order id, number, kind, state, light; calls at their own seat',
  reply: z.string(),
  refusals: [],
  raw: 'stream',
} as const satisfies Endpoint
