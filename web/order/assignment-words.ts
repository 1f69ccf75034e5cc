import type { AssignmentRole } from '#domain/order/event.ts'
import type { Words } from '../language.ts'

export const roleWords: Record<AssignmentRole, Words> = {
  lead: { zh: '主办', en: 'lead' },
  co: { zh: '协办', en: 'co' },
  sub: { zh: '下派', en: 'sub' },
}

export const assignmentWords = {
  zh: {
    dispatched: '派单',
    signed: '签收',
    auto: '系统代签',
    notSigned: '没签收',
    contacted: '联系市民',
    notContacted: '没联系',
    exempt: '免联系',
    attempts: (n: string) => `${n} 次没打通`,
    arrived: '到场',
    reported: '反馈',
    notReported: '没反馈',
    publicReply: '答复市民',
    handling: '办理情况（内部）',
    result: '结果',
    basis: '依据',
    why: '未解决原因',
    signer: '签发人',
    evidence: (n: string) => `证据 ${n} 份`,
  },
  en: {
    dispatched: 'Dispatched',
    signed: 'Signed',
    auto: 'by the platform',
    notSigned: 'not signed',
    contacted: 'Contact',
    notContacted: 'no contact yet',
    exempt: 'no contact needed',
    attempts: (n: string) => `${n} tries without an answer`,
    arrived: 'At the place',
    reported: 'Reported',
    notReported: 'no report',
    publicReply: 'To the citizen',
    handling: 'Handling (internal)',
    result: 'Result',
    basis: 'Basis',
    why: 'Why not solved',
    signer: 'Signed off by',
    evidence: (n: string) => `${n} pieces of evidence`,
  },
}

export const solvedWords: Record<string, Words> = {
  solved: { zh: '已解决', en: 'solved' },
  partly: { zh: '部分解决', en: 'partly solved' },
  unsolved: { zh: '未解决', en: 'unsolved' },
  explained: { zh: '已解释说明', en: 'explained' },
  planned: { zh: '已列入计划', en: 'planned' },
}
export const factWords: Record<string, Words> = {
  yes: { zh: '属实', en: 'true' },
  partly: { zh: '部分属实', en: 'partly true' },
  no: { zh: '不属实', en: 'untrue' },
  unverifiable: { zh: '无法核实', en: 'cannot be checked' },
}
