import {
  AlignmentType,
  Document,
  Footer,
  Header,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx'
import QRCode from 'qrcode'
import type { ClockView, OrderView } from '#contract/views.ts'
import type { Instant } from '#domain/ids.ts'
import { formTable, listTable, mm, paragraph, TEXT_WIDTH } from './sheet-cells.ts'
import { clockRows, fullMoment, headRows, matterRows, replyRows, unitRows } from './sheet-facts.ts'
import { FONTS, face, fontTable, SIZE } from './sheet-fonts.ts'

type Sheet = {
  city: string
  order: OrderView
  clocks: readonly ClockView[]
  /** what the code opens: the order's page */
  link: string
  /** who took the paper out: printed at the foot of every page */
  taker: { name: string; unit: string }
  now: Instant
}

const QR_SIDE = 84

const heading = (text: string) =>
  paragraph(text, { font: FONTS.head, size: SIZE.head, keep: true }, { before: 240, after: 120 })

async function top({ city, order, link }: Sheet): Promise<Paragraph[]> {
  const data = await QRCode.toBuffer(link, { margin: 0, width: QR_SIDE * 4, errorCorrectionLevel: 'M' })
  const code = new ImageRun({
    type: 'png',
    data,
    transformation: { width: QR_SIDE, height: QR_SIDE },
    altText: { name: 'QR', title: '工单链接', description: `扫码打开工单 ${order.no}` },
  })
  return [
    paragraph(city, { font: FONTS.title, size: SIZE.head, align: 'center' }),
    paragraph(
      '12345 热线承办工单',
      { font: FONTS.title, size: SIZE.title, bold: true, align: 'center' },
      { after: 120 },
    ),
    new Paragraph({ alignment: AlignmentType.RIGHT, children: [code], spacing: { after: 40 } }),
    paragraph('扫码查看工单（须登录）', { size: 18, align: 'right', color: '555555' }, { after: 120 }),
  ]
}

/** Who took this paper out of the house, and when: on every page, as the watermark is on every screen. */
function foot({ taker, now, order }: Sheet): Footer {
  const small = (text: string) => new TextRun({ text, font: face(FONTS.text), size: 18, color: '777777' })
  const page = new TextRun({
    children: ['第 ', PageNumber.CURRENT, ' 页　共 ', PageNumber.TOTAL_PAGES, ' 页'],
    font: face(FONTS.text),
    size: 18,
    color: '777777',
  })
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [small(`${taker.name}　${taker.unit}　${fullMoment(now)} 导出　${order.no}\t`), page],
      }),
    ],
  })
}

const SIGNATURES = [
  { label: '承办人', value: '', label2: '联系电话', value2: '' },
  { label: '单位负责人', value: '（签字）', label2: '日期', value2: '　　年　　月　　日', high: true },
] as const

/** 承办工单 on A4 with the margins of GB/T 9704-2012 §5.2: head 37, foot 35, left 28, right 26 mm. */
export async function taskSheet(sheet: Sheet): Promise<Buffer> {
  const { order, clocks, now } = sheet
  const replies = replyRows(order.assignments)
  const document = new Document({
    title: `工单 ${order.no}`,
    creator: sheet.taker.name,
    styles: { default: { document: { run: { font: face(FONTS.text), size: SIZE.text } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(20) },
          },
        },
        headers: {
          default: new Header({
            children: [paragraph('内部资料　注意保密', { size: 18, color: '777777', align: 'right' })],
          }),
        },
        footers: { default: foot(sheet) },
        children: [
          ...(await top(sheet)),
          formTable([...headRows(order), ...matterRows(order)]),
          heading('一、时限'),
          clocks.length === 0
            ? paragraph('没有时限。')
            : listTable(['事项', '期限', '目前', '怎么算的'], [30, 42, 26, 58], clockRows(clocks, now)),
          heading('二、派件'),
          order.assignments.length === 0
            ? paragraph('尚未派单。')
            : listTable(
                ['单位', '派单', '签收', '联系市民', '反馈'],
                [40, 29, 29, 29, 29],
                unitRows(order.assignments),
              ),
          heading('三、办理与答复'),
          replies.length === 0 ? paragraph('尚无反馈。') : formTable(replies),
          heading('四、签字'),
          formTable(SIGNATURES),
        ],
      },
    ],
  })
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: fontTable }])
}
