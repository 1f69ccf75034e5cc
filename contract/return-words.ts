import type { ReturnReason } from '#domain/dispatch/return-reasons.ts'
import type { EventOf, UndoGround } from '#domain/order/event.ts'
import type { Words } from './event-words.ts'
import { line, strong } from './story-line.ts'
import type { StoryNames, Told } from './story-words.ts'
import type { Names } from './timeline-words.ts'

/** 退单理由, as pages, timeline and story say it. */
export const returnReasonWords: Record<ReturnReason, Words> = {
  'not-our-duty': { zh: '非本单位职责', en: 'not our duty' },
  'wrong-area': { zh: '不在本辖区', en: 'not in our area' },
  ownership: { zh: '权属不在本单位', en: 'owned by somebody else' },
  duplicate: { zh: '重复派单', en: 'dispatched twice' },
  'info-missing': { zh: '要素不全无法办理', en: 'too little is known' },
  'legal-procedure': { zh: '应走法定程序', en: 'a legal procedure is due' },
}

type Tell<N, T> = {
  'return-requested': (event: EventOf<'return-requested'>, names: N) => T
  'return-approved': (event: EventOf<'return-approved'>, names: N) => T
  'return-rejected': (event: EventOf<'return-rejected'>, names: N) => T
  'sent-to-adjudication': (event: EventOf<'sent-to-adjudication'>, names: N) => T
  recalled: (event: EventOf<'recalled'>, names: N) => T
  'dispatch-undone': (event: EventOf<'dispatch-undone'>, names: N) => T
  adjudicated: (event: EventOf<'adjudicated'>, names: N) => T
}

/** 撤回派单的原因 */
export const undoGroundWords: Record<UndoGround, Words> = {
  'wrong-unit': { zh: '派错单位', en: 'sent to the wrong unit' },
  'changed-facts': { zh: '情况有变', en: 'the facts have changed' },
}

const leadOf = (event: EventOf<'adjudicated'>): string => event.assignments.find((a) => a.role === 'lead')?.unit ?? ''

export const returnTimeline: Tell<Names, Words> = {
  'return-requested': (e, n) => {
    const [unit, why] = [n.assignment(e.assignment), returnReasonWords[e.reason]]
    const to = e.suggestedUnit === null ? null : n.unit(e.suggestedUnit)
    return {
      zh: `${unit} 申请退单（${why.zh}）：${e.explanation}${to === null ? '' : `，建议改派 ${to}`}`,
      en: `${unit} asks to give it back (${why.en}): ${e.explanation}${to === null ? '' : `; suggests ${to}`}`,
    }
  },
  'return-approved': (e, n) => ({
    zh: `同意 ${n.assignment(e.assignment)} 退单：${e.finding}`,
    en: `The return by ${n.assignment(e.assignment)} is approved: ${e.finding}`,
  }),
  'return-rejected': (e, n) => ({
    zh: `驳回 ${n.assignment(e.assignment)} 退单：${e.finding}`,
    en: `The return by ${n.assignment(e.assignment)} is rejected: ${e.finding}`,
  }),
  'sent-to-adjudication': (e, n) => ({
    zh: `转派单争议裁定：${e.question}（裁定前由 ${n.unit(e.interimLead)} 负责）`,
    en: `Sent to adjudication: ${e.question} (${n.unit(e.interimLead)} leads meanwhile)`,
  }),
  recalled: (e, n) => {
    const units = e.assignments.map((id) => n.assignment(id))
    return { zh: `撤回 ${units.join('、')} 的派件：${e.reason}`, en: `Recalled from ${units.join(', ')}: ${e.reason}` }
  },
  'dispatch-undone': (e) => ({
    zh: `派单台撤回派单（${undoGroundWords[e.ground].zh}）：${e.reason}`,
    en: `Dispatch undone by the desk (${undoGroundWords[e.ground].en}): ${e.reason}`,
  }),
  adjudicated: (e, n) => ({
    zh: `裁定由 ${n.unit(leadOf(e))} 主办：${e.ruling}`,
    en: `Ruled: ${n.unit(leadOf(e))} leads. ${e.ruling}`,
  }),
}

const same = (text: string): Words => ({ zh: text, en: text })
const labelled = (zh: string, en: string, text: string | null): Words[] =>
  text === null || text === '' ? [] : [{ zh: `${zh}：${text}`, en: `${en}: ${text}` }]

export const returnStory: Tell<StoryNames, Told> = {
  'return-requested': (e, n) => {
    const why = returnReasonWords[e.reason]
    return {
      zh: line`${strong(n.who.zh)} 申请退单：${why.zh}。`,
      en: line`${strong(n.who.en)} asked to give it back: ${why.en}.`,
      quotes: [
        same(e.explanation),
        ...labelled('依据', 'Basis', e.basis),
        ...labelled('证明文件', 'Document', e.document),
        ...labelled('建议改派', 'Suggested', e.suggestedUnit === null ? null : n.unit(e.suggestedUnit)),
      ],
      tone: 'warn',
    }
  },
  'return-approved': (e, n) => ({
    zh: line`${strong(n.who.zh)} 同意 ${strong(n.assignment(e.assignment))} 退单。`,
    en: line`${strong(n.who.en)} approved the return by ${strong(n.assignment(e.assignment))}.`,
    quotes: [same(e.finding)],
  }),
  'return-rejected': (e, n) => ({
    zh: line`${strong(n.who.zh)} 驳回 ${strong(n.assignment(e.assignment))} 的退单。`,
    en: line`${strong(n.who.en)} rejected the return by ${strong(n.assignment(e.assignment))}.`,
    quotes: [same(e.finding)],
    tone: 'warn',
  }),
  'sent-to-adjudication': (e, n) => ({
    zh: line`${strong(n.who.zh)} 转派单争议裁定，裁定前由 ${strong(n.unit(e.interimLead))} 负责。`,
    en: line`${strong(n.who.en)} sent it to adjudication; ${strong(n.unit(e.interimLead))} leads meanwhile.`,
    quotes: [same(e.question)],
    tone: 'warn',
  }),
  recalled: (e, n) => {
    const units = e.assignments.map((id) => n.assignment(id))
    return {
      zh: line`撤回 ${strong(units.join('、'))} 的派件。`,
      en: line`Recalled from ${strong(units.join(', '))}.`,
    }
  },
  'dispatch-undone': (e, n) => ({
    zh: line`${strong(n.who.zh)} 撤回了派单：${undoGroundWords[e.ground].zh}。`,
    en: line`${strong(n.who.en)} undid the dispatch: ${undoGroundWords[e.ground].en}.`,
    quotes: [same(e.reason)],
    tone: 'warn',
  }),
  adjudicated: (e, n) => ({
    zh: line`${strong(n.who.zh)} 裁定由 ${strong(n.unit(leadOf(e)))} 主办，不得再退。`,
    en: line`${strong(n.who.en)} ruled that ${strong(n.unit(leadOf(e)))} leads; it binds.`,
    quotes: [
      same(e.ruling),
      ...e.opinions.map(({ unit, opinion }) => same(`${n.unit(unit)}：${opinion}`)),
      ...labelled('会议纪要', 'Minutes', e.minutes),
      ...labelled('纪要文号', 'Minutes no.', e.minutesNo),
    ],
  }),
}
