import type { ReactNode } from 'react'
import { useWords } from '../language.ts'
import { Kbd } from './Kbd.tsx'

type Suggestion<T> = {
  value: T
  code?: string
  name: string
  why: ReactNode
  /** 0–1; null where the machine gives a reason but no probability */
  share: number | null
}

const wordsOf = {
  zh: { none: '没有把握，请人工选择。', unsure: '还没到可以直接采用的把握，请人工选：' },
  en: { none: 'Not sure; a person decides.', unsure: 'Not sure enough to be taken as it is; choose:' },
}

/** At most three, best first, each with its reason, its share and the key that takes it. The machine proposes, a person adopts. */
export function Suggestions<T>(props: {
  label: string
  suggestions: readonly Suggestion<T>[]
  chosen: (value: T) => boolean
  onAdopt: (value: T) => void
  /** false: the machine abstains, and what it lists is what it would look at */
  sure?: boolean
  /** first key: 1 makes 1, 2, 3; null: no keys */
  firstKey?: number | null
  /** held with the number, where numbers alone are typed */
  modifier?: 'Alt'
}) {
  const words = useWords(wordsOf)
  if (props.suggestions.length === 0) return <p className="help">{words.none}</p>
  const first = props.firstKey === undefined ? 1 : props.firstKey
  return (
    <>
      {props.sure === false && <p className="help">{words.unsure}</p>}
      <ul className={props.modifier === undefined ? 'sug' : 'sug alt'} aria-label={props.label}>
        {props.suggestions.slice(0, 3).map((one, i) => (
          <li key={one.code ?? one.name} className={props.chosen(one.value) ? 'on' : undefined}>
            <button
              type="button"
              aria-pressed={props.chosen(one.value)}
              aria-keyshortcuts={
                first === null ? undefined : `${props.modifier === undefined ? '' : 'Alt+'}${first + i}`
              }
              onClick={() => props.onAdopt(one.value)}
            >
              {first === null ? <span /> : <Kbd>{`${props.modifier === undefined ? '' : 'Alt '}${first + i}`}</Kbd>}
              <span className="cut" style={{ textAlign: 'left' }}>
                {one.code !== undefined && <span className="code">{one.code} </span>}
                <b>{one.name}</b> <span className="why">{one.why}</span>
              </span>
              <span className="p">{one.share === null ? '' : `${Math.round(one.share * 100)} %`}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
