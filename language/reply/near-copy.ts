import { pairsOf } from '../text/pairs.ts'

/** Nearly the same text: shared pairs of characters over all pairs of both (Jaccard), 0 to 1. */
function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared += 1
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}

/** Below this a reply is too short to tell a copy from a form of courtesy. */
const SHORTEST = 30

/** The likest of the unit's earlier replies, by its place in the list; null where none is as like as `atLeast`. */
export function nearCopy(
  reply: string,
  earlier: readonly string[],
  atLeast = 0.75,
): { index: number; likeness: number } | null {
  if (reply.length < SHORTEST) return null
  const own = new Set(pairsOf(reply.slice(0, 2000)))
  let best: { index: number; likeness: number } | null = null
  earlier.forEach((text, index) => {
    if (text.length < SHORTEST || text.length > reply.length * 2) return
    const like = likeness(own, new Set(pairsOf(text.slice(0, 2000))))
    if (like >= atLeast && (best === null || like > best.likeness)) best = { index, likeness: like }
  })
  return best
}
