import type { StraightDecision } from '#contract/straight-through.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { momentWords } from '../words/time.ts'
import { straightWords } from './straight-words.ts'
import './straight.css'

/** Every condition with what was found; those that failed come first, since they are the answer. */
export function Decision({ one }: { one: StraightDecision }) {
  const words = useWords(straightWords)
  const say = useSay()
  const [language, now] = [useLanguage(), useNow()]
  const when = momentWords(one.at, now, language)
  const sorted = one.conditions.toSorted((a, b) => Number(a.held) - Number(b.held))
  return (
    <div className="straightwhy">
      <p className="s">
        {one.went ? words.byPlatform(when) : words.notByPlatform(when)}
        {one.unitName !== null && one.score !== null && (
          <span className="m2"> · {words.recommended(one.unitName, one.score.toFixed(2))}</span>
        )}
      </p>
      <ul aria-label={words.conditions}>
        {sorted.map(({ condition, held, words: told }) => (
          <li key={condition} className={held ? 'm2' : 'failed'}>
            <Icon name={held ? 'check' : 'close'} size={14} /> {!held && <b>{words.failed} </b>}
            {say(told)}
          </li>
        ))}
      </ul>
      <p className="xs m3">{[one.rule, words.version(one.ruleVersion)].filter(Boolean).join(' · ')}</p>
    </div>
  )
}
