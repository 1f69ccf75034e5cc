/**
 * Weights of features for classes, most of them zero: row `i` belongs to feature `ids[i]` (ascending), its entries lie
 * at `starts[i]`‥`starts[i + 1]` of `classes` and `weights`; a weight is its byte times the row's scale.
 */
export type SparseRows = {
  ids: Uint32Array
  starts: Uint32Array
  scales: Float32Array
  classes: Uint16Array
  weights: Int8Array
}

/** Weights smaller than 1/127 of the row's largest become nothing and are left out. */
export function sparseRows(rows: ReadonlyMap<number, ReadonlyMap<number, number>>): SparseRows {
  const ids = [...rows.keys()].sort((a, b) => a - b)
  const starts = new Uint32Array(ids.length + 1)
  const scales = new Float32Array(ids.length)
  const classes: number[] = []
  const weights: number[] = []
  for (const [i, id] of ids.entries()) {
    const entries = [...(rows.get(id) ?? [])].sort(([a], [b]) => a - b)
    const scale = Math.fround(Math.max(1e-9, ...entries.map(([, weight]) => Math.abs(weight))) / 127)
    scales[i] = scale
    for (const [kind, weight] of entries) {
      const byte = Math.round(weight / scale)
      if (byte === 0) continue
      classes.push(kind)
      weights.push(byte)
    }
    starts[i + 1] = classes.length
  }
  return {
    ids: Uint32Array.from(ids),
    starts,
    scales,
    classes: Uint16Array.from(classes),
    weights: Int8Array.from(weights),
  }
}

/** Where a feature's row is, or -1: by halving, about 16 looks. */
export function rowOf({ ids }: SparseRows, id: number): number {
  let [low, high] = [0, ids.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const there = ids[middle] ?? 0
    if (there === id) return middle
    if (there < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}
