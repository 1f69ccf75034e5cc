import type { BulkResult } from '#contract/bulk.ts'
import { refusalWords } from '#contract/wording.ts'
import { numbersOf } from '#db/order-numbers.ts'
import type { OrderId } from '#domain/ids.ts'
import type { RefusalCode } from './problem.ts'
import type { Shell } from './shell.ts'

type Outcome = { ok: true } | { ok: false; refusal: RefusalCode }

/**
 * The same act on many orders, each for itself: one that is refused stops no other and says why. What the caller has
 * seen of each (If-Match) is not asked: the decision is made on what is there. An order out of reach has no number.
 */
export async function eachOrder(
  shell: Shell,
  ids: readonly OrderId[],
  act: (shell: Shell, id: OrderId) => Promise<Outcome>,
): Promise<BulkResult[]> {
  const numbers = await numbersOf(shell.db, ids)
  const results: BulkResult[] = []
  for (const id of ids) {
    const outcome = await act({ ...shell, expected: null }, id)
    results.push(resultOf(id, numbers.get(id) ?? null, outcome))
  }
  return results
}

function resultOf(id: OrderId, no: string | null, outcome: Outcome): BulkResult {
  if (outcome.ok) return { id, no: no ?? '', ok: true }
  const { refusal } = outcome
  const { zh, en } = refusalWords[refusal]
  return { id, no: refusal === 'not-found' ? null : no, ok: false, refusal, words: { zh, en } }
}
