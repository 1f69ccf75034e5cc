import { type Cue, type CueAnswer, type CueModel, type CueText, weighCues } from './cues.ts'
import type { Safety } from './find-safety.ts'
import type { Found } from './found.ts'
import { gravity } from './safety-words.ts'

const URGENCIES = ['normal', 'urgent', 'critical'] as const
type UrgencyWord = (typeof URGENCIES)[number]

/** Weights set by hand, the temperature as for the request's type (log-likelihood .092 a sentence). */
const MODEL: CueModel<UrgencyWord> = {
  answers: URGENCIES,
  prior: { normal: 2, urgent: 0, critical: -1.2 },
  temperature: 0.45,
  cues: [
    {
      words: /马上|立即|立刻|赶紧|赶快|火速|紧急|十万火急|救命|快(?:派|来|叫|点来)|来不及|现在就|急需/u,
      for: { urgent: 1, critical: 1 },
    },
    { words: /救护车|消防(?:车|员)|110|119|120|报警/u, for: { urgent: 0.8, critical: 0.8 } },
    { words: /危险|安全隐患|隐患|出事|事故|危及|随时(?:可能|会)/u, for: { urgent: 1 } },
    {
      words:
        /(?:孕妇|婴儿|新生儿|重病|病危|透析|瘫痪|急救|住院|手术|一百多户|全村|整个小区|全小区|整栋).{0,14}(?:停|断|没)(?:了)?(?:水|电|气|暖)|(?:停|断|没)(?:了)?(?:水|电|气|暖).{0,14}(?:[二三四五六七八九十两\d]+天|孕妇|婴儿|老人|病人|重病|全村|没有水喝)/,
      for: { urgent: 1.8 },
    },
    { words: /走失|失踪|不见了人|找不到(?:孩子|人|老人)/u, for: { urgent: 2 } },
    {
      words:
        /正在(?:烧|漏|冒|塌|打|燃|喷)|火势|越来越大|还在(?:漏|烧|冒|喷)|里面还有|有人(?:站|要|在楼顶)|被压|昏迷|不省人事|没有呼吸|大出血/,
      for: { critical: 1.8, urgent: 0.5 },
    },
    { words: /咨询|请问|想问|建议|表扬|感谢|政策|演练|培训|前年|去年|以前/u, for: { normal: 1.2 } },
    { words: /讨薪|拖欠.{0,12}(?:工资|薪)|农民工/u, for: { urgent: 0.4 } },
  ],
}

type Danger = Found<Safety> & { field: CueText['field']; text: string }

/** What danger adds: the gravest fully, others little; what is only feared little. */
function ofSafety(found: readonly Danger[]) {
  const seen = new Map<string, Danger>()
  for (const one of found) if (seen.get(one.value.class)?.value.feared !== false) seen.set(one.value.class, one)
  const isGrave = ({ value }: Danger) => gravity[value.class] === 'critical' && !value.feared
  const grave = [...seen.values()].some(isGrave)
  return [...seen.values()].map((one) => {
    const { value, field, from, to, text } = one
    const full: Cue<UrgencyWord>['for'] = isGrave(one) ? { urgent: 1, critical: 4.5 } : { urgent: 3, critical: 0.6 }
    return {
      cue: { words: /$/u, for: full },
      span: { text, field, from, to },
      factor: value.feared || (grave && !isGrave(one)) ? 0.35 : 1,
    }
  })
}

/** Urgency with calibrated probability and the words for it; all three, the likeliest first. */
export const weighUrgency = (texts: readonly CueText[], safety: readonly Danger[]): CueAnswer<UrgencyWord>[] =>
  weighCues(MODEL, texts, ofSafety(safety))
