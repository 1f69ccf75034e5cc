/** Two clusters by their numbers, and how alike they are on the mean. */
export type Pair = { a: number; b: number; mean: number }

/** A heap of pairs, the likest on top; what was joined meanwhile is passed over when it comes up. */
export function pairHeap() {
  const heap: Pair[] = []
  const above = (x: Pair, y: Pair) =>
    x.mean > y.mean || (x.mean === y.mean && (x.a < y.a || (x.a === y.a && x.b < y.b)))
  const swap = (i: number, j: number) => {
    const [x, y] = [heap[i], heap[j]]
    if (x !== undefined && y !== undefined) [heap[i], heap[j]] = [y, x]
  }
  const isAbove = (i: number, j: number): boolean => {
    const [x, y] = [heap[i], heap[j]]
    return x !== undefined && y !== undefined && above(x, y)
  }
  return {
    push: (pair: Pair): void => {
      let at = heap.push(pair) - 1
      for (let up = (at - 1) >> 1; at > 0 && isAbove(at, up); up = (at - 1) >> 1) {
        swap(at, up)
        at = up
      }
    },
    pop: (): Pair | undefined => {
      swap(0, heap.length - 1)
      const top = heap.pop()
      for (let at = 0; ; ) {
        const down = isAbove(2 * at + 2, 2 * at + 1) ? 2 * at + 2 : 2 * at + 1
        if (!isAbove(down, at)) return top
        swap(at, down)
        at = down
      }
    },
  }
}
