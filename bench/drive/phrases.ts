import type { Random } from '#sim/random.ts'

export type Phrases = { name: string; words: readonly string[]; more?: Record<string, string> }

const HAN = /[\p{Script=Han}]{2,}/gu

function pairCounts(bodies: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const body of bodies) {
    const pairs = new Set<string>()
    for (const [word] of body.matchAll(HAN)) for (let i = 0; i + 1 < word.length; i++) pairs.add(word.slice(i, i + 2))
    for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return [...counts].sort(([, a], [, b]) => b - a)
}

const take = (pairs: readonly [string, number][], times: number): string[] => {
  const step = Math.max(1, Math.floor(pairs.length / times))
  return Array.from({ length: times }, (_, i) => pairs[(i * step) % pairs.length]?.[0] ?? '')
}

/** Characters that stand side by side in no text. */
const ABSENT = ['鑫麤', '饕餮', '魑魅', '龘靐', '犇骉']

/** Two characters by how often they are said: every fifth text, one in a hundred, one in a thousand, never. */
export function pairAsks(bodies: readonly string[], times: number): Phrases[] {
  const pairs = pairCounts(bodies)
  const between = (from: number, to: number) =>
    pairs.filter(([, n]) => n / bodies.length >= from && n / bodies.length < to)
  return [
    { name: '2 characters, common', words: take(between(0.03, 1), times) },
    { name: '2 characters, 1 in 100', words: take(between(0.005, 0.02), times) },
    { name: '2 characters, 1 in 1,000', words: take(between(0.0008, 0.003), times) },
    {
      name: '2 characters, seen once',
      words: take(
        pairs.filter(([, n]) => n === 1),
        times,
      ),
    },
    { name: '2 characters, absent', words: Array.from({ length: times }, (_, i) => ABSENT[i % ABSENT.length] ?? '') },
    { name: '2 characters, common, open', words: take(between(0.03, 1), times), more: { state: 'in-handling,rework' } },
    { name: '2 characters, 1 in 100, district', words: take(between(0.005, 0.02), times), more: { region: '990102' } },
  ]
}

/** Stretches of real texts, and two words of one text that need not stand together. */
export function phraseAsks(bodies: readonly string[], random: Random, times: number): Phrases[] {
  const stretch = (length: number): string => {
    for (;;) {
      const words = (bodies[Math.floor(random() * bodies.length)] ?? '').match(HAN) ?? []
      const long = words.filter((word) => word.length >= length)
      const word = long[Math.floor(random() * long.length)]
      if (word === undefined) continue
      const at = Math.floor(random() * (word.length - length + 1))
      return word.slice(at, at + length)
    }
  }
  const some = (length: number) => Array.from({ length: times }, () => stretch(length))
  return [
    { name: '3 characters', words: some(3) },
    { name: '4 characters', words: some(4) },
    { name: '6 characters', words: some(6) },
    { name: '4 characters, absent', words: some(2).map((two, i) => `${two}${ABSENT[i % ABSENT.length]}`) },
    { name: 'two words', words: some(2).map((two) => `${two} ${stretch(2)}`) },
  ]
}
