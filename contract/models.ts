import { z } from 'zod'
import { SuggestionKind } from '#domain/accept/verdicts.ts'
import { Day, Instant, OrderId } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'
import type { Download } from './files.ts'
import { Band, ModelCard } from './model-card.ts'
import { RowNumber } from './row-number.ts'

/** Models that read a category from a text: trained, measured, adopted by a person, taken back (docs/decisions/0013). */

export const MODEL_BYTES = 20 * 1024 * 1024

const ModelView = z.object({
  number: z.number().int(),
  origin: z.enum(['cold-start', 'trained', 'uploaded']),
  state: z.enum(['draft', 'in-force', 'retired', 'refused']).describe('refused: adopted, but its file cannot be taken'),
  madeBy: z.string(),
  madeAt: Instant,
  bytes: z.number().int(),
  adoptions: z.number().int(),
  adoptedBy: z.string().nullable(),
  adoptedAt: Instant.nullable(),
  note: z.string().nullable(),
  sameLabels: z.boolean().describe('trained under exactly the codes the city has today'),
  card: ModelCard,
})
export type ModelView = z.infer<typeof ModelView>

/** Why a file is not taken; `codes`: some of those that are none of this city's. */
const ModelFaultView = z.object({
  number: z.number().int(),
  kind: z.enum(['cut-short', 'wrong-format', 'foreign-labels']),
  reason: z.string(),
  codes: z.array(z.string()),
})
export type ModelFaultView = z.infer<typeof ModelFaultView>

const TrainingView = z.object({
  n: z.number().int(),
  state: z.enum(['running', 'done', 'failed', 'cut-off']).describe('cut-off: its process went away'),
  step: z.string(),
  done: z.number().int().describe('orders read'),
  of: z.number().int(),
  begunBy: z.string(),
  begunAt: Instant,
  endedAt: Instant.nullable(),
  model: z.number().int().nullable(),
  fault: z.string().nullable(),
})
export type TrainingView = z.infer<typeof TrainingView>

const modelParams = z.object({ number: RowNumber })
const fileRefusals = ['model-cut-short', 'model-unreadable', 'model-of-other-labels'] as const

export const listModels = {
  method: 'GET',
  path: '/models',
  zh: '分类模型：现行的、历次的、正在训练的',
  en: 'Models of the category: the one in force, all others, a training under way, what there is to learn from',
  reply: z.object({
    inForce: z
      .object({
        number: z.number().int(),
        sureFrom: z.number().describe('from this probability on it calls itself sure; above 1: never'),
        unknown: z
          .array(z.object({ code: z.string(), name: z.string() }))
          .describe('scenes the city offers and the model was never taught'),
      })
      .nullable(),
    refused: z.array(ModelFaultView).describe('adopted later than the one in force, and not taken'),
    training: TrainingView.nullable(),
    learnable: z.object({
      orders: z.number().int(),
      mostOrders: z.number().int(),
      phrases: z.number().int(),
      scenes: z.number().int(),
    }),
    models: z.array(ModelView),
  }),
  refusals: [],
} as const satisfies Endpoint

export const getModel = {
  method: 'GET',
  path: '/models/:number',
  zh: '一个分类模型和它的说明',
  en: 'One model with its card',
  params: modelParams,
  reply: ModelView,
  refusals: [],
} as const satisfies Endpoint

/** Returns at once; how far it is stands in the list. */
export const trainModel = {
  method: 'POST',
  path: '/models',
  zh: '训练新模型（得到草稿）',
  en: 'Train a model from closed orders, corrections, descriptions and phrases; the result is a draft',
  reply: TrainingView,
  refusals: ['already-training', 'nothing-to-learn'],
} as const satisfies Endpoint

export const adoptModel = {
  method: 'POST',
  path: '/models/:number/adopt',
  zh: '采用模型（也用于退回旧模型）',
  en: 'Adopt a model; an older one to go back',
  params: modelParams,
  body: z.object({
    note: z.string().trim().max(200).default(''),
    instead: z.number().int().nullable().describe('the model one has seen in force'),
  }),
  reply: ModelView,
  refusals: ['already-in-force', 'another-model-adopted', ...fileRefusals],
} as const satisfies Endpoint

export const discardModel = {
  method: 'DELETE',
  path: '/models/:number',
  zh: '放弃没采用过的模型',
  en: 'Throw away a model that was never adopted',
  params: modelParams,
  reply: z.object({ done: z.literal(true) }),
  refusals: ['model-was-adopted'],
} as const satisfies Endpoint

export const downloadModel = {
  method: 'GET',
  path: '/models/:number/file',
  zh: '下载模型文件',
  en: 'The model as a file: weights over hashed features, no text of any order',
  params: modelParams,
  reply: z.custom<Download>((value) => typeof value === 'object' && value !== null && 'stream' in value),
  refusals: [],
  raw: 'download',
} as const satisfies Endpoint

/** The body is the file. */
export const uploadModel = {
  method: 'POST',
  path: '/models/file',
  zh: '上传模型文件（得到草稿）',
  en: 'Bring a model as a file: a draft, or refused where it is cut short or knows codes this city never had',
  reply: ModelView,
  refusals: ['too-large', 'file-empty', ...fileRefusals],
  raw: 'upload',
} as const satisfies Endpoint

/** Of an order the last verdict counts: what was adopted at the seat and corrected at review was wrong. */
const Tally = z.object({
  of: z.number().int(),
  adopted: z.number().int(),
  silent: z.number().int().describe('nothing was suggested'),
  left: z.number().int().describe('the person left it open'),
})

export const suggestionStatistics = {
  method: 'GET',
  path: '/suggestions/statistics',
  zh: '建议的采纳情况',
  en: 'How suggestions were taken: adopted, corrected from what to what, and whether the claims came true',
  query: z.object({
    kind: SuggestionKind.default('category'),
    version: z.string().max(60).optional().describe('model-3'),
    from: Day.optional().describe('90 days back where left out'),
    until: Day.optional().describe('the last day that counts'),
  }),
  reply: z.object({
    from: Day,
    until: Day,
    all: Tally.extend({ sure: z.object({ of: z.number().int(), adopted: z.number().int() }) }),
    versions: z.array(Tally.extend({ version: z.string() })),
    months: z.array(Tally.extend({ month: z.string().describe('2026-03') })),
    desks: z.array(Tally.extend({ desk: z.enum(['seat', 'review', 'dispatch']) })),
    bands: z.array(Band).describe('what was claimed and what came true'),
    /** what people chose where suggestions failed, most corrections first */
    values: z.array(Tally.extend({ value: z.string() })),
    corrections: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        times: z.number().int(),
        orders: z.array(z.object({ id: OrderId, no: z.string() })),
      }),
    ),
  }),
  refusals: [],
} as const satisfies Endpoint
