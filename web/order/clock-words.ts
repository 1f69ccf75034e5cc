import type { ClockCode } from '#domain/city/vocabulary.ts'
import type { Language, Words } from '../language.ts'

/** What a clock asks for, as its row is called. */
export const clockNames: Record<ClockCode, Words> = {
  C1: { zh: '派单', en: 'Dispatch' },
  C2: { zh: '签收', en: 'Sign' },
  C3: { zh: '联系', en: 'Contact' },
  C4: { zh: '到场', en: 'Arrive' },
  C5: { zh: '答复', en: 'Answer' },
  C6: { zh: '审核', en: 'Review' },
  C7: { zh: '回访', en: 'Call back' },
  C8: { zh: '重办', en: 'Redo' },
  C9: { zh: '退单', en: 'Return' },
  C10: { zh: '延期', en: 'Extend' },
  C11: { zh: '裁定', en: 'Rule' },
}

/** What is owed next, as the top of the story says it: 应当答复市民。 */
export const dutyNames: Record<ClockCode, Words> = {
  C1: { zh: '应当派单', en: 'It is to be dispatched' },
  C2: { zh: '应当签收', en: 'It is to be signed for' },
  C3: { zh: '应当联系市民', en: 'The citizen is to be contacted' },
  C4: { zh: '应当到场', en: 'Somebody is to be at the place' },
  C5: { zh: '应当答复市民', en: 'The citizen is to be answered' },
  C6: { zh: '应当审核答复', en: 'The reply is to be reviewed' },
  C7: { zh: '应当回访', en: 'The citizen is to be called back' },
  C8: { zh: '应当办完重办', en: 'It is to be done again' },
  C9: { zh: '应当答复退单', en: 'The return is to be decided' },
  C10: { zh: '应当答复延期', en: 'The extension is to be decided' },
  C11: { zh: '应当裁定由谁办', en: 'It is to be ruled whose it is' },
}

export const clockWordsOf = {
  zh: {
    citizens: '市民的时钟',
    citizensRule: '自受理起，从不重置',
    units: '单位的时钟',
    unitsRule: '自派单起，退单不停',
    hotlines: '热线的时钟',
    how: '怎么算的',
    used: (percent: string) => `时限已过 ${percent} %`,
    inTime: '按时',
    dropped: '随工单终止',
    late: (span: string) => `超 ${span}`,
    by: (due: string) => `${due} 前`,
    answerBy: (due: string) => `${due} 前答复`,
    wasDue: (due: string) => `${due} 到期`,
    start: '受理日',
    rest: '休息',
    makeUp: (name: string) => `${name}调休`,
    notCounted: '不计',
    day: (n: string) => `第 ${n} 日`,
    today: '今天',
    provisional: '这一年的放假安排还没公布，暂按平日推算',
    rule: (profile: string, limit: string) => `${profile}：${limit}`,
    calendar: (name: string, version: string) => `${name} · 日历 ${version}`,
    more: (n: string) => `中间 ${n} 天略，见下面的说明`,
    natural: '自然时，不分昼夜，含周末',
    none: '没有时限。',
  },
  en: {
    citizens: 'The citizen’s clock',
    citizensRule: 'from receipt, never reset',
    units: 'The units’ clocks',
    unitsRule: 'from dispatch, a return does not stop them',
    hotlines: 'The hotline’s clocks',
    how: 'How it is counted',
    used: (percent: string) => `${percent} % of the time has passed`,
    inTime: 'in time',
    dropped: 'ended with the order',
    late: (span: string) => `${span} over`,
    by: (due: string) => `by ${due}`,
    answerBy: (due: string) => `answer by ${due}`,
    wasDue: (due: string) => `was due ${due}`,
    start: 'received',
    rest: 'day off',
    makeUp: (name: string) => `make-up (${name})`,
    notCounted: 'not counted',
    day: (n: string) => `day ${n}`,
    today: 'today',
    provisional: 'The holidays of that year are not published yet; plain weekdays are taken',
    rule: (profile: string, limit: string) => `${profile}: ${limit}`,
    calendar: (name: string, version: string) => `${name} · calendar ${version}`,
    more: (n: string) => `${n} days between are left out; see the words below`,
    natural: 'day and night, weekends included',
    none: 'No limits.',
  },
}

const WEEK: Record<Language, readonly string[]> = {
  zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
/** 20 周五, and the month where it begins. */
export function dayName(day: string, weekday: number, first: boolean, language: Language): string {
  const [, month, date] = day.split('-').map(Number)
  const name = WEEK[language][weekday - 1] ?? ''
  const withMonth = first || date === 1
  if (language === 'zh') return `${withMonth ? `${month}.` : ''}${date} ${name}`
  return `${name} ${date}${withMonth ? `/${month}` : ''}`
}
