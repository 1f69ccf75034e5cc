/** A stream of numbers in [0, 1) that is the same for the same seed (mulberry32): training must be repeatable. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    const once = Math.imul(state ^ (state >>> 15), state | 1)
    const twice = (once + Math.imul(once ^ (once >>> 7), once | 61)) ^ once
    return ((twice ^ (twice >>> 14)) >>> 0) / 4294967296
  }
}

/** Puts the first `size` entries into a random order (Fisher and Yates). */
export function shuffle(entries: Int32Array, size: number, random: () => number): void {
  for (let i = size - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1))
    const kept = entries[i] ?? 0
    entries[i] = entries[other] ?? 0
    entries[other] = kept
  }
}
