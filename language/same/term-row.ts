/**
 * Where a text puts its terms one by one, as often as they count, to have them counted by sorting: a quarter of the time
 * that a map of three hundred numbers takes, and two texts are then compared by walking along both.
 */
export class TermRow {
  #terms = new Uint32Array(4096)
  #size = 0

  add(term: number): void {
    if (this.#size === this.#terms.length) {
      const longer = new Uint32Array(this.#size * 2)
      longer.set(this.#terms)
      this.#terms = longer
    }
    this.#terms[this.#size++] = term
  }

  get size(): number {
    return this.#size
  }

  /** Each term once, in ascending order; returns how many there are. The row is empty afterwards. */
  count(take: (term: number, times: number, n: number) => void): number {
    const [size, terms] = [this.#size, this.#terms]
    terms.subarray(0, size).sort()
    this.#size = 0
    let n = 0
    for (let from = 0; from < size; n++) {
      const term = terms[from] ?? 0
      let to = from + 1
      while (to < size && terms[to] === term) to++
      take(term, to - from, n)
      from = to
    }
    return n
  }
}
