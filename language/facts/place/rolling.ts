const BASE = 0x01000193

/**
 * Hashes of every stretch of a sequence in constant time each, as 32-bit integers, also with one element left out. What
 * they find is compared afterwards: a hash alone proves nothing.
 */
export class Rolling {
  private readonly sums: Int32Array
  private readonly powers: Int32Array

  constructor(codes: ArrayLike<number>) {
    this.sums = new Int32Array(codes.length + 1)
    this.powers = new Int32Array(codes.length + 1)
    this.powers[0] = 1
    for (let i = 0; i < codes.length; i++) {
      this.sums[i + 1] = (Math.imul(this.sums[i] ?? 0, BASE) + (codes[i] ?? 0) + 1) | 0
      this.powers[i + 1] = Math.imul(this.powers[i] ?? 0, BASE)
    }
  }

  of(from: number, to: number): number {
    return ((this.sums[to] ?? 0) - Math.imul(this.sums[from] ?? 0, this.powers[to - from] ?? 0)) | 0
  }

  /** The stretch without the element at `gap`. */
  without(from: number, to: number, gap: number): number {
    return (Math.imul(this.of(from, gap), this.powers[to - gap - 1] ?? 0) + this.of(gap + 1, to)) | 0
  }
}

/** Bits per hash: one question in 32 looks in vain, and the table of a city's 1,500 names stays in the nearest memory. */
const BITS = 32
const FEWEST = 1 << 13

/** Which spellings have a hash; most questions are answered "none" by one bit. */
export class HashIndex {
  private readonly found = new Map<number, number[]>()
  /** worked out at the first question after an addition; its size is a power of two */
  private bits: Uint8Array | null = null
  private mask = 0

  add(hash: number, spelling: number): void {
    const known = this.found.get(hash)
    if (known === undefined) this.found.set(hash, [spelling])
    else if (known.at(-1) !== spelling) known.push(spelling)
    this.bits = null
  }

  get(hash: number): readonly number[] | undefined {
    const bits = this.bits ?? this.marked()
    const bit = (hash ^ (hash >>> 15)) & this.mask
    return ((bits[bit >> 3] ?? 0) >> (bit & 7)) & 1 ? this.found.get(hash) : undefined
  }

  private marked(): Uint8Array {
    const size = Math.max(FEWEST, 2 ** Math.ceil(Math.log2(this.found.size * BITS + 1)))
    const bits = new Uint8Array(size >> 3)
    this.mask = size - 1
    for (const hash of this.found.keys()) {
      const bit = (hash ^ (hash >>> 15)) & this.mask
      bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (1 << (bit & 7))
    }
    this.bits = bits
    return bits
  }
}

export const codesOf = (text: string): number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))
