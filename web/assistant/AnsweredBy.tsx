import type { Instead } from '#contract/assistant.ts'
import { useSay, useWords, type Words } from '../language.ts'

const insteadWords: Record<Instead, Words> = {
  'over-budget': { zh: '大模型今天的额度已用完，', en: 'The language model’s budget for today is used up: ' },
  'timed-out': { zh: '大模型没有按时答复，', en: 'The language model did not answer in time: ' },
  failed: { zh: '大模型服务出错，', en: 'The language model’s service failed: ' },
  unreadable: { zh: '大模型的答复不合要求，', en: 'The language model’s answer could not be used: ' },
}

/** Who made the proposal, and why not the other; it is never adopted by itself. */
export function AnsweredBy({ by, instead }: { by: 'built-in' | 'language-model'; instead: Instead | null }) {
  const say = useSay()
  const words = useWords({
    zh: { own: '由内置方法从原文整理，请核对。', model: '由大模型根据脱敏后的文字整理，请逐项核对。' },
    en: {
      own: 'made of the text by the built-in means; check it.',
      model: 'Made by the language model from masked words; check every line.',
    },
  })
  return (
    <p className="xs m3">
      {instead !== null && say(insteadWords[instead])}
      {by === 'language-model' ? words.model : words.own}
    </p>
  )
}
