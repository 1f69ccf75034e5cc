import { contradicting } from './model-fault.ts'

/** Whole numbers take seven bits a byte, lowest first (LEB128): most gaps and counts are one byte. */
export class ByteWriter {
  private bytes = new Uint8Array(1 << 16)
  private size = 0

  put(bytes: Uint8Array): void {
    this.room(bytes.length)
    this.bytes.set(bytes, this.size)
    this.size += bytes.length
  }
  whole(value: number): void {
    this.room(5)
    let rest = value
    while (rest > 127) {
      this.bytes[this.size] = (rest & 127) | 128
      this.size += 1
      rest >>>= 7
    }
    this.bytes[this.size] = rest
    this.size += 1
  }
  taken(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.size)
  }
  private room(more: number): void {
    if (this.size + more <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.size + more))
    larger.set(this.bytes)
    this.bytes = larger
  }
}

/** Reads what a ByteWriter wrote; what lies outside of the bytes is a ModelFault. */
export class ByteReader {
  private at = 0
  private readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  take(size: number): Uint8Array {
    if (this.at + size > this.bytes.length) throw contradicting()
    this.at += size
    return this.bytes.subarray(this.at - size, this.at)
  }
  whole(): number {
    let value = 0
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.bytes[this.at]
      if (byte === undefined) break
      this.at += 1
      value |= (byte & 127) << shift
      if (byte < 128) return value >>> 0
    }
    throw contradicting()
  }
  isAtEnd(): boolean {
    return this.at === this.bytes.length
  }
}
