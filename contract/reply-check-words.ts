import type { Words } from './event-words.ts'
import type { ReplyFault, ReplyReason, ReplyScore } from './reply-check.ts'

/** What a finding says and what would mend it; `defect` is how a reviewer names the same fault. */
export const faultWords: Readonly<Record<ReplyFault, { name: Words; mend: Words; defect: Words }>> = {
  empty: {
    name: { zh: '空话', en: 'Empty phrase' },
    mend: { zh: '写做了什么、查到什么、哪天完成', en: 'Say what was done, found, and when it will be finished' },
    defect: { zh: '措辞市民看不懂', en: 'a citizen will not understand it' },
  },
  unanswered: {
    name: { zh: '没有回应这一点', en: 'Not answered' },
    mend: { zh: '逐条回应市民的要求', en: 'Take up each wish of the citizen' },
    defect: { zh: '没有回应市民的要求', en: 'does not meet the wish' },
  },
  'no-basis': {
    name: { zh: '没有依据', en: 'No basis' },
    mend: { zh: '写明法规、政策或合同条款', en: 'Name the law, rule or contract it rests on' },
    defect: { zh: '没有政策依据', en: 'no basis in policy' },
  },
  copied: {
    name: { zh: '套用旧答复', en: 'Copied' },
    mend: { zh: '改成这件事的地点、经过和结果', en: 'Say the place, course and result of this matter' },
    defect: { zh: '没有回应市民的要求', en: 'does not meet the wish' },
  },
  personal: {
    name: { zh: '个人信息', en: 'Personal data' },
    mend: { zh: '删去或遮盖', en: 'Leave it out or mask it' },
    defect: { zh: '公开了个人信息', en: 'gives away personal data' },
  },
  contradiction: {
    name: { zh: '与“是否解决”矛盾', en: 'Against “Solved?”' },
    mend: { zh: '改“是否解决”，或改这句话', en: 'Change the answer to “Solved?” or this sentence' },
    defect: { zh: '答复与事实不符', en: 'does not fit the facts' },
  },
  'no-date': {
    name: { zh: '没说何时完成', en: 'No date' },
    mend: { zh: '写明完成时间或下次答复的日期', en: 'Say when it will be done, or when you will report again' },
    defect: { zh: '没有说明何时完成', en: 'no date of completion' },
  },
}

export const markWords: Readonly<Record<keyof ReplyScore, Words>> = {
  relevance: { zh: '相关', en: 'Relevance' },
  logic: { zh: '条理', en: 'Logic' },
  solution: { zh: '办法', en: 'Solution' },
  timeliness: { zh: '时效', en: 'Timeliness' },
  attitude: { zh: '态度', en: 'Attitude' },
}

export const reasonWords: Readonly<Record<ReplyReason, Words>> = {
  'points-answered': { zh: '回应了市民的要求', en: 'takes up the wishes' },
  'same-words': { zh: '说的是同一件事', en: 'speaks of the same matter' },
  'long-enough': { zh: '说得充分', en: 'says enough' },
  'says-found': { zh: '写了核查情况', en: 'says what was found' },
  'says-why': { zh: '写了原因', en: 'says why' },
  consistent: { zh: '前后一致', en: 'no contradiction' },
  'says-done': { zh: '写了做了什么', en: 'says what was done' },
  concrete: { zh: '有数量', en: 'has figures' },
  basis: { zh: '有依据', en: 'names a basis' },
  dated: { zh: '有日期或期限', en: 'has a date' },
  contacted: { zh: '已联系市民', en: 'the citizen was contacted' },
  greets: { zh: '有称呼', en: 'greets' },
  thanks: { zh: '致谢', en: 'thanks' },
  regrets: { zh: '致歉或体谅', en: 'is sorry or understands' },
  'whom-to-ask': { zh: '告知找谁', en: 'says whom to ask' },
  'empty-phrases': { zh: '空话多', en: 'many empty phrases' },
}
