import { crc32 } from 'node:zlib'
import exceljs from 'exceljs'
import sharp from 'sharp'

/** Small real files for tests, made on the spot. */
const red = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#b22' } })

/** Tian'anmen, 10:11:12 in the morning, held upright. */
export const TAKEN = { lng: 116.391667, lat: 39.9, takenAt: '2026-03-05T02:11:12.000Z' }
const tags = (takenAt: string) => ({
  IFD0: { Make: 'Pocket', Model: 'P-20' },
  IFD2: { DateTimeOriginal: takenAt, OffsetTimeOriginal: '+08:00' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '39/1 54/1 0/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '116/1 23/1 30/1',
  },
})

export const photo = (takenAt = '2026:03:05 10:11:12'): Promise<Buffer> =>
  red(60, 40).withExif(tags(takenAt)).withMetadata({ orientation: 6 }).jpeg().toBuffer()
export const plainPng = (): Promise<Buffer> => red(8, 8).png().toBuffer()
export const webp = (): Promise<Buffer> => red(8, 8).withExif(tags('2026:03:05 10:11:12')).webp().toBuffer()

/** sharp writes AVIF, the same boxes as HEIC with another codec; the brand makes it one for whoever reads the brand. */
export async function heic(): Promise<Buffer> {
  const bytes = await red(60, 40).withExif(tags('2026:03:05 10:11:12')).avif().toBuffer()
  bytes.write('heic', 8, 'latin1')
  return bytes
}

export const pdf = (): Buffer =>
  Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')

export async function xlsx(): Promise<Buffer> {
  const book = new exceljs.Workbook()
  book.addWorksheet('清单').addRow(['路灯', 3])
  return Buffer.from(await book.xlsx.writeBuffer())
}

export const docx = (): Buffer =>
  zip({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    'word/document.xml': '<?xml version="1.0"?><w:document/>',
  })

/** A zip of stored entries. */
export function zip(entries: Record<string, string>): Buffer {
  const [bodies, list]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, text] of Object.entries(entries)) {
    const [title, body] = [Buffer.from(name), Buffer.from(text)]
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt32LE(crc32(body), 10)
    common.writeUInt32LE(body.length, 14)
    common.writeUInt32LE(body.length, 18)
    common.writeUInt16LE(title.length, 22)
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), common, title, body])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, place, title]))
    bodies.push(entry)
    at += entry.length
  }
  const directory = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(list.length, 4)
  end.writeUInt16LE(list.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, directory, Buffer.from('PK\x05\x06'), end])
}

/** The container of old Office files: its mark, and the names of its streams as they stand in the directory. */
export function oldOffice(...streams: string[]): Buffer {
  const bytes = Buffer.alloc(2048)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  for (const [n, name] of ['Root Entry', ...streams].entries()) bytes.write(name, 1024 + n * 128, 'utf16le')
  return bytes
}

const box = (type: string, ...body: Buffer[]): Buffer => {
  const inner = Buffer.concat(body)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(inner.length + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, inner])
}

export const VIDEO_PLACE = '+39.9000+116.3916/'

/** A video's frame of boxes with the place where phones put it, and bytes that stand for pictures. */
export const mp4 = (): Buffer =>
  Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\x02\0isommp41', 'latin1')),
    box(
      'moov',
      box('mvhd', Buffer.alloc(100)),
      box('udta', box('\xa9xyz', Buffer.from(`\0\x12\x15\xc7${VIDEO_PLACE}`, 'latin1'))),
    ),
    box('mdat', Buffer.from('pictures and sound')),
  ])

export const wav = (): Buffer =>
  Buffer.from('RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\0\0\0\0', 'latin1')
export const amr = (): Buffer => Buffer.from('#!AMR\n\x3c\0\0\0', 'latin1')
export const mp3 = (): Buffer => Buffer.from('ID3\x03\0\0\0\0\0\0\xff\xfb\x90\x64', 'latin1')
