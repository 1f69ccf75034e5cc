import { clockWords } from '#contract/timeline-words.ts'
import type { AssignmentView, ClockView, OrderView } from '#contract/views.ts'
import { channelNames, kindNames, stateNames, typeNames, urgencyNames } from '#contract/vocabulary-words.ts'
import type { Confidential } from '#domain/city/vocabulary.ts'
import { dueWords, momentWords, spanWords } from '#domain/deadline/time-words.ts'
import { type Instant, msOf } from '#domain/ids.ts'
import type { Row } from './sheet-cells.ts'

const KEPT: Record<Confidential, string> = {
  none: '否',
  name: '姓名保密',
  contact: '电话保密',
  all: '姓名、电话均保密',
}
const ROLE = { lead: '主办', co: '协办', sub: '下派' } as const
const SOLVED = {
  solved: '已解决',
  partly: '部分解决',
  unsolved: '未解决',
  explained: '已解释说明',
  planned: '已列入计划',
}

/** In full, whatever day the paper is read: 2026年11月20日 17:06. */
export function fullMoment(at: Instant): string {
  const said = momentWords(at, '2000-01-01T00:00:00.000Z' as Instant, 'zh')
  return said
}

export const headRows = (order: OrderView): Row[] => [
  { label: '工单编号', value: order.no, label2: '当前状态', value2: stateNames[order.state].zh },
  {
    label: '受理时间',
    value: fullMoment(order.receivedAt),
    label2: '受理渠道',
    value2: channelNames[order.channel].zh,
  },
  {
    label: '诉求类型',
    value: typeNames[order.request.requestType].zh,
    label2: '紧急程度',
    value2: `${urgencyNames[order.request.urgency].zh}（${kindNames[order.request.kind].zh}诉求）`,
  },
  {
    label: '事项分类',
    value: order.request.category === null ? '待定' : `${order.request.category} ${order.categoryName ?? ''}`,
    label2: '是否保密',
    value2: KEPT[order.confidential],
  },
  {
    label: '诉求人',
    value: order.request.anonymous ? '匿名' : (order.appellant.address ?? '不公开'),
    label2: '联系电话',
    value2: order.request.anonymous ? '—' : (order.appellant.contactPhone ?? '由热线转接'),
  },
  { label: '事发地点', value: [order.regionName, order.request.address].filter(Boolean).join('　') },
]

/** When it was said, and by whose caller: the sheet of a master has the words of those merged into it as well. */
function supplementLine({ at, saidAt, mergedNo, text }: OrderView['supplements'][number]): string {
  const from = mergedNo === null ? '' : `（来自并案诉求 ${mergedNo}）`
  return `${fullMoment(saidAt ?? at)}　${from}${text}`
}

export const matterRows = ({ request, supplements }: OrderView): Row[] => [
  { label: '诉求主题', value: request.title },
  { label: '诉求内容', value: request.content, high: true },
  { label: '诉求目的', value: request.demand ?? '—' },
  ...(supplements.length === 0
    ? []
    : [
        {
          label: '补充内容',
          value: supplements.map(supplementLine).join('\n\n'),
          high: true,
        },
      ]),
]

const PARTY = { citizen: '对市民', unit: '单位', hotline: '热线' } as const

function standing(clock: ClockView, now: Instant): string {
  const apart = spanWords(msOf(clock.due) - msOf(clock.stoppedAt ?? now), 'zh')
  if (clock.dropped) return '随工单终止'
  if (clock.stoppedAt !== null) return clock.late ? `超时 ${apart}` : '按时完成'
  return clock.late ? `已超 ${apart}` : `还剩 ${apart}`
}

/** The promises as they stand when the paper is made, each with its arithmetic. */
export const clockRows = (clocks: readonly ClockView[], now: Instant): string[][] =>
  clocks.map((clock) => [
    `${clock.unitName ?? PARTY[clock.party]}\n${clockWords(clock.code).zh}`,
    `${dueWords(clock.due, now, 'zh')} 前`,
    standing(clock, now),
    clock.words.zh,
  ])

export const unitRows = (assignments: readonly AssignmentView[]): string[][] =>
  assignments.map((a) => [
    `${a.unitName}\n${ROLE[a.role]}`,
    fullMoment(a.dispatchedAt),
    a.signedAt === null ? '未签收' : `${fullMoment(a.signedAt)}${a.autoSigned ? '（自动）' : ''}`,
    a.contactedAt === null ? (a.contactExempt ? '免联系' : '未联系') : fullMoment(a.contactedAt),
    a.reportedAt === null ? '未反馈' : fullMoment(a.reportedAt),
  ])

export const replyRows = (assignments: readonly AssignmentView[]): Row[] =>
  assignments.flatMap((a): Row[] => {
    const { report } = a
    if (report === null) return []
    const lines = [
      `办理结果：${SOLVED[report.solved]}`,
      ...(report.handling === null ? [] : [`办理情况：${report.handling}`]),
      `答复意见：${report.publicReply}`,
      ...(report.solvedReason === null ? [] : [`未解决原因：${report.solvedReason}`]),
      ...(report.policyBasis === null ? [] : [`政策依据：${report.policyBasis}`]),
      `签发人：${report.signer}　　${fullMoment(report.at)}`,
    ]
    return [{ label: `${a.unitName}（${ROLE[a.role]}）`, value: lines.join('\n\n'), high: true }]
  })
