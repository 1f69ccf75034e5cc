import type { ClockView } from '#contract/views.ts'
import { naturalShare } from '#domain/deadline/time-words.ts'
import { instantOf } from '#domain/ids.ts'
import { useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { lightTone } from '../ui/Light.tsx'
import { clockWordsOf } from './clock-words.ts'

/** Natural time on the track; the marks stand where the city's reminders at 50 and 75 % of the clock's own time fall. */
export function ClockMeter({ clock }: { clock: ClockView }) {
  const words = useWords(clockWordsOf)
  const now = useNow()
  const along = clock.stoppedAt === null ? naturalShare(clock.from, clock.due, instantOf(now)) : clock.along
  const percent = Math.round(along * 100)
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
          <u key={mark.percent} style={{ left: `${mark.along * 100}%` }} title={`${mark.percent} %`} />
        ))}
    </div>
  )
}
