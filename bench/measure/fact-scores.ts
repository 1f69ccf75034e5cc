import type { Fact } from '#contract/facts.ts'
import type { Labelled } from '../data/facts-set.ts'

export type Tally = { right: number; found: number; labelled: number }

/** What of a fact's value is compared; null: its stretch alone. */
function measuredOf(fact: Fact): string | number | null {
  switch (fact.kind) {
    case 'place':
      return fact.value.name
    case 'amount':
      return fact.value.yuan
    case 'headcount':
      return fact.value.count
    case 'safety':
      return fact.value.class
    case 'emotion':
      return fact.value.mood
    default:
      return null
  }
}

const overlap = (a: { from: number; to: number }, b: { from: number; to: number }): number =>
  Math.min(a.to, b.to) - Math.max(a.from, b.from)

/** Names must cover each other by half; where a danger or a mood is said they need only touch. */
function isSame(fact: Fact, label: Labelled): boolean {
  if (fact.kind !== label.kind) return false
  const common = overlap(fact, label)
  const needed = ['safety', 'emotion', 'place'].includes(fact.kind)
    ? 1
    : Math.min(fact.to - fact.from, label.to - label.from) / 2
  const long = Math.max(fact.to - fact.from, label.to - label.from)
  const near = ['safety', 'emotion', 'place', 'demand'].includes(fact.kind) || common * 2 >= long
  if (common < needed || !near) return false
  const value = measuredOf(fact)
  return label.value === undefined || value === null || value === label.value
}

/** Adds a sentence to the tallies by kind; gives what was missed and what was found in vain. */
export function tally(tallies: Map<string, Tally>, found: readonly Fact[], labelled: readonly Labelled[]) {
  const rest = [...labelled]
  const vain: Fact[] = []
  const of = (kind: string): Tally => {
    const known = tallies.get(kind) ?? { right: 0, found: 0, labelled: 0 }
    tallies.set(kind, known)
    return known
  }
  for (const label of labelled) of(label.kind).labelled += 1
  // Words of one danger or feeling said twice are one label as often as two.
  const touched = (fact: Fact) => labelled.some((label) => isSame(fact, label))
  for (const fact of found) {
    const at = rest.findIndex((label) => isSame(fact, label))
    if (at < 0 && touched(fact)) continue
    of(fact.kind).found += 1
    if (at < 0) vain.push(fact)
    else {
      of(fact.kind).right += 1
      rest.splice(at, 1)
    }
  }
  return { missed: rest, vain }
}
