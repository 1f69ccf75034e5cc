/**
 * Blanks what phones write about themselves into HEIC, MP4 and M4A files (ISO 14496-12 boxes): place, device, time.
 * Nothing changes its size, so every offset inside the file still holds and sound and picture stay as they are.
 * We blank instead of converting because no free decoder for HEIC's pictures comes with sharp.
 */
type Box = { type: string; at: number; body: number; end: number }

const DESCRIBES = new Set(['udta', 'meta', 'uuid', 'free', 'skip'])
const HOLDS_BOXES = new Set(['moov', 'trak', 'mdia', 'minf', 'moof', 'traf'])
/** Items beside the picture: camera tags, XMP, references. */
const DESCRIBING_ITEMS = new Set(['Exif', 'mime', 'uri '])

export function blankMetadata(file: Buffer): Buffer {
  const bytes = Buffer.from(file)
  for (const box of boxes(bytes, 0, bytes.length))
    if (box.type === 'meta') blankItems(bytes, box)
    else blankBox(bytes, box)
  return bytes
}

function boxes(bytes: Buffer, from: number, to: number): Box[] {
  const found: Box[] = []
  for (let at = from; at + 8 <= to; ) {
    const size = bytes.readUInt32BE(at)
    const long = size === 1
    const end = size === 0 ? to : at + (long ? Number(bytes.readBigUInt64BE(at + 8)) : size)
    const body = at + (long ? 16 : 8)
    if (end < body || end > to) throw new Error(`box at ${at} ends outside of its container`)
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), at, body, end })
    at = end
  }
  return found
}

function blankBox(bytes: Buffer, box: Box): void {
  if (DESCRIBES.has(box.type)) {
    bytes.write('free', box.at + 4, 'latin1')
    bytes.fill(0, box.body, box.end)
  } else if (HOLDS_BOXES.has(box.type)) for (const inner of boxes(bytes, box.body, box.end)) blankBox(bytes, inner)
}

/** Reads numbers one after the other, as the item tables are written. */
function reader(bytes: Buffer, start: number) {
  let at = start
  const number = (size: number): number => {
    at += size
    if (size === 0) return 0
    return size === 8 ? Number(bytes.readBigUInt64BE(at - 8)) : bytes.readUIntBE(at - size, size)
  }
  return { number, at: () => at }
}

/** The item table of a picture's `meta` box says which stretches of the file are camera tags. */
function blankItems(bytes: Buffer, meta: Box): void {
  const inner = boxes(bytes, meta.body + 4, meta.end)
  const named = (type: string) => inner.find((box) => box.type === type)
  const [names, places] = [named('iinf'), named('iloc')]
  if (names === undefined || places === undefined) throw new Error('a picture without its item table')
  const describing = describingItems(bytes, names)
  for (const stretch of stretches(bytes, places, named('idat')?.body))
    if (describing.has(stretch.item)) {
      if (stretch.end > bytes.length) throw new Error('an item ends outside of the file')
      bytes.fill(0, stretch.start, stretch.end)
    }
}

function describingItems(bytes: Buffer, iinf: Box): Set<number> {
  const countBytes = bytes[iinf.body] === 0 ? 2 : 4
  const found = new Set<number>()
  for (const infe of boxes(bytes, iinf.body + 4 + countBytes, iinf.end)) {
    const version = bytes[infe.body] ?? 0
    if (version < 2) continue
    const read = reader(bytes, infe.body + 4)
    const item = read.number(version === 2 ? 2 : 4)
    read.number(2)
    if (DESCRIBING_ITEMS.has(bytes.toString('latin1', read.at(), read.at() + 4))) found.add(item)
  }
  return found
}

type Stretch = { item: number; start: number; end: number }

function stretches(bytes: Buffer, iloc: Box, idat: number | undefined): Stretch[] {
  const version = bytes[iloc.body] ?? 0
  const read = reader(bytes, iloc.body + 4)
  const [offsetAndLength, baseAndIndex] = [read.number(1), read.number(1)]
  const sizes = { offset: offsetAndLength >> 4, length: offsetAndLength & 15, base: baseAndIndex >> 4 }
  const indexSize = version === 0 ? 0 : baseAndIndex & 15
  const found: Stretch[] = []
  for (let items = read.number(version < 2 ? 2 : 4); items > 0; items--) {
    const item = read.number(version < 2 ? 2 : 4)
    const origin = originOf(version === 0 ? 0 : read.number(2) & 15, idat)
    read.number(2)
    const base = origin + read.number(sizes.base)
    for (let extents = read.number(2); extents > 0; extents--) {
      read.number(indexSize)
      const start = base + read.number(sizes.offset)
      found.push({ item, start, end: start + read.number(sizes.length) })
    }
  }
  return found
}

/** 0: counted from the file's start; 1: from the box of small items. */
function originOf(method: number, idat: number | undefined): number {
  if (method === 0) return 0
  if (method === 1 && idat !== undefined) return idat
  throw new Error(`items placed by method ${method}`)
}
