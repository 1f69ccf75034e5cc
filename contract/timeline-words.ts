import type { EventKind, EventOf, OrderEvent } from '#domain/order/event.ts'
import { GROUND, METHOD, RESULT, SOLVED, type Words, wordsOf } from './event-words.ts'
import { gridSentWords, gridTimeline } from './grid-words.ts'
import { mergeTimeline } from './merge-words.ts'
import { returnTimeline } from './return-words.ts'

/** Names that only the city and the order know: units by id, an assignment's unit, a clock's place in the rules. */
export type Names = { unit(id: string): string; assignment(id: string): string; category(code: string | null): string }

const CLOCK: Record<string, Words> = {
  C1: { zh: '派单', en: 'dispatch' },
  C2: { zh: '签收', en: 'signing' },
  C3: { zh: '联系群众', en: 'contact' },
  C4: { zh: '到场', en: 'arrival' },
  C5: { zh: '办结反馈', en: 'answer' },
  C6: { zh: '办结审核', en: 'reply review' },
  C7: { zh: '回访', en: 'callback' },
  C8: { zh: '补办重办', en: 'redoing' },
  C9: { zh: '退单审核', en: 'return decision' },
  C10: { zh: '延期审批', en: 'extension decision' },
  C11: { zh: '派单争议裁定', en: 'adjudication' },
}
const clock = (code: string): Words => CLOCK[code] ?? { zh: code, en: code }
const clockOfId = (id: string): Words => clock(/C\d+/.exec(id)?.[0] ?? id)

/** Two clocks of one kind may run on an order: the promise to the citizen and what the unit owes. */
function whose(id: string): Words {
  if (id.startsWith('citizen')) return { zh: '对群众承诺的', en: 'promised to the citizen' }
  return id.startsWith('hotline') ? { zh: '热线', en: 'of the hotline' } : { zh: '承办单位', en: 'of the unit' }
}

const again = ({ suggestedMaster: master }: EventOf<'submitted' | 'submitted-for-review'>): Words =>
  master === undefined
    ? { zh: '', en: '' }
    : { zh: `，建议并入 ${master.no}`, en: `; proposed for merging into ${master.no}` }

type Tell = { [K in EventKind]: (event: EventOf<K>, names: Names) => Words }

/** Where it was said: an order merged into this one has its own callers. */
type OfMerged = { merged?: { no: string } | undefined; said?: string | undefined }
function ofMerged({ merged, said }: OfMerged, words: Words): Words {
  if (merged === undefined) return words
  const [zh, en] = said === undefined ? ['', ''] : ['并案前', ', before the merge']
  return {
    zh: `来自并案诉求 ${merged.no}${zh}：${words.zh}`,
    en: `From the merged order ${merged.no}${en}: ${words.en}`,
  }
}

/** One sentence per kind of event: the timeline reads like a story, and a kind without its sentence does not compile. */
const tell: Tell = {
  opened: (e) => ({ zh: `登记诉求，编号 ${e.no}`, en: `Request recorded as ${e.no}` }),
  amended: (e) => ({ zh: `修改诉求内容：${e.reason}`, en: `Request corrected: ${e.reason}` }),
  answered: (e) => ({ zh: `直接答复：${e.answer}`, en: `Answered directly: ${e.answer}` }),
  'not-accepted': (e) => ({ zh: `不予受理，已告知：${e.told}`, en: `Not accepted; told: ${e.told}` }),
  transferred: (e) => ({
    zh: `转接至 ${e.target}${e.threeWay ? '（三方通话）' : ''}`,
    en: `Transferred to ${e.target}${e.threeWay ? ' (three-way call)' : ''}`,
  }),
  submitted: (e) => ({ zh: `提交，待派单${again(e).zh}`, en: `Submitted for dispatch${again(e).en}` }),
  'submitted-for-review': (e) => ({
    zh: `提交，待预审${again(e).zh}`,
    en: `Submitted for intake review${again(e).en}`,
  }),
  'intake-passed': () => ({ zh: '预审通过，待派单', en: 'Intake review passed' }),
  'intake-sent-back': (e) => ({ zh: `预审退回补充：${e.defects}`, en: `Sent back by intake review: ${e.defects}` }),
  'sent-back-to-seat': (e) => ({
    zh: `派单组退回补充：${e.defects}`,
    en: `Sent back by dispatch for more: ${e.defects}`,
  }),
  dispatched: (e, n) => {
    const straight = gridSentWords(e, n.unit)
    if (straight !== null) return straight
    const lead = e.assignments.find((a) => a.role === 'lead')
    const co = e.assignments.filter((a) => a.role === 'co').map((a) => n.unit(a.unit))
    const rule = e.overrideReason === null ? (e.choice.rule ?? '') : e.overrideReason
    const name = lead === undefined ? '' : n.unit(lead.unit)
    return {
      zh: `派单至 ${name}${co.length > 0 ? `，协办 ${co.join('、')}` : ''}（依据：${rule}）`,
      en: `Dispatched to ${name}${co.length > 0 ? `, with ${co.join(', ')}` : ''} (ground: ${rule})`,
    }
  },
  ...mergeTimeline,
  signed: (e, n) => ({ zh: `${n.assignment(e.assignment)} 签收`, en: `${n.assignment(e.assignment)} signed` }),
  'auto-signed': (e, n) => ({
    zh: `${n.assignment(e.assignment)} 超时未签收，系统自动签收`,
    en: `${n.assignment(e.assignment)} did not sign in time; signed by the platform`,
  }),
  contacted: (e, n) => ({
    zh: `${n.assignment(e.assignment)} ${wordsOf(METHOD, e.method).zh}联系群众：${e.summary}`,
    en: `${n.assignment(e.assignment)} reached the citizen ${wordsOf(METHOD, e.method).en}: ${e.summary}`,
  }),
  'contact-attempted': (e, n) => ({
    zh: `${n.assignment(e.assignment)} ${wordsOf(METHOD, e.method).zh}联系未成（${wordsOf(RESULT, e.result).zh}）`,
    en: `${n.assignment(e.assignment)} tried ${wordsOf(METHOD, e.method).en}: ${wordsOf(RESULT, e.result).en}`,
  }),
  arrived: (e, n) => ({
    zh: `${n.assignment(e.assignment)} 到场`,
    en: `${n.assignment(e.assignment)} arrived at the place`,
  }),
  'contact-exempted': (e, n) => ({
    zh: `${n.assignment(e.assignment)} 免联系：${wordsOf(GROUND, e.ground).zh}`,
    en: `${n.assignment(e.assignment)} goes on without contact: ${wordsOf(GROUND, e.ground).en}`,
  }),
  'sub-dispatched': (e, n) => ({
    zh: `${n.assignment(e.assignment)} 下派至 ${n.unit(e.to.unit)}`,
    en: `${n.assignment(e.assignment)} handed down to ${n.unit(e.to.unit)}`,
  }),
  reported: (e, n) => ({
    zh: `${n.assignment(e.assignment)} 反馈（${wordsOf(SOLVED, e.solved).zh}）：${e.publicReply}`,
    en: `${n.assignment(e.assignment)} reported (${wordsOf(SOLVED, e.solved).en}): ${e.publicReply}`,
  }),
  ...returnTimeline,
  ...gridTimeline,
  'handling-completed': () => ({ zh: '各单位反馈完毕，待办结审核', en: 'All units have reported; reply review' }),
  'reply-rejected': (e) => ({ zh: `审核驳回补办：${e.defects}`, en: `Reply sent back: ${e.defects}` }),
  'reply-approved': () => ({
    zh: '审核通过，答复群众，待回访',
    en: 'Reply approved and given to the citizen; callback',
  }),
  'callback-attempted': (e) => ({
    zh: `回访未成（${wordsOf(RESULT, e.result).zh}）`,
    en: `Callback failed: ${wordsOf(RESULT, e.result).en}`,
  }),
  'callback-answered': ({ answers: a }) => {
    const solved = a.solved === null ? '' : { yes: '已解决', partly: '部分解决', no: '未解决' }[a.solved]
    return {
      zh: `回访：${[solved, a.satisfaction === null ? '' : `满意度 ${a.satisfaction}/5`, a.reason ?? ''].filter(Boolean).join('，') || '已接通'}`,
      en: `Callback: ${[a.solved === null ? '' : `solved ${a.solved}`, a.satisfaction === null ? '' : `satisfaction ${a.satisfaction}/5`, a.reason ?? ''].filter(Boolean).join(', ') || 'reached'}`,
    }
  },
  closed: (e) => ({
    zh: `办结：${wordsOf(GROUND, e.ground).zh}${e.note === null ? '' : `（${e.note}）`}`,
    en: `Closed: ${wordsOf(GROUND, e.ground).en}${e.note === null ? '' : ` (${e.note})`}`,
  }),
  'rework-ordered': (e) => ({ zh: `发起重办：${e.reason}`, en: `Rework ordered: ${e.reason}` }),
  withdrawn: (e) => ({
    zh: `群众撤单：${e.reason}（核实：${e.checked}）`,
    en: `Withdrawn by the citizen: ${e.reason} (checked: ${e.checked})`,
  }),
  reopened: (e) => ({
    zh: `重开（${wordsOf(GROUND, e.ground).zh}）：${e.reason}`,
    en: `Reopened (${wordsOf(GROUND, e.ground).en}): ${e.reason}`,
  }),
  archived: () => ({ zh: '归档', en: 'Archived' }),
  supplemented: (e) => ofMerged(e, { zh: `补充：${e.text}`, en: `Added: ${e.text}` }),
  urged: (e) =>
    ofMerged(e, {
      zh: `催办${e.text === null ? '' : `：${e.text}`}`,
      en: `Urged${e.text === null ? '' : `: ${e.text}`}`,
    }),
  attached: (e) => ofMerged(e, { zh: `上传附件 ${e.name}`, en: `Attached ${e.name}` }),
  'clock-warned': (e) => ({
    zh: `${whose(e.clock).zh}${clockOfId(e.clock).zh}时限已用 ${e.percent}%`,
    en: `${e.percent} % of the time ${whose(e.clock).en} for ${clockOfId(e.clock).en} is used`,
  }),
  'clock-missed': (e) => ({
    zh: `${whose(e.clock).zh}${clock(e.code).zh}超时`,
    en: `The limit ${whose(e.clock).en} for ${clock(e.code).en} has passed`,
  }),
  'clocks-recomputed': () => ({
    zh: '节假日安排公布，时限重新计算',
    en: 'The holiday calendar arrived; due times worked out anew',
  }),
}

export const timelineWords = (event: OrderEvent, names: Names): Words =>
  (tell[event.kind] as (event: OrderEvent, names: Names) => Words)(event, names)
export const clockWords = clock
