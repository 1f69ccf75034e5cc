export type Words = { zh: string; en: string }

/** Words for the small vocabularies of events, in both languages; timeline and story read the same tables. */
export const METHOD: Record<string, Words> = {
  phone: { zh: '电话', en: 'by phone' },
  visit: { zh: '上门', en: 'in person' },
  sms: { zh: '短信', en: 'by text message' },
  wechat: { zh: '微信', en: 'by WeChat' },
}
export const RESULT: Record<string, Words> = {
  'no-answer': { zh: '无人接听', en: 'no answer' },
  refused: { zh: '拒绝', en: 'refused' },
  'wrong-number': { zh: '号码有误', en: 'wrong number' },
}
export const SOLVED: Record<string, Words> = {
  solved: { zh: '已解决', en: 'solved' },
  partly: { zh: '部分解决', en: 'partly solved' },
  unsolved: { zh: '未解决', en: 'unsolved' },
  explained: { zh: '已解释说明', en: 'explained' },
  planned: { zh: '已列入计划', en: 'planned' },
}
export const GROUND: Record<string, Words> = {
  satisfied: { zh: '群众认可', en: 'the citizen is content' },
  unreachable: { zh: '多次回访未接通', en: 'the citizen could not be reached' },
  'reasonable-handling': { zh: '已合理办理并说明', en: 'handled reasonably and explained' },
  anonymous: { zh: '匿名诉求', en: 'anonymous request' },
  'no-reply-wanted': { zh: '群众不需回复', en: 'no reply wanted' },
  'attempts-failed': { zh: '多次联系未果', en: 'contact attempts failed' },
  recheck: { zh: '回头看', en: 'recheck' },
  'same-appellant': { zh: '同一诉求人再次反映', en: 'the same citizen came back' },
}
export const wordsOf = (table: Record<string, Words>, key: string): Words => table[key] ?? { zh: key, en: key }
