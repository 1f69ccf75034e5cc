import {
  bytesOf,
  compareKeys,
  documentOf,
  type EndedDay,
  type Entry,
  freeze,
  keyAt,
  placeOf,
  SEGMENT,
  type Segment,
  thaw,
} from './segment.ts'
import { cosineOf, type Signature } from './signature.ts'

type SameQuery = {
  limit: number
  /** texts that ended before that day are left out; null: all */
  endedSince: EndedDay | null
  /** at least so alike, 0 to 1 */
  least?: number
}
type Found = { key: string; cosine: number }

/**
 * The texts in which something like the asked one may be said. New ones lie in a small open part, are frozen by two
 * thousand, and small segments are joined to larger ones; what was replaced is a gap until then.
 */
export type SameIndex = {
  /** adds, or replaces what stands under the key */
  put(entry: Entry): void
  remove(key: string): void
  /** most alike first, by cosine; of very common words only so much is read that a query stays bounded */
  query(signature: Signature, asked: SameQuery): Found[]
  /** freezes and joins what should be; a step at a time, to its end */
  tidy(): Generator<void, void>
  /** a whole segment at once: for loading, in the order of the keys */
  load(entries: readonly Entry[]): Generator<void, void>
  /** forgets whole segments in which every key is less than this one */
  dropBefore(key: string): void
  size(): number
  bytes(): number
}

/** So many entries of the words' lists are read for one question at most: some 1 ms. */
const BUDGET = 80_000
const OPEN = 2048
/** A joined segment is not joined again from here on. */
const LARGE = SEGMENT / 4

/** The lists of the asked words in a segment, rarest first, as many as the budget allows. */
function listsIn(
  { terms, starts }: Segment,
  asked: Signature,
  budget: number,
): [from: number, to: number, weight: number][] {
  const lists: [number, number, number][] = []
  for (const [i, term] of asked.terms.entries()) {
    const at = placeOf(terms, term)
    if (at >= 0) lists.push([starts[at] ?? 0, starts[at + 1] ?? 0, asked.weights[i] ?? 0])
  }
  let left = budget
  return lists
    .sort((a, b) => a[1] - a[0] - (b[1] - b[0]))
    .filter(([from, to], i) => {
      left -= to - from
      return left >= 0 || i === 0
    })
}

/** Sums stay below 2^24, so that 32-bit floats hold them exactly. */
type Scratch = { sums: Float32Array; touched: Uint32Array }

/** Adds up what the asked words weigh in each text; returns how many texts say any of them. */
function addUp(segment: Segment, asked: Signature, budget: number, { sums, touched }: Scratch): number {
  let n = 0
  for (const [from, to, weight] of listsIn(segment, asked, budget))
    for (let at = from; at < to; at++) {
      const document = segment.documents[at] ?? 0
      const before = sums[document] ?? 0
      if (before === 0) touched[n++] = document
      sums[document] = before + weight * (segment.weights[at] ?? 0)
    }
  return n
}

type Summed = { segment: Segment; document: number; sum: number }
/** Most alike first, of two alike the newer key, which within a segment is the higher number. */
const bySum = (a: Summed, b: Summed): number =>
  b.sum - a.sum ||
  (a.segment === b.segment
    ? b.document - a.document
    : compareKeys(b.segment.keys, b.document, a.segment.keys, a.document))
const FULL = 255 * 255

/** The best so far, over all segments: what one has found is the bar for the next. */
type Best = { of: Summed[]; bar: number; limit: number }

function keep(best: Best, segment: Segment, document: number, sum: number): void {
  best.of.push({ segment, document, sum })
  if (best.of.length < best.limit * 4) return
  best.of.sort(bySum).length = best.limit
  best.bar = best.of.at(-1)?.sum ?? best.bar
}

/** Adds the best of one segment. `sums` is clean before and after. */
function addBest(
  best: Best,
  segment: Segment,
  asked: Signature,
  budget: number,
  since: EndedDay,
  scratch: Scratch,
): void {
  const n = addUp(segment, asked, budget, scratch)
  const { sums, touched } = scratch
  const { ended, gone } = segment
  for (let i = 0; i < n; i++) {
    const document = touched[i] ?? 0
    const sum = Math.min(FULL, sums[document] ?? 0)
    sums[document] = 0
    if (sum < best.bar || gone[document] !== 0) continue
    const day = ended[document] ?? 0
    if (day === 0 || day >= since) keep(best, segment, document, sum)
  }
}

export function sameIndex(): SameIndex {
  let segments: Segment[] = []
  let open = new Map<string, Entry>()
  const scratch: Scratch = { sums: new Float32Array(SEGMENT), touched: new Uint32Array(SEGMENT) }
  const frozenSize = () => segments.reduce((sum, { live }) => sum + live, 0)

  function bury(key: string): void {
    for (const segment of segments) {
      const at = documentOf(segment, key)
      if (at < 0) continue
      segment.gone[at] = 1
      segment.live -= 1
    }
  }

  /** What is put or removed while it is being frozen has gone into the new open part, and wins. */
  function* replace(old: readonly Segment[], entries: readonly Entry[]): Generator<void, void> {
    for (let from = 0; from < entries.length; from += SEGMENT) {
      const made = yield* freeze(entries.slice(from, from + SEGMENT))
      segments.push(made)
    }
    segments = segments.filter((segment) => !old.includes(segment))
  }

  function* freezeOpen(): Generator<void, void> {
    const entries = [...open.values()]
    const made = yield* freeze(entries)
    // Whatever changed meanwhile is another entry under the same key, or none: it stays open or is gone.
    for (const entry of entries) {
      if (open.get(entry.key) === entry) open.delete(entry.key)
      else {
        const at = documentOf(made, entry.key)
        if (at >= 0) {
          made.gone[at] = 1
          made.live -= 1
        }
      }
    }
    segments.push(made)
  }

  function* join(): Generator<void, void> {
    const small = segments.filter(({ size, live }) => size < LARGE || live < size * 0.7)
    const worn = small.some(({ size, live }) => live < size * 0.7)
    if (small.length < 4 && !worn) return
    const before = new Map(small.map((segment) => [segment, segment.live]))
    const entries: Entry[] = []
    for (const segment of small) {
      entries.push(...thaw(segment))
      yield
    }
    // Whoever changed something meanwhile has made the copy stale: the next tidying does it again.
    const parts: Segment[] = []
    for (let from = 0; from < entries.length; from += SEGMENT)
      parts.push(yield* freeze(entries.slice(from, from + SEGMENT)))
    if (small.some((segment) => before.get(segment) !== segment.live)) return
    segments = [...segments.filter((segment) => !before.has(segment)), ...parts]
  }

  return {
    put: (entry) => {
      bury(entry.key)
      open.set(entry.key, entry)
    },
    remove: (key) => {
      bury(key)
      open.delete(key)
    },
    query: (signature, { limit, endedSince, least = 0 }) => {
      const total = Math.max(1, frozenSize())
      const since = endedSince ?? 0
      const best: Best = { of: [], bar: least * FULL, limit }
      for (const segment of segments)
        addBest(best, segment, signature, Math.max(OPEN, (BUDGET * segment.live) / total), since, scratch)
      // Keys are put together for what is told only: for the best of each segment they took a third of a question.
      const found = best.of
        .sort(bySum)
        .slice(0, limit)
        .map(({ segment, document, sum }) => ({ key: keyAt(segment.keys, document), cosine: sum / FULL }))
      for (const { key, signature: other, ended } of open.values()) {
        if (ended !== 0 && ended < since) continue
        const cosine = cosineOf(signature, other)
        if (cosine > least) found.push({ key, cosine })
      }
      return found.sort((a, b) => b.cosine - a.cosine || (a.key < b.key ? 1 : -1)).slice(0, limit)
    },
    tidy: function* () {
      if (open.size >= OPEN) yield* freezeOpen()
      yield* join()
    },
    load: (entries) => replace([], entries),
    dropBefore: (key) => {
      segments = segments.filter(({ keys, size }) => size > 0 && keyAt(keys, size - 1) >= key)
      open = new Map([...open].filter(([, entry]) => entry.key >= key))
    },
    size: () => frozenSize() + open.size,
    bytes: () => segments.reduce((sum, segment) => sum + bytesOf(segment), 0) + open.size * 400,
  }
}
