import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PERSONAL_KINDS } from '#language/privacy/personal.ts'

const Sentence = z.object({
  text: z.string(),
  finds: z.array(z.object({ kind: z.enum(PERSONAL_KINDS), from: z.number().int(), to: z.number().int() })),
})

/** JSON lines `{text, finds}`; a line without a text says how the set was made. */
export const markedIn = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as object)
    .filter((line) => 'text' in line)
    .map((line) => Sentence.parse(line))
