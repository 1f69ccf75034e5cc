import type { FactKind } from '#contract/facts.ts'
import type { Words } from '../language.ts'
import type { ProposedField } from './proposals.ts'

export const factKindWords: Record<FactKind, Words> = {
  place: { zh: '地点', en: 'place' },
  respondent: { zh: '被反映', en: 'against' },
  time: { zh: '时间', en: 'when' },
  recurrence: { zh: '规律', en: 'how often' },
  duration: { zh: '多久', en: 'how long' },
  amount: { zh: '金额', en: 'amount' },
  headcount: { zh: '人数', en: 'people' },
  personal: { zh: '个人信息', en: 'personal' },
  safety: { zh: '安全', en: 'safety' },
  emotion: { zh: '情绪', en: 'mood' },
  demand: { zh: '诉求', en: 'wish' },
}

const fieldZh: Record<ProposedField, string> = {
  type: '类型',
  place: '地点',
  urgency: '程度',
  respondent: '被诉主体',
  demand: '具体诉求',
  occurredAt: '事发时间',
  hazard: '安全隐患',
  placeType: '地点类型',
  ownership: '权属',
  respondentType: '主体类型',
}
const fieldEn: Record<ProposedField, string> = {
  type: 'type',
  place: 'place',
  urgency: 'urgency',
  respondent: 'against',
  demand: 'wish',
  occurredAt: 'when',
  hazard: 'hazard',
  placeType: 'kind of place',
  ownership: 'ownership',
  respondentType: 'kind of body',
}

export const understoodWords = {
  zh: {
    title: '从文字里读到',
    field: fieldZh,
    hazard: '可能有安全隐患',
    proposals: '可以填入',
    facts: '要素，按下即选中原文',
    adoptSure: '填入有把握的',
    transcript: '通话填单',
    unsure: '没有把握',
    nothing: '写几个字，这里显示从文字里读到的地点、时间、对象，按一下就填入。',
    none: '没有读到更多要素。',
    failed: '暂时读不了，请照常填写。',
    gone: '这几个字已经改掉了。',
    more: (n: number) => `还有 ${n} 项`,
  },
  en: {
    title: 'Read in the text',
    field: fieldEn,
    hazard: 'may be a hazard',
    proposals: 'Could be filled in',
    facts: 'Facts; press one to see it in the text',
    adoptSure: 'Fill in what is sure',
    transcript: 'from a call',
    unsure: 'not sure',
    nothing: 'Write a few words: places, times and names in them show here and fill in with one press.',
    none: 'No further facts were read.',
    failed: 'Cannot read just now; fill in as usual.',
    gone: 'These words were changed.',
    more: (n: number) => `${n} more`,
  },
}
