import type { TrainedWeights } from './category-model.ts'
import { ModelFault } from './model-fault.ts'

/** `JSCAT` and the number of the format. */
const MAGIC = [0x4a, 0x53, 0x43, 0x41, 0x54, 1, 0, 0]

type Head = { codes: string[]; labelSet: string; sharpness: number; sureFrom: number; rows: number; entries: number }

/** Magic, length, header as JSON, five tables of numbers, a sum over all that; little-endian, each part on 4 bytes. */
export function modelBytes(weights: TrainedWeights): Uint8Array {
  const { codes, labelSet, rows, rarity, bias, sharpness, sureFrom } = weights
  const head: Head = {
    codes: [...codes],
    labelSet,
    sharpness,
    sureFrom,
    rows: rows.ids.length,
    entries: rows.classes.length,
  }
  const text = new TextEncoder().encode(JSON.stringify(head))
  const parts = [
    Uint8Array.from(MAGIC),
    bytesOf(Uint32Array.of(text.length)),
    text,
    ...[rows.ids, rows.starts, rows.scales, rarity, bias, rows.classes, rows.weights].map(bytesOf),
  ]
  const length = parts.reduce((sum, part) => sum + padded(part.length), 0)
  const bytes = new Uint8Array(length + 4)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += padded(part.length)
  }
  new DataView(bytes.buffer).setUint32(length, sumOf(bytes, length), true)
  return bytes
}

const padded = (length: number): number => (length + 3) & ~3
const bytesOf = (table: Uint32Array | Float32Array | Uint16Array | Int8Array): Uint8Array =>
  new Uint8Array(table.buffer, table.byteOffset, table.byteLength)

function sumOf(bytes: Uint8Array, length: number): number {
  let sum = 0x811c9dc5
  for (let i = 0; i < length; i++) sum = Math.imul(sum ^ (bytes[i] ?? 0), 0x01000193)
  return sum >>> 0
}

/** Throws `ModelFault`: `wrong-format` for a file of another kind, `cut-short` for one that is not whole. */
export function weightsFrom(given: Uint8Array): TrainedWeights {
  // A copy of its own begins at 0, so that the tables lie as their numbers want.
  const bytes = new Uint8Array(given)
  if (bytes.length === 0) throw new ModelFault('cut-short', 'the model file is empty')
  if (MAGIC.some((byte, i) => i < bytes.length && bytes[i] !== byte))
    throw new ModelFault('wrong-format', 'this is no category model of this version')
  const view = new DataView(bytes.buffer)
  if (bytes.length < 20) throw new ModelFault('cut-short', 'the model file ends within its head')
  const headLength = view.getUint32(8, true)
  if (bytes.length < 16 + headLength) throw new ModelFault('cut-short', 'the model file ends within its head')
  const head = headFrom(bytes.subarray(12, 12 + headLength))
  const tables = new Tables(bytes, 12 + padded(headLength))
  const { rows, entries, codes } = head
  const wanted =
    tables.at + 4 * (rows + rows + 1 + rows + rows + codes.length) + padded(2 * entries) + padded(entries) + 4
  if (bytes.length < wanted)
    throw new ModelFault('cut-short', `the model file has ${bytes.length} of ${wanted} bytes: it was cut short`)
  if (bytes.length > wanted || view.getUint32(wanted - 4, true) !== sumOf(bytes, wanted - 4))
    throw new ModelFault('wrong-format', 'the model file was altered: its sum does not fit')
  const [ids, starts] = [tables.next(Uint32Array, rows), tables.next(Uint32Array, rows + 1)]
  const [scales, rarity] = [tables.next(Float32Array, rows), tables.next(Float32Array, rows)]
  const bias = tables.next(Float32Array, codes.length)
  const [classes, weights] = [tables.next(Uint16Array, entries), tables.next(Int8Array, entries)]
  return { ...head, rows: { ids, starts, scales, classes, weights }, rarity, bias }
}

function headFrom(bytes: Uint8Array): Head {
  try {
    const head: Partial<Head> = JSON.parse(new TextDecoder().decode(bytes))
    const { codes, labelSet, sharpness, sureFrom, rows, entries } = head
    const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0
    if (!Array.isArray(codes) || codes.some((code) => typeof code !== 'string')) throw new Error('codes')
    if (typeof labelSet !== 'string' || typeof sharpness !== 'number' || typeof sureFrom !== 'number') throw new Error()
    if (!isCount(rows) || !isCount(entries)) throw new Error('counts')
    return { codes, labelSet, sharpness, sureFrom, rows, entries }
  } catch {
    throw new ModelFault('wrong-format', 'the head of the model file cannot be read')
  }
}

type Table<T> = { new (buffer: ArrayBuffer, at: number, count: number): T; BYTES_PER_ELEMENT: number }

class Tables {
  at: number
  private readonly buffer: ArrayBuffer
  constructor(bytes: Uint8Array<ArrayBuffer>, at: number) {
    this.buffer = bytes.buffer
    this.at = at
  }
  next<T>(kind: Table<T>, count: number): T {
    const table = new kind(this.buffer, this.at, count)
    this.at += padded(count * kind.BYTES_PER_ELEMENT)
    return table
  }
}
