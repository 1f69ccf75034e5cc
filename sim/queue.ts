/** Earliest first; equal times in the order they were added, so that a seed gives one story. */
export type Timed = { at: number; seq: number }

export class Queue<T extends Timed> {
  private readonly heap: T[] = []

  get size(): number {
    return this.heap.length
  }

  get first(): T | undefined {
    return this.heap[0]
  }

  add(item: T): void {
    const { heap } = this
    let at = heap.push(item) - 1
    while (at > 0) {
      const up = (at - 1) >> 1
      if (!before(heap[at], heap[up])) break
      swap(heap, at, up)
      at = up
    }
  }

  take(): T | undefined {
    const { heap } = this
    const first = heap[0]
    const last = heap.pop()
    if (last === undefined || heap.length === 0) return first
    heap[0] = last
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      const least = before(heap[right], heap[left]) ? right : left
      if (!before(heap[least], heap[at])) return first
      swap(heap, at, least)
      at = least
    }
  }
}

const before = (a: Timed | undefined, b: Timed | undefined): boolean =>
  a !== undefined && (b === undefined || a.at < b.at || (a.at === b.at && a.seq < b.seq))

function swap<T>(heap: T[], a: number, b: number): void {
  const [x, y] = [heap[a], heap[b]]
  if (x === undefined || y === undefined) return
  heap[a] = y
  heap[b] = x
}
