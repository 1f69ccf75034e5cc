import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { LightDot } from '../ui/Light.tsx'
import { leftWords } from '../words/time.ts'
import { wordsOf } from './grid-words.ts'
import type { LocalTask } from './use-tasks.ts'

/** One line of the list, a target as wide as the phone. */
export function TaskRow({ task, metres, number }: { task: LocalTask; metres: number; number: string | null }) {
  const words = useWords(wordsOf)
  const language = useLanguage()
  const now = useNow()
  const due = task.duty?.due ?? task.answer?.due ?? null
  const open = task.duty !== null && !task.settled
  return (
    <li>
      <a href={`#task/${task.orderId}/${task.n}`}>
        <span className="ti">
          <LightDot light={task.light} />
          {number !== null && <span className="no">{number}</span>}
          <b>{task.title}</b>
        </span>
        <span className="pl">{task.address ?? task.regionName}</span>
        <span className="me">
          {open && due !== null && (
            <span className={now > Date.parse(due) ? 'late' : ''}>
              {task.duty !== null && words.duty[task.duty.kind]} {leftWords(due, now, language)}
            </span>
          )}
          {Number.isFinite(metres) && <span>{words.metres(metres)}</span>}
          {task.post === 'backup' && <span className="tag">{words.backup}</span>}
          {task.there && <span className="tag g">{words.arrived}</span>}
          {task.unsent.length > 0 && <span className="tag a">{words.unsent}</span>}
          {task.urgeCount > 0 && open && <span className="tag r">{words.urged(task.urgeCount)}</span>}
        </span>
      </a>
    </li>
  )
}
