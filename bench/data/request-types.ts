import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { RequestType } from '#domain/city/vocabulary.ts'

const Row = z.object({ type: RequestType, text: z.string().min(1) })
/** `tune` is the half the cues of `language/facts/request-type.ts` were set on. */
export type TypedSentence = z.infer<typeof Row> & { half: 'tune' | 'held' }

/** Sentences with the kind of request they are, in two halves by turns. */
export async function readTypedSentences(): Promise<TypedSentence[]> {
  const text = await readFile(join(import.meta.dirname, 'request-types.csv'), 'utf8')
  const rows = parse(text, { columns: true, comment: '#', comment_no_infix: true, skip_empty_lines: true })
  return z
    .array(Row)
    .parse(rows)
    .map((row, i) => ({ ...row, half: i % 2 === 0 ? 'tune' : 'held' }))
}
