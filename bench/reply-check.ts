import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { checkReply } from '#language/reply/check-reply.ts'
import { faultScores } from '#language/reply/fault-scores.ts'
import { LABELLED } from '#language/reply/labelled.fixture.ts'
import { scoreReply } from '#language/reply/score-reply.ts'
import type { Options } from './options.ts'
import { type Result, round } from './result.ts'

const Row = z.object({
  title: z.string().nullish(),
  text: z.string().nullish(),
  reply: z.string(),
  explains: z.number(),
})
const SETS = join(import.meta.dirname, '..', '..', 'shared', 'data', 'teddy-c')

/** Share of pairs (one that explains, one that does not) the mark orders rightly; ties count half. */
function auc(marks: readonly { mark: number; good: boolean }[]): number {
  const sorted = marks.toSorted((a, b) => a.mark - b.mark)
  let [ranks, i] = [0, 0]
  while (i < sorted.length) {
    let end = i
    while (end < sorted.length && sorted[end]?.mark === sorted[i]?.mark) end += 1
    for (let k = i; k < end; k++) if (sorted[k]?.good) ranks += (i + end + 1) / 2
    i = end
  }
  const good = marks.filter((one) => one.good).length
  const bad = marks.length - good
  return good === 0 || bad === 0 ? 0.5 : (ranks - (good * (good + 1)) / 2) / (good * bad)
}

/**
 * Claim: the transparent marks order real replies as people did who judged whether a reply explains itself with grounds
 * (AUC of the mean of logic and solution, at least .95), and each fault of the own set is found. `--test FILE`: gzipped
 * JSON lines with title, text, reply, explains 0/1.
 */
export async function run(options: Options): Promise<Result> {
  const own = faultScores(
    LABELLED.map(({ reply, faults }) => ({ faults, found: checkReply(reply).map(({ code }) => code) })),
  )
  const file = options.text('test') ?? join(SETS, 'replies.jsonl.gz')
  const there = existsSync(file)
  const rows = there
    ? gunzipSync(readFileSync(file))
        .toString('utf8')
        .trim()
        .split('\n')
        .map((line) => Row.parse(JSON.parse(line)))
    : []
  const marks = rows.map(({ title, text, reply, explains }) => {
    const asked = { title: title ?? '', content: text ?? '', demand: null, handling: '', solvedReason: null }
    const whole = { ...asked, publicReply: reply, solved: null, policyBasis: null, contacted: false, earlier: [] }
    const { logic, solution } = scoreReply(whole, checkReply(whole))
    return { mark: logic.score + solution.score, good: explains === 1 }
  })
  return {
    columns: ['fault', 'labelled', 'found', 'precision', 'recall'],
    rows: own.map(({ code, labelled, found, precision, recall }) => [
      code,
      labelled,
      found,
      round(precision, 3),
      round(recall, 3),
    ]),
    notes: [there ? `${rows.length} real replies` : `no real replies at ${file}: only the own set is scored`],
    keys: {
      aucExplains: there ? round(auc(marks), 4) : null,
      replies: rows.length,
      leastPrecision: round(Math.min(...own.map(({ precision }) => precision)), 3),
      leastRecall: round(Math.min(...own.map(({ recall }) => recall)), 3),
    },
  }
}
