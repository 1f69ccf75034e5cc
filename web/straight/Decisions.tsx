import type { StraightDecision } from '#contract/straight-through.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { momentWords } from '../words/time.ts'
import { straightWords } from './straight-words.ts'
import './straight.css'

type Condition = StraightDecision['conditions'][number]

function Conditions({ list }: { list: readonly Condition[] }) {
  const words = useWords(straightWords)
  const say = useSay()
  return (
    <ul aria-label={words.conditions}>
      {list.map(({ condition, held, words: told }) => (
        <li key={condition} className={held ? 'm2' : 'failed'}>
          <Icon name={held ? 'check' : 'close'} size={14} /> {!held && <b>{words.failed} </b>}
          {say(told)}
        </li>
      ))}
    </ul>
  )
}

/** Every condition with what was found; those that failed stand open, since they are the answer. */
export function Decision({ one, fold = false }: { one: StraightDecision; fold?: boolean }) {
  const words = useWords(straightWords)
  const [language, now] = [useLanguage(), useNow()]
  const when = momentWords(one.at, now, language)
  const failed = one.conditions.filter(({ held }) => !held)
  const held = one.conditions.filter((condition) => condition.held)
  return (
    <div className="straightwhy">
      <p className="s">
        {one.went ? words.byPlatform(when) : words.notByPlatform(when)}
        {one.unitName !== null && one.score !== null && (
          <span className="m2"> · {words.recommended(one.unitName, one.score.toFixed(2))}</span>
        )}
      </p>
      {failed.length > 0 && <Conditions list={failed} />}
      {held.length > 0 && (
        <details open={!fold}>
          <summary className="s">{words.heldCount(held.length, one.conditions.length)}</summary>
          <Conditions list={held} />
        </details>
      )}
      <p className="xs m3">{[one.rule, words.version(one.ruleVersion)].filter(Boolean).join(' · ')}</p>
    </div>
  )
}
