import type { Span } from '../text/span.ts'

/** A piece of a text with what it means. */
export type Found<Value> = Span & { value: Value }

/** Every match of a pattern that means something; `mean` gives null where it does not after all. */
export function findAll<Value>(
  plain: string,
  pattern: RegExp,
  mean: (match: RegExpExecArray) => Value | null,
): Found<Value>[] {
  return [...plain.matchAll(pattern)].flatMap((match) => {
    const value = mean(match)
    return value === null ? [] : [{ from: match.index, to: match.index + match[0].length, value }]
  })
}

/** Those that overlap none before them: the list is in order of preference. */
export function apart<Value>(found: readonly Found<Value>[]): Found<Value>[] {
  const kept: Found<Value>[] = []
  const ordered = found.toSorted((a, b) => a.from - b.from || b.to - a.to)
  for (const one of ordered) if (one.from >= (kept.at(-1)?.to ?? 0)) kept.push(one)
  return kept
}
