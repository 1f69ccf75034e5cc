import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { RequestType, Urgency } from '#domain/city/vocabulary.ts'

const Labelled = z.object({
  kind: z.enum([
    'place',
    'respondent',
    'time',
    'recurrence',
    'duration',
    'amount',
    'headcount',
    'personal',
    'safety',
    'emotion',
    'demand',
  ]),
  from: z.number().int(),
  to: z.number().int(),
  /** name, yuan, count, class or mood, where it is part of what is measured */
  value: z.union([z.string(), z.number()]).optional(),
  typed: z.enum(['exact', 'alias', 'misspelled']).optional(),
  /** the place the matter is at */
  main: z.literal(true).optional(),
})
export type Labelled = z.infer<typeof Labelled>

/**
 * Sentences with what they state, written by hand for the demo city by whoever wrote the finders. On `dev` the finders
 * were improved, and on `test` after it had been measured once; `fresh` was written last, and of
 * what it showed only labels were mended, and one weight.
 */
export const FactsSentence = z.object({
  part: z.enum(['dev', 'test', 'fresh']),
  type: RequestType,
  urgency: Urgency,
  text: z.string(),
  facts: z.array(Labelled),
})
export type FactsSentence = z.infer<typeof FactsSentence>

export async function readFactsSet(file: string | null): Promise<FactsSentence[]> {
  const lines = await readFile(file ?? join(import.meta.dirname, 'facts.jsonl'), 'utf8')
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => FactsSentence.parse(JSON.parse(line)))
}
