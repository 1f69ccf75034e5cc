import type { GridWhistle } from '#contract/grid.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { momentWords } from '../words/time.ts'
import { wordsOf } from './grid-words.ts'

const OPEN: readonly GridWhistle['state'][] = ['in-handling', 'rework', 'in-adjudication', 'suspended']

type Stage = 'waits' | 'sent' | 'late' | 'here' | 'over'

function stageOf(whistle: GridWhistle, now: number): Stage {
  if (whistle.arrivedAt !== null && OPEN.includes(whistle.state)) return 'here'
  if (OPEN.includes(whistle.state))
    return whistle.arriveBy !== null && Date.parse(whistle.arriveBy) < now ? 'late' : 'sent'
  return ['pending-dispatch', 'pending-review', 'draft'].includes(whistle.state) ? 'waits' : 'over'
}
const TONE = { waits: '', sent: ' a', late: ' r', here: ' g', over: '' } as const

/** 吹哨: what became of one's own reports, and whether the department has come. */
export function WhistleList({ whistles }: { whistles: readonly GridWhistle[] }) {
  const words = useWords(wordsOf)
  const language = useLanguage()
  const now = useNow()
  if (whistles.length === 0) return <p className="nothing">{words.noneWhistled}</p>
  return (
    <ul className="tasks">
      {whistles.map((whistle) => {
        const stage = stageOf(whistle, now)
        return (
          <li key={whistle.orderId} className="still">
            <span className="ti">
              <b>{whistle.title}</b>
            </span>
            <span className="pl">
              {whistle.leadUnitName ?? ''}
              {whistle.arrivedAt !== null && ` · ${words.arrivedAt(momentWords(whistle.arrivedAt, now, language))}`}
              {whistle.arrivedAt === null &&
                whistle.arriveBy !== null &&
                (stage === 'sent' || stage === 'late') &&
                ` · ${words.arriveBy(momentWords(whistle.arriveBy, now, language))}`}
            </span>
            <span className="me">
              <span className={`tag${TONE[stage]}`}>{words.whistleState[stage]}</span>
              <span>{momentWords(whistle.at, now, language)}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
