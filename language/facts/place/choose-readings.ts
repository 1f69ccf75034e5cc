import type { Span } from '../../text/span.ts'

type Reading = Span & { likelihood: number }

function byEndOf<R extends Reading>(readings: readonly R[]): Map<number, R[]> {
  const byEnd = new Map<number, R[]>()
  for (const reading of readings) {
    const same = byEnd.get(reading.to)
    if (same === undefined) byEnd.set(reading.to, [reading])
    else same.push(reading)
  }
  return byEnd
}

/**
 * Of overlapping readings those that together explain most of a text of this length, in its order: a longer name counts
 * more than the names it is made of. Linear in the text and in the readings.
 */
export function chooseReadings<R extends Reading>(readings: readonly R[], length: number): R[] {
  const byEnd = byEndOf(readings)
  const worth = new Float64Array(length + 1)
  const taken: (R | null)[] = [null]
  for (let to = 1; to <= length; to++) {
    worth[to] = worth[to - 1] ?? 0
    taken[to] = null
    for (const reading of byEnd.get(to) ?? []) {
      const sum = (worth[reading.from] ?? 0) + reading.likelihood * (to - reading.from) ** 2
      if (sum <= (worth[to] ?? 0)) continue
      worth[to] = sum
      taken[to] = reading
    }
  }
  const chosen: R[] = []
  for (let at = length; at > 0; ) {
    const reading = taken[at] ?? null
    if (reading !== null) chosen.push(reading)
    at = reading?.from ?? at - 1
  }
  return chosen.reverse()
}
