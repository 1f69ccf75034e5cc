/**
 * Features are told apart by a 32-bit hash that grows character by character, so an n-gram is never cut out of its text
 * as a string. The steps are those of MurmurHash3 (public domain, A. Appleby).
 */
export function hashStep(hash: number, code: number): number {
  const mixed = Math.imul(code, 0xcc9e2d51)
  const turned = hash ^ Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593)
  return (Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64) | 0
}

/** The bucket of a finished hash, 0 … 2^bits − 1. */
export function bucketOf(hash: number, bits: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> (32 - bits)
}
