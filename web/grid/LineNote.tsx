import { useOnline } from '../citizen/use-online.ts'
import { useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import { useGridOutbox } from './grid-outbox.ts'
import { useGridTasks } from './grid-tasks.ts'
import { wordsOf } from './grid-words.ts'

/** Offline since, what waits, what was refused: always in view, and it leads to the list. */
export function LineNote() {
  const words = useWords(wordsOf)
  const online = useOnline()
  const { waiting, refused, sending } = useGridOutbox()
  const { cut } = useGridTasks()
  const n = waiting.length
  const off = !online || cut
  const lines = [
    ...(off ? [{ tone: 'a', icon: 'offline', text: words.offline(n) } as const] : []),
    ...(!off && n > 0
      ? [{ tone: 'b', icon: 'upload', text: sending ? words.sending(n) : words.waiting(n) } as const]
      : []),
    ...(refused.length > 0 ? [{ tone: 'r', icon: 'info', text: words.refused(refused.length) } as const] : []),
  ]
  return (
    <div className="line-notes" role="status">
      {lines.map(({ tone, icon, text }) => (
        <a key={tone} className={`line-note ${tone}`} href="#outbox">
          <Icon name={icon} size={20} />
          <span>{text}</span>
        </a>
      ))}
    </div>
  )
}
