import type { ClockView } from '#contract/views.ts'
import { useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { lightTone } from '../ui/Light.tsx'
import { clockWordsOf } from './clock-words.ts'

/**
 * How much of the clock's own time is used: natural minutes of an hour limit, working minutes of a working-day limit, the
 * same share that lights and reminders go by. The marks are the city's reminders at 50 and 75 %.
 */
export function ClockMeter({ clock }: { clock: ClockView }) {
  const words = useWords(clockWordsOf)
  const now = useNow()
  const percent = Math.min(100, Math.round(clock.usedShare * 100))
  const over = clock.stoppedAt === null ? Date.parse(clock.due) < now : clock.late
  return (
    <div
      className={`meter ${over ? 'red' : lightTone(clock.light)}`}
      role="meter"
      aria-label={words.used(String(percent))}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <i style={{ width: `${over ? 100 : percent}%` }} />
      {clock.marks
        .filter((mark) => mark.percent < 90)
        .map((mark) => (
          <u key={mark.percent} style={{ left: `${mark.percent}%` }} title={`${mark.percent} %`} />
        ))}
    </div>
  )
}
