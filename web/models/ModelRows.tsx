import type { ModelView } from '#contract/models.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Tag } from '../ui/Tag.tsx'
import { momentWords } from '../words/time.ts'
import { modelsWords, originWords, stateWords } from './models-words.ts'
import { rate, whole } from './rate.ts'

const TONE = { draft: 'a', 'in-force': 'b', refused: 'r', retired: undefined } as const

export function StateTag({ state }: { state: ModelView['state'] }) {
  const say = useSay()
  const tone = TONE[state]
  return <Tag {...(tone === undefined ? {} : { tone })}>{say(stateWords[state])}</Tag>
}

/** All models, newest first; the chosen one's card lies beside. */
export function ModelRows(props: {
  models: readonly ModelView[]
  chosen: number | null
  onChoose: (number: number) => void
}) {
  const words = useWords(modelsWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  return (
    <ul className="models-rows" aria-label={words.list}>
      {props.models.map((model) => {
        const { figures, learned } = model.card
        return (
          <li key={model.number} className={model.number === props.chosen ? 'on' : undefined}>
            <button
              type="button"
              className="row-link"
              aria-current={model.number === props.chosen || undefined}
              onClick={() => props.onChoose(model.number)}
            >
              {words.model(String(model.number))}
            </button>
            <StateTag state={model.state} />
            <span className="end s nw">{figures === null ? '—' : rate(figures.right, figures.of)}</span>
            <span className="xs m3 under">
              {say(originWords[model.origin])} · {momentWords(model.madeAt, now, language)}
              {learned.orders > 0 && ` · ${words.learnedOrders(whole(learned.orders), whole(learned.corrected))}`}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
