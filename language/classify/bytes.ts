import type { Accord } from './accord.ts'
import { ByteReader, ByteWriter } from './byte-stream.ts'
import { checkSum } from './check-sum.ts'
import type { Classifier } from './classifier.ts'
import type { FeatureOptions } from './features.ts'
import { contradicting, ModelFault } from './model-fault.ts'
import { rowOfBucket } from './vocabulary.ts'

/**
 * A classifier as a file: 'JSLC', form (1 byte), size of all that follows the size (4 bytes, little-endian), head (JSON
 * with its length before it), gaps between known buckets, rarities, number of weights per feature, labels of the weights
 * as gaps, weights, and a CRC-32 of everything before it. About 10 bytes a feature with seven labels.
 */
const MAGIC = [0x4a, 0x53, 0x4c, 0x43]
/** Raised whenever features, weights or layout change: a file of another form would be read wrongly. */
const FORM = 3
const HEAD_SIZE = 9

type Head = {
  labels: string[]
  labelSet: string
  options: FeatureOptions
  scales: number[]
  biases: number[]
  shares: number[]
  sharpness: number
  sureFrom: number
  accord: Accord
  features: number
  weights: number
}

export function classifierBytes(classifier: Classifier): Uint8Array<ArrayBuffer> {
  const { labels, labelSet, options, vocabulary, starts, weightLabels, weights, sharpness, sureFrom, accord } =
    classifier
  const features = vocabulary.buckets.length
  const head: Head = {
    labels: [...labels],
    labelSet,
    options,
    scales: [...classifier.scales],
    biases: [...classifier.biases],
    shares: [...classifier.shares],
    sharpness,
    sureFrom,
    accord,
    features,
    weights: weights.length,
  }
  const body = new ByteWriter()
  const text = new TextEncoder().encode(JSON.stringify(head))
  body.whole(text.length)
  body.put(text)
  for (let row = 0; row < features; row++)
    body.whole((vocabulary.buckets[row] ?? 0) - (row === 0 ? -1 : (vocabulary.buckets[row - 1] ?? 0)) - 1)
  body.put(vocabulary.rarity)
  for (let row = 0; row < features; row++) body.whole((starts[row + 1] ?? 0) - (starts[row] ?? 0))
  for (let row = 0; row < features; row++) putLabels(body, weightLabels.subarray(starts[row], starts[row + 1]))
  body.put(new Uint8Array(weights.buffer, weights.byteOffset, weights.length))
  return framed(body.taken())
}

function putLabels(body: ByteWriter, labels: Uint16Array): void {
  let before = -1
  for (const label of labels) {
    body.whole(label - before - 1)
    before = label
  }
}

function framed(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD_SIZE + body.length + 4)
  const view = new DataView(bytes.buffer)
  bytes.set([...MAGIC, FORM])
  view.setUint32(5, body.length + 4, true)
  bytes.set(body, HEAD_SIZE)
  view.setUint32(HEAD_SIZE + body.length, checkSum(bytes.subarray(0, HEAD_SIZE + body.length)), true)
  return bytes
}

/** The classifier in a file. Throws a ModelFault with the reason when there is none or not a whole one. */
export function readClassifier(bytes: Uint8Array): Classifier {
  // A Buffer's own slice is a view into a shared pool; what is kept shall be a copy.
  const reader = new ByteReader(bodyOf(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)))
  const head = headOf(reader)
  const { labels, labelSet, options, features, sharpness, sureFrom, accord } = head
  const buckets = bucketsFrom(reader, features, 2 ** options.bits)
  const rarity = reader.take(features).slice()
  const starts = new Uint32Array(features + 1)
  for (let row = 0; row < features; row++) starts[row + 1] = (starts[row] ?? 0) + reader.whole()
  if (starts[features] !== head.weights) throw contradicting()
  const weightLabels = new Uint16Array(head.weights)
  for (let row = 0; row < features; row++)
    takeLabels(reader, weightLabels.subarray(starts[row], starts[row + 1]), labels.length)
  const weights = new Int8Array(reader.take(head.weights).slice().buffer)
  if (!reader.isAtEnd()) throw contradicting()
  const vocabulary = { buckets, rarity }
  return {
    labels,
    labelSet,
    options,
    vocabulary,
    rowOf: rowOfBucket(vocabulary, options.bits),
    starts,
    weightLabels,
    weights,
    scales: Float32Array.from(head.scales),
    biases: Float32Array.from(head.biases),
    shares: Float32Array.from(head.shares),
    sharpness,
    sureFrom,
    accord: { alike: accord.alike, of: accord.of },
  }
}

/** What the frame holds, once its size and its check sum are right. */
function bodyOf(bytes: Uint8Array): Uint8Array {
  const beginning = bytes.subarray(0, MAGIC.length)
  if (beginning.some((byte, i) => byte !== MAGIC[i])) throw new ModelFault('wrong-format', 'the file is no model')
  if (bytes.length < HEAD_SIZE) throw new ModelFault('cut-short', 'the model file ends within its head')
  if (bytes[4] !== FORM)
    throw new ModelFault('wrong-format', `the model file has form ${bytes[4]}, this version reads form ${FORM}`)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = HEAD_SIZE + view.getUint32(5, true)
  if (bytes.length < end)
    throw new ModelFault('cut-short', `the model file has ${bytes.length} of ${end} bytes: it was cut short`)
  const isWhole = bytes.length === end && end >= HEAD_SIZE + 4
  if (!isWhole || view.getUint32(end - 4, true) !== checkSum(bytes.subarray(0, end - 4)))
    throw new ModelFault('wrong-format', 'the model file was altered: its sum does not fit')
  return bytes.subarray(HEAD_SIZE, end - 4)
}

function headOf(reader: ByteReader): Head {
  try {
    const head = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(reader.take(reader.whole()))) as Head
    const { labels, labelSet, options, sharpness, sureFrom, accord, features, weights } = head
    const perLabel = [head.scales, head.biases, head.shares]
    if (!labels.every(isText) || !isText(labelSet)) throw contradicting()
    if (perLabel.some((numbers) => numbers.length !== labels.length || !numbers.every(isNumber))) throw contradicting()
    if (![sharpness, sureFrom, options.limit, options.longest, options.titleWeight].every(isNumber))
      throw contradicting()
    if (![features, weights, accord.alike, accord.of].every(isCount)) throw contradicting()
    if (!(options.bits >= 1 && options.bits <= 24)) throw contradicting()
    return head
  } catch (fault) {
    throw fault instanceof ModelFault ? fault : contradicting()
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isCount = (value: unknown): value is number => isNumber(value) && Number.isInteger(value) && value >= 0

function bucketsFrom(reader: ByteReader, features: number, limit: number): Int32Array {
  const buckets = new Int32Array(features)
  let before = -1
  for (let row = 0; row < features; row++) {
    before += reader.whole() + 1
    if (before >= limit) throw contradicting()
    buckets[row] = before
  }
  return buckets
}

function takeLabels(reader: ByteReader, into: Uint16Array, labels: number): void {
  let before = -1
  for (let i = 0; i < into.length; i++) {
    before += reader.whole() + 1
    if (before >= labels) throw contradicting()
    into[i] = before
  }
}
