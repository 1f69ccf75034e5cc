import type { z } from 'zod'
import type { AssignmentTab } from '#contract/assignments.ts'
import type { DueGroup } from '#domain/deadline/due-group.ts'
import type { Duty } from '#domain/handling/next-duty.ts'
import type { ReportGap } from '#domain/handling/report-gaps.ts'
import type { FactTrue, Solved } from '#domain/order/event.ts'
import type { Words } from '../language.ts'

export const tabWords: Record<AssignmentTab, Words> = {
  todo: { zh: '待办', en: 'To do' },
  co: { zh: '协办', en: 'Co' },
  'sent-back': { zh: '被退回', en: 'Sent back' },
  reported: { zh: '已反馈', en: 'Reported' },
  'handed-down': { zh: '我下派的', en: 'Below' },
  responsible: { zh: '首接', en: 'First' },
}

export const groupWords: Record<DueGroup, Words> = {
  overdue: { zh: '已超期', en: 'Overdue' },
  today: { zh: '今天到期', en: 'Due today' },
  tomorrow: { zh: '明天到期', en: 'Due tomorrow' },
  later: { zh: '以后到期', en: 'Due later' },
}

export const dutyWords: Record<Duty, Words> = {
  sign: { zh: '签收', en: 'Sign' },
  contact: { zh: '联系', en: 'Contact' },
  arrive: { zh: '到场', en: 'Arrive' },
  report: { zh: '反馈', en: 'Report' },
}

export const factWords: Record<z.infer<typeof FactTrue>, Words> = {
  yes: { zh: '属实', en: 'True' },
  partly: { zh: '部分', en: 'Partly' },
  no: { zh: '不属实', en: 'Not true' },
  unverifiable: { zh: '无法核实', en: 'Cannot be checked' },
}

export const solvedWords: Record<z.infer<typeof Solved>, Words> = {
  solved: { zh: '已解决', en: 'Solved' },
  partly: { zh: '部分', en: 'Partly' },
  unsolved: { zh: '未解决', en: 'Not solved' },
  explained: { zh: '已解释', en: 'Explained' },
  planned: { zh: '已列计划', en: 'Planned' },
}

/** What is missing, as it stands beside the button that waits for it. */
export const gapWords: Record<ReportGap, Words> = {
  handling: { zh: '办理情况', en: 'what was done' },
  publicReply: { zh: '公开答复', en: 'the public reply' },
  factTrue: { zh: '是否属实', en: 'whether it is true' },
  solved: { zh: '是否解决', en: 'whether it is solved' },
  solvedReason: { zh: '没有解决的原因', en: 'why it is not solved' },
  overDuty: { zh: '是否超出职责', en: 'whether it is beyond duty' },
  policyBasis: { zh: '依据', en: 'the basis' },
  evidence: { zh: '附件', en: 'files' },
  signer: { zh: '签发人', en: 'who signs' },
  headInvolved: { zh: '负责人参与情况', en: 'the head’s part' },
  'sub-units-have-not-reported': { zh: '下级单位的反馈', en: 'the reports of the units below' },
  'co-units-have-not-reported': { zh: '协办单位的反馈', en: 'the reports of the co-units' },
  'arrival-needed': { zh: '到场（网格吹哨的事项）', en: 'the arrival (a grid worker’s whistle)' },
  'wrong-state': { zh: '联系市民', en: 'a contact with the citizen' },
}

export const unitWords = {
  zh: {
    page: '承办工作台',
    list: '待办列表',
    sorted: '从上到下先办',
    count: (n: string) => `${n} 件`,
    gone: '已办过',
    pick: (title: string) => `选中待签收：${title}`,
    picked: (n: string) => `已选 ${n} 件待签收`,
    signMany: '批量签收',
    none: '不选',
    noLimit: '不限时',
    urged: (n: string) => `已催 ${n} 次`,
    rework: (n: string) => `重办 ${n} 次`,
    merged: (n: string) => `并 ${n} 件`,
    added: (n: string) => `新补充 ${n} 条`,
    cos: (open: string, all: string) => `协办 ${all}，未回 ${open}`,
    subs: (open: string, all: string) => `下派 ${all}，未回 ${open}`,
    asCo: '协办',
    asSub: '上级下派',
    emptyTodo: '没有待办',
    emptyTodoWhy: '有新派来的工单会提示，不用刷新。',
    emptyTab: '这里没有工单',
    open: '从左边选一件',
    openWhy: '点一行，或按 J 打开下一件。',
    order: '工单',
    back: '回到列表',
    full: '打开完整工单',
    summary: (todo: string, over: string, today: string) => `待办 ${todo} · 已超期 ${over} · 今天到期 ${today}`,
    inTime: (right: string, of: string) => `本月按时 ${right} / ${of}`,
    signed: (n: string) => `已签收 ${n} 件。`,
    signedSome: (ok: string, not: string) => `${ok} 件成功，${not} 件没成`,
    lookAt: '打开看',
    close: '知道了',
    keysNext: '下一件、上一件',
    keysPick: '选中或取消',
    keysPickAll: '选中全部待签收',
    keysSign: '签收打开的这件',
    keysMany: '批量签收',
    keysContact: '登记联系',
    keysFiles: '加附件',
    keysReply: '写办理情况',
    keysSubmit: '提交反馈',
    keysBack: '回到列表',
    keysHelp: '全部键位',
  },
  en: {
    page: 'Unit desk',
    list: 'What is to be done',
    sorted: 'First due first',
    count: (n: string) => `${n}`,
    gone: 'Dealt with',
    pick: (title: string) => `Pick for signing: ${title}`,
    picked: (n: string) => `${n} picked for signing`,
    signMany: 'Sign these',
    none: 'Pick none',
    noLimit: 'no limit',
    urged: (n: string) => `urged ${n}×`,
    rework: (n: string) => `rework ${n}×`,
    merged: (n: string) => `${n} merged`,
    added: (n: string) => `${n} added`,
    cos: (open: string, all: string) => `co ${all}, ${open} open`,
    subs: (open: string, all: string) => `below ${all}, ${open} open`,
    asCo: 'co-unit',
    asSub: 'handed down to you',
    emptyTodo: 'Nothing to do',
    emptyTodoWhy: 'New orders announce themselves.',
    emptyTab: 'No orders here',
    open: 'Choose one at the left',
    openWhy: 'Click a row, or press J for the next one.',
    order: 'the order',
    back: 'Back to the list',
    full: 'Open the whole order',
    summary: (todo: string, over: string, today: string) => `To do ${todo} · overdue ${over} · due today ${today}`,
    inTime: (right: string, of: string) => `in time this month ${right} / ${of}`,
    signed: (n: string) => `${n} signed.`,
    signedSome: (ok: string, not: string) => `${ok} done, ${not} not`,
    lookAt: 'Open it',
    close: 'Understood',
    keysNext: 'next, previous',
    keysPick: 'pick or not',
    keysPickAll: 'pick all to be signed',
    keysSign: 'sign the open one',
    keysMany: 'sign picked',
    keysContact: 'record a contact',
    keysFiles: 'add files',
    keysReply: 'write what was done',
    keysSubmit: 'submit the report',
    keysBack: 'back to the list',
    keysHelp: 'all keys',
  },
}
