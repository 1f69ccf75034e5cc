import { z } from 'zod'
import { Instant, OrderId } from '#domain/ids.ts'

/** Answers that claimed about the same, and how many of them came true. Ten bands of equal width. */
export const Band = z.object({
  from: z.number(),
  to: z.number(),
  of: z.number().int(),
  right: z.number().int(),
  claimed: z.number().describe('mean of what was claimed'),
})
export type Band = z.infer<typeof Band>

const Confusion = z.object({
  code: z.string(),
  times: z.number().int(),
  orders: z.array(z.object({ id: OrderId, no: z.string() })).describe('some of those it happened with'),
})
const WorstCategory = z.object({
  code: z.string(),
  right: z.number().int(),
  of: z.number().int(),
  f1: z.number(),
  confusedWith: z.array(Confusion),
})
export type WorstCategory = z.infer<typeof WorstCategory>

/** Figures over orders held back from training: the latest ones, which no training could know. */
const Figures = z.object({
  from: Instant,
  until: Instant,
  of: z.number().int(),
  right: z.number().int(),
  rightInThree: z.number().int(),
  levels: z.array(z.object({ level: z.number().int(), right: z.number().int(), of: z.number().int() })),
  macroF1: z.number(),
  calibrationError: z.number().describe('mean distance between claim and truth, 0 to 1'),
  coverageAt965: z
    .number()
    .describe(
      'share of answers that can be taken while 96.5 % of them are right, errors of people in the labels allowed for',
    ),
  sure: z.object({ right: z.number().int(), of: z.number().int() }).describe('what the model itself calls sure'),
  people: z
    .object({ alike: z.number().int(), of: z.number().int() })
    .default({ alike: 0, of: 0 })
    .describe(
      'pairs of nearly the same text, and how many of them people filed alike: how far their labels can be trusted',
    ),
  unknownCodes: z.array(z.object({ code: z.string(), times: z.number().int() })),
  bands: z.array(Band),
  worst: z.array(WorstCategory),
})
export type ModelFigures = z.infer<typeof Figures>

/** What is known of a model: written once, when it is made, and kept as it was written. */
export const ModelCard = z.object({
  labelSet: z.string().describe('hash over the codes of the taxonomy it was trained under'),
  scenes: z.number().int().describe('scenes it can tell'),
  learned: z.object({
    orders: z.number().int(),
    corrected: z.number().int().describe('of these, whose category a person had corrected'),
    phrases: z.number().int(),
    from: Instant.nullable(),
    until: Instant.nullable(),
  }),
  seconds: z.number().describe('all trainings and measurements together'),
  /** null: too few closed orders to hold any back, or a file brought from elsewhere */
  figures: Figures.nullable(),
  /** the model in force then, on the same orders; `knew`: so many of them it had itself been trained on */
  compared: z
    .object({
      number: z.number().int(),
      of: z.number().int(),
      right: z.number().int(),
      rightInThree: z.number().int(),
      coverageAt965: z.number(),
      knew: z.number().int(),
    })
    .nullable(),
})
export type ModelCard = z.infer<typeof ModelCard>
