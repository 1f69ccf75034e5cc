import { reportUpWords } from '#contract/grid-words.ts'
import type { Notice } from '#contract/waiting.ts'
import type { ClockCode } from '#domain/city/vocabulary.ts'
import type { Language } from '../language.ts'

const CLOCK: Record<ClockCode, { zh: string; en: string }> = {
  C1: { zh: '派单', en: 'Dispatch' },
  C2: { zh: '签收', en: 'Signing' },
  C3: { zh: '联系市民', en: 'Contact' },
  C4: { zh: '到场', en: 'Arrival' },
  C5: { zh: '办结反馈', en: 'The answer' },
  C6: { zh: '办结审核', en: 'Reply review' },
  C7: { zh: '回访', en: 'Callback' },
  C8: { zh: '补办重办', en: 'Redoing' },
  C9: { zh: '退单审核', en: 'The return decision' },
  C10: { zh: '延期审批', en: 'The extension decision' },
  C11: { zh: '派单争议裁定', en: 'The adjudication' },
}

const URGED: Record<Notice['from'], { zh: string; en: string }> = {
  citizen: { zh: '市民催办', en: 'The citizen urges' },
  supervisor: { zh: '督办员督促办理', en: 'The supervisor urges' },
  hotline: { zh: '热线转达市民催办', en: 'The hotline passes on an urge' },
  unit: { zh: '单位催办', en: 'A unit urges' },
  system: { zh: '系统催办', en: 'The platform urges' },
}

function missed({ clock, brought }: Notice): { zh: string; en: string } {
  const what = clock === null ? { zh: '时限', en: 'A limit' } : CLOCK[clock]
  const light = brought === 'red' ? { zh: '，转红灯', en: '; now red' } : { zh: '，转黄灯', en: '; now amber' }
  return { zh: `${what.zh}超时${light.zh}`, en: `${what.en} is late${light.en}` }
}

/** 抄告: what the street and the community learn of their grid workers; nothing is theirs to do. */
function gridToldWords({ kind, ground }: Notice): { zh: string; en: string } {
  if (kind !== 'reported-up') return { zh: '网格直派，网格员在办', en: 'Straight to a grid worker, who has it' }
  const why = ground === null ? null : reportUpWords[ground]
  return {
    zh: `网格上报，已回派单台${why === null ? '' : `：${why.zh}`}`,
    en: `Reported up, back at dispatch${why === null ? '' : `: ${why.en}`}`,
  }
}

/** What happened, in one short line; the order's title stands below it. */
export function noticeWords(notice: Notice, language: Language): string {
  if (notice.forInformation) return gridToldWords(notice)[language]
  const words: Record<Notice['kind'], { zh: string; en: string }> = {
    dispatched: { zh: '新派来的工单', en: 'Newly dispatched to you' },
    'sub-dispatched': { zh: '上级单位下派', en: 'Handed down to you' },
    urged: URGED[notice.from],
    supplemented: { zh: '市民补充了内容', en: 'The citizen added something' },
    'reply-rejected': { zh: '审核退回补办', en: 'The reply was sent back' },
    'rework-ordered':
      notice.brought === 'red'
        ? { zh: '再次重办，转红灯', en: 'Reworked again; now red' }
        : { zh: '市民不满意，需要重办', en: 'The citizen is dissatisfied; rework' },
    reopened: { zh: '办结后重开', en: 'Reopened after closing' },
    'clock-missed': missed(notice),
    'intake-sent-back': { zh: '预审退回补充', en: 'Intake review asks for more' },
    'sent-back-to-seat': { zh: '派单组退回补充', en: 'Dispatch asks for more' },
    'return-requested': { zh: '单位申请退单', en: 'A unit asks to give it back' },
    'return-approved': { zh: '退单已同意', en: 'Your return is approved' },
    'return-rejected': { zh: '退单被驳回，请继续办理', en: 'Your return is rejected; please go on' },
    'sent-to-adjudication': { zh: '转派单争议裁定', en: 'Sent to adjudication' },
    recalled: { zh: '派件已撤回', en: 'Recalled from your unit' },
    adjudicated: { zh: '裁定由本单位承办，不得再退', en: 'Ruled to be yours; it binds' },
    'reported-up': { zh: '网格上报，请重新派单', en: 'Reported up by the grid; dispatch it anew' },
    'alert-raised': { zh: '多人反映，请看预警', en: 'Many call about it; see the alert' },
    'opinion-filed': { zh: '单位对派单争议提交了意见', en: 'A unit gave its opinion on a dispute' },
    'handed-over': { zh: '撤并单位移交来的工单', en: 'Taken over from a dissolved unit' },
  }
  return words[notice.kind][language]
}
