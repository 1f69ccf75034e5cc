import { reportUpWords } from '#contract/grid-words.ts'
import type { AssignmentView, OrderView } from '#contract/views.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Tag } from '../ui/Tag.tsx'
import { momentWords } from '../words/time.ts'

const wordsOf = {
  zh: {
    grid: '网格直派',
    backup: '代班网格员',
    told: (street: string) => `已告知 ${street}，计入街道`,
    up: (why: string, when: string) => `${when} 网格上报：${why}`,
  },
  en: {
    grid: 'grid worker',
    backup: 'stand-in grid worker',
    told: (street: string) => `${street} was told and counts it`,
    up: (why: string, when: string) => `${when}: reported up, ${why}`,
  },
}

/** Beside the unit's name: that a grid worker has it, not a desk. */
export function GridTag({ assignment }: { assignment: AssignmentView }) {
  const words = useWords(wordsOf)
  if (assignment.grid === null) return null
  return <Tag>{assignment.grid.post === 'main' ? words.grid : words.backup}</Tag>
}

/** The street's shadow notice, and why the matter left the grid again. */
export function GridNote({ assignment, order }: { assignment: AssignmentView; order: Pick<OrderView, 'reportsUp'> }) {
  const words = useWords(wordsOf)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  if (assignment.grid === null) return null
  const { streetName } = assignment.grid
  const ups = order.reportsUp.filter((up) => up.assignment === assignment.id)
  return (
    <>
      {streetName !== null && <p className="xs m3">{words.told(streetName)}</p>}
      {ups.map((up) => (
        <p key={up.at} className="s">
          {words.up(say(reportUpWords[up.ground]), momentWords(up.at, now, language))}
          {up.note !== null && `，${up.note}`}
        </p>
      ))}
    </>
  )
}
