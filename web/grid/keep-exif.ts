/**
 * The camera's own notes (place, time) taken over from the original JPEG into a smaller drawing of it. Drawing has turned
 * the picture upright already, so the note about its orientation becomes "upright". Null notes: the drawing as it is.
 */
const SOI = 0xffd8
const APP1 = 0xffe1
const SOS = 0xffda
const EXIF = 0x45786966
const ORIENTATION = 0x0112

/** Marker and length of the APP1 segment with Exif in it, from its marker on; null where there is none. */
export function exifSegment(jpeg: Uint8Array): Uint8Array | null {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  if (jpeg.byteLength < 4 || view.getUint16(0) !== SOI) return null
  for (let at = 2; at + 8 < jpeg.byteLength; ) {
    const marker = view.getUint16(at)
    const length = view.getUint16(at + 2)
    if (marker === SOS || (marker & 0xff00) !== 0xff00 || length < 2) return null
    if (marker === APP1 && view.getUint32(at + 4) === EXIF && at + 2 + length <= jpeg.byteLength)
      return jpeg.slice(at, at + 2 + length)
    at += 2 + length
  }
  return null
}

/** In place. The directory stands behind marker, length and "Exif\0\0": ten bytes. */
function turnUpright(segment: Uint8Array): void {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength)
  const tiff = 10
  if (segment.byteLength < tiff + 8) return
  const little = view.getUint16(tiff) === 0x4949
  const first = tiff + view.getUint32(tiff + 4, little)
  if (first + 2 > segment.byteLength) return
  const count = view.getUint16(first, little)
  for (let i = 0; i < count; i++) {
    const entry = first + 2 + i * 12
    if (entry + 12 > segment.byteLength) return
    if (view.getUint16(entry, little) === ORIENTATION) view.setUint16(entry + 8, 1, little)
  }
}

/** The drawn JPEG with the original's notes right behind its beginning. */
export function withExif(drawn: Uint8Array, original: Uint8Array): Uint8Array {
  const segment = exifSegment(original)
  if (segment === null || drawn[0] !== 0xff || drawn[1] !== 0xd8) return drawn
  turnUpright(segment)
  const whole = new Uint8Array(drawn.byteLength + segment.byteLength)
  whole.set(drawn.subarray(0, 2), 0)
  whole.set(segment, 2)
  whole.set(drawn.subarray(2), 2 + segment.byteLength)
  return whole
}
