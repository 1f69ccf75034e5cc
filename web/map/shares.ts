/** A measure by region, for the coloured map: fixed breaks, so that two days can be compared by eye. */
export type MapShares = {
  level: 'district' | 'town'
  /** four lower bounds of the second to fifth class: [10, 20, 40, 80] */
  breaks: readonly [number, number, number, number]
  rows: readonly { code: string; name: string; value: number }[]
  /** what is counted, with its unit: 今日受理（件） */
  title: string
}

export const CLASSES = [1, 2, 3, 4, 5] as const

/** 1 to 5: the sequential colour of a value. */
export const classOf = (value: number, breaks: MapShares['breaks']): number =>
  1 + breaks.filter((lower) => value >= lower).length

/** `0–9`, `10–19`, … `80 +`, as the legend prints them. */
export function classWords(breaks: MapShares['breaks']): string[] {
  const lower = [0, ...breaks]
  return lower.map((from, i) => {
    const next = lower[i + 1]
    if (next === undefined) return `≥ ${from}`
    return next - 1 <= from ? String(from) : `${from}–${next - 1}`
  })
}
