/** Durations by name, in milliseconds. */
export type Times = Map<string, number[]>

export function addTime(times: Times, name: string, ms: number): void {
  const known = times.get(name)
  if (known === undefined) times.set(name, [ms])
  else known.push(ms)
}

/** The value that this share of all lies at or below; 0 where there is none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort()
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0
}
