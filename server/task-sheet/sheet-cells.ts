import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { FONTS, face, SIZE } from './sheet-fonts.ts'

/** A4 less the margins of GB/T 9704 (28 and 26 mm) leaves 156 mm; in twentieths of a point. */
export const mm = (n: number): number => Math.round(n * 56.6929)
export const TEXT_WIDTH = mm(156)
const LABEL_WIDTH = mm(26)

const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const BORDERS = { top: THIN, bottom: THIN, left: THIN, right: THIN }
const PADDING = { top: mm(1.2), bottom: mm(1.2), left: mm(2), right: mm(2) }

type Style = {
  font?: string
  size?: number
  bold?: boolean
  align?: 'left' | 'center' | 'right'
  color?: string
  keep?: boolean
}

/** Line breaks of people's texts stay line breaks. */
function runs(text: string, { font = FONTS.text, size = SIZE.text, bold = false, color }: Style): TextRun[] {
  return text.split('\n').map(
    (part, i) =>
      new TextRun({
        text: part,
        font: face(font),
        size,
        bold,
        ...(i > 0 ? { break: 1 } : {}),
        ...(color === undefined ? {} : { color }),
      }),
  )
}

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

export const paragraph = (text: string, style: Style = {}, spacing: { before?: number; after?: number } = {}) =>
  new Paragraph({
    children: runs(text, style),
    alignment: ALIGN[style.align ?? 'left'],
    spacing,
    keepNext: style.keep === true,
  })

const cell = (children: Paragraph[], width: number, span = 1): TableCell =>
  new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    borders: BORDERS,
    margins: PADDING,
    verticalAlign: VerticalAlign.CENTER,
  })

const label = (text: string): TableCell =>
  cell([paragraph(text, { font: FONTS.head, size: SIZE.small, align: 'center' })], LABEL_WIDTH)

export type Row = { label: string; value: string; label2?: string; value2?: string; high?: boolean }

const half = TEXT_WIDTH / 2 - LABEL_WIDTH

function row(of: Row): TableRow {
  const value = (text: string, width: number, span: number) =>
    cell(
      text.split('\n\n').map((part) => paragraph(part, {}, { after: 40 })),
      width,
      span,
    )
  const pair = of.label2 !== undefined
  return new TableRow({
    cantSplit: of.high !== true,
    height: { value: mm(of.high === true ? 18 : 9), rule: 'atLeast' },
    children: pair
      ? [label(of.label), value(of.value, half, 1), label(of.label2 ?? ''), value(of.value2 ?? '', half, 1)]
      : [label(of.label), value(of.value, TEXT_WIDTH - LABEL_WIDTH, 3)],
  })
}

export const formTable = (rows: readonly Row[]): Table =>
  new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [LABEL_WIDTH, half, LABEL_WIDTH, half],
    layout: TableLayoutType.FIXED,
    rows: rows.map(row),
  })

/** A table with a head row that is repeated on the next page. */
export function listTable(head: readonly string[], widths: readonly number[], rows: readonly (readonly string[])[]) {
  const line = (texts: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map((text, i) =>
        cell(
          [
            paragraph(text, {
              size: SIZE.small,
              font: isHead ? FONTS.head : FONTS.text,
              align: isHead ? 'center' : 'left',
            }),
          ],
          mm(widths[i] ?? 20),
        ),
      ),
    })
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths.map(mm),
    layout: TableLayoutType.FIXED,
    rows: [line(head, true), ...rows.map((texts) => line(texts, false))],
  })
}
