import type { ClockView } from '#contract/views.ts'
import { momentWords } from '#domain/deadline/time-words.ts'
import { instantOf } from '#domain/ids.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { limitWords } from '../words/limit.ts'
import { ClockReckoning } from './ClockCard.tsx'
import { standingOf } from './clock-standing.ts'
import { clockNames, clockWordsOf } from './clock-words.ts'

/** By unit in the order of dispatch, each unit's clocks in the order of the work. */
function byUnit(clocks: readonly ClockView[]): [string, ClockView[]][] {
  const groups = new Map<string, ClockView[]>()
  for (const clock of clocks) {
    const name = clock.unitName ?? ''
    groups.set(name, [...(groups.get(name) ?? []), clock])
  }
  return [...groups]
}

function Row({ clock }: { clock: ClockView }) {
  const words = useWords(clockWordsOf)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const standing = standingOf(clock, now, language)
  return (
    <tr>
      <td>{say(clockNames[clock.code])}</td>
      <td className="wraps">
        {words.by(momentWords(clock.due, instantOf(now), language, true))}{' '}
        <span className="m3">· {limitWords(clock.limit, language)}</span>
      </td>
      <td className={`r ${standing.tone}`.trim()}>
        {standing.kept !== null && <Icon name={standing.kept ? 'check' : 'clock'} size={14} />}
        {standing.words}
      </td>
    </tr>
  )
}

/** What each unit owes and how it stands; one line a clock, the reckoning below. */
export function UnitClocks({ clocks, label }: { clocks: readonly ClockView[]; label: string }) {
  const groups = byUnit(clocks)
  return (
    <>
      {groups.map(([unit, own]) => (
        <div key={unit} className="unitclocks">
          {unit !== '' && groups.length > 1 && <h3 className="xs m2">{unit}</h3>}
          <table className="tbl" aria-label={unit === '' ? label : `${label} ${unit}`}>
            <tbody>
              {own.map((clock) => (
                <Row key={clock.id} clock={clock} />
              ))}
            </tbody>
          </table>
          {own.slice(-1).map((clock) => (
            <ClockReckoning key={clock.id} clock={clock} />
          ))}
        </div>
      ))}
    </>
  )
}
