import { SHANGHAI_OFFSET_MS } from '#domain/ids.ts'
import type { Cell } from './export-columns.ts'
import { type ZipPart, zipStream } from './zip-stream.ts'

/** A sheet ends at 1,048,576 rows (ECMA-376 leaves it to the reader, Excel reads no more): a round million each. */
const SHEET_ROWS = 1_000_000

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** Control characters have no place in XML 1.0, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
const escaped = (text: string): string => text.replace(UNFIT, '').replace(/[&<>"]/g, (c) => ESCAPES[c] ?? c)

/** Days since 30 December 1899 of Shanghai's civil time, to the minute: a sheet knows no time zones. */
const serial = (at: string): number => Math.floor((Date.parse(at) + SHANGHAI_OFFSET_MS) / 60_000) / 1440 + 25_569

const HEAD_STYLE = 1
const MOMENT_STYLE = 2

function xmlCell(cell: Cell, place: string, style: number): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'object') return `<c r="${place}" s="${MOMENT_STYLE}"><v>${serial(cell.at)}</v></c>`
  // As text, whatever it begins with: a sheet runs no formula that is not marked as one.
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
}

/** A to Z, as many as an export has columns; places are optional in the standard, but not to every reader. */
const letter = (i: number): string => String.fromCharCode(65 + i)

const xmlRow = (cells: readonly Cell[], n: number, style = 0): string =>
  `<row r="${n}">${cells.map((cell, i) => xmlCell(cell, `${letter(i)}${n}`, style)).join('')}</row>`

const STYLES = `${XML}<styleSheet xmlns="${MAIN}">
<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Microsoft YaHei"/></font><font><b/><sz val="11"/><name val="Microsoft YaHei"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs>
</styleSheet>`

const ROOT = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

const each = (sheets: number, of: (n: number) => string): string =>
  Array.from({ length: sheets }, (_, i) => of(i + 1)).join('')

const types = (sheets: number): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${each(sheets, (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}</Types>`

const workbook = (sheets: number, name: string): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets>${each(sheets, (n) => `<sheet name="${escaped(sheets === 1 ? name : `${name} ${n}`)}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`

const workbookRels = (sheets: number): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each(sheets, (n) => `<Relationship Id="rId${n}" Type="${RELS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${sheets + 1}" Type="${RELS}/styles" Target="styles.xml"/></Relationships>`

type Head = readonly { title: string; width: number }[]
type Rows = readonly (readonly Cell[])[]

const sheetBegin = (head: Head): string =>
  `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${head.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols><sheetData>${xmlRow(
    head.map(({ title }) => title),
    1,
    HEAD_STYLE,
  )}`

/** Row after row into sheet after sheet; what is left of a batch where a sheet is full begins the next. */
async function* sheets(head: Head, batches: AsyncIterable<Rows>, most: number): AsyncGenerator<ZipPart> {
  const source = batches[Symbol.asyncIterator]()
  let rest: Rows = []
  let ended = false
  async function* sheet() {
    yield Buffer.from(sheetBegin(head))
    for (let written = 0; written < most; ) {
      if (rest.length === 0) {
        const next = await source.next()
        if (next.done) {
          ended = true
          break
        }
        rest = next.value
      }
      const now = rest.slice(0, most - written)
      rest = rest.slice(now.length)
      const above = written + 2
      written += now.length
      yield Buffer.from(now.map((cells, i) => xmlRow(cells, above + i)).join(''))
    }
    yield Buffer.from('</sheetData></worksheet>')
  }
  try {
    for (let n = 1; !ended; n++) yield { name: `xl/worksheets/sheet${n}.xml`, content: sheet() }
  } finally {
    await source.return?.(undefined)
  }
}

/** A workbook as it grows: sheets first, then what must know how many there are. `most`: rows a sheet, fewer in tests. */
export function xlsxFile(name: string, head: Head, batches: AsyncIterable<Rows>, most = SHEET_ROWS) {
  async function* parts(): AsyncGenerator<ZipPart> {
    let n = 0
    for await (const part of sheets(head, batches, most)) {
      n += 1
      yield part
    }
    const texts = {
      '[Content_Types].xml': types(n),
      '_rels/.rels': ROOT,
      'xl/workbook.xml': workbook(n, name),
      'xl/_rels/workbook.xml.rels': workbookRels(n),
      'xl/styles.xml': STYLES,
    }
    for (const [part, text] of Object.entries(texts)) yield { name: part, content: [Buffer.from(text)] }
  }
  return zipStream(parts())
}
