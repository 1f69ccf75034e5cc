import { expect, test } from 'vitest'
import { classifierBytes, readClassifier } from './bytes.ts'
import { checkSum } from './check-sum.ts'
import { ModelFault } from './model-fault.ts'
import { randomFrom } from './random.ts'
import { SMALL, smallCorpus } from './small-corpus.fixture.ts'
import { trainClassifier } from './train.ts'

const bytes = classifierBytes(trainClassifier(smallCorpus, SMALL))

/** How a file is refused and why; null where it is read. */
function refusalOf(file: Uint8Array): string | null {
  try {
    readClassifier(file)
    return null
  } catch (fault) {
    if (!(fault instanceof ModelFault)) throw fault
    return `${fault.kind}: ${fault.message}`
  }
}

function resealed(change: (file: Uint8Array) => void): Uint8Array {
  const file = bytes.slice()
  change(file)
  const end = file.length - 4
  new DataView(file.buffer).setUint32(end, checkSum(file.subarray(0, end)), true)
  return file
}

test('a file cut short is refused as that, wherever it ends', () => {
  for (let end = 0; end < 400; end++) expect(refusalOf(bytes.subarray(0, end))).toMatch(/^cut-short/)
  for (let end = 400; end < bytes.length; end += 37) expect(refusalOf(bytes.subarray(0, end))).toMatch(/^cut-short/)
  expect(refusalOf(bytes.subarray(0, bytes.length - 1))).toMatch(/^cut-short/)
})

test('a file with one bit changed is refused, wherever it is', () => {
  for (let at = 0; at < bytes.length; at += 11) {
    const file = bytes.slice()
    file[at] = (file[at] ?? 0) ^ (1 << (at % 8))
    expect(refusalOf(file)).not.toBe(null)
  }
})

test.each([
  ['another kind of file', new TextEncoder().encode('{"labels": []}'), 'wrong-format: the file is no model'],
  [
    'bytes behind the end',
    new Uint8Array([...bytes, 0]),
    'wrong-format: the model file was altered: its sum does not fit',
  ],
  [
    'a form of the future',
    resealed((file) => file.set([9], 4)),
    'wrong-format: the model file has form 9, this version reads form 3',
  ],
  [
    'a head that is no JSON',
    resealed((file) => file.set([0x7d], 12)),
    'wrong-format: the model file contradicts itself',
  ],
])('%s is refused', (_, file, reason) => {
  expect(refusalOf(file)).toBe(reason)
})

test('a file that is whole and nonsense inside is refused or read, and never breaks the reader', () => {
  const random = randomFrom(7)
  for (let i = 0; i < 300; i++) {
    const at = 9 + Math.floor(random() * (bytes.length - 13))
    const file = resealed((changed) => changed.set([Math.floor(random() * 256)], at))
    expect([null, 'wrong-format: the model file contradicts itself']).toContain(refusalOf(file))
  }
})

test('the file holds labels and numbers and no word that was learned from', () => {
  const text = new TextDecoder().decode(bytes)
  expect(text).toContain('噪音')
  for (const word of ['红绿灯', '自来水', '渣土车', '广场舞']) expect(text).not.toContain(word)
})

test('the check sum is that of the standard', () => {
  expect(checkSum(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
})
