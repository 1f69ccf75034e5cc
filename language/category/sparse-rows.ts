/**
 * Weights of features for classes, most of them nothing: row `i` belongs to feature `ids[i]` (ascending), its entries
 * lie at `starts[i]`‥`starts[i + 1]` of `classes` and `weights`; a weight is its whole number times the row's scale.
 */
export type SparseRows = {
  ids: Uint32Array
  starts: Uint32Array
  scales: Float32Array
  classes: Uint16Array
  weights: Int8Array
}

/** Weights nearer to nothing are left out: nine of ten, and no answer changes that could be measured. */
const LEAST = 0.15

/** From a table with the weights of all classes side by side, row by row. */
export function sparseRows(ids: Uint32Array, table: Float32Array, classes: number): SparseRows {
  const starts = new Uint32Array(ids.length + 1)
  const scales = new Float32Array(ids.length)
  for (let row = 0; row < ids.length; row++) {
    const [kept, largest] = extentOf(table.subarray(row * classes, (row + 1) * classes))
    starts[row + 1] = (starts[row] ?? 0) + kept
    scales[row] = largest / 127
  }
  const size = starts[ids.length] ?? 0
  const sparse: SparseRows = { ids, starts, scales, classes: new Uint16Array(size), weights: new Int8Array(size) }
  for (let row = 0; row < ids.length; row++) fillRow(sparse, row, table.subarray(row * classes, (row + 1) * classes))
  return sparse
}

const isKept = (weight: number): boolean => Math.abs(weight) >= LEAST

function extentOf(weights: Float32Array): [kept: number, largest: number] {
  let [kept, largest] = [0, 0]
  for (const weight of weights) {
    kept += isKept(weight) ? 1 : 0
    largest = Math.max(largest, Math.abs(weight))
  }
  return [kept, largest]
}

function fillRow(rows: SparseRows, row: number, weights: Float32Array): void {
  const scale = rows.scales[row] || 1
  let at = rows.starts[row] ?? 0
  for (const [kind, weight] of weights.entries()) {
    if (!isKept(weight)) continue
    rows.classes[at] = kind
    rows.weights[at] = Math.round(weight / scale)
    at += 1
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
