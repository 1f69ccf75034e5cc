import { useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Field } from '../ui/Field.tsx'
import { callbackWords } from './callback-words.ts'

const SHANGHAI_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** Tomorrow at an hour of Shanghai, as an instant. */
const tomorrowAt = (now: number, minutes: number): string => {
  const midnight = Math.floor((now + SHANGHAI_MS) / DAY_MS) * DAY_MS - SHANGHAI_MS
  return new Date(midnight + DAY_MS + minutes * 60_000).toISOString()
}

/** The box of the browser speaks local time without a zone: it is Shanghai's here, whatever the computer is set to. */
const boxOf = (at: string): string =>
  at === '' ? '' : new Date(Date.parse(at) + SHANGHAI_MS).toISOString().slice(0, 16)
const ofBox = (text: string): string => {
  const ms = Date.parse(`${text}:00+08:00`)
  return Number.isNaN(ms) ? '' : new Date(ms).toISOString()
}

/** When to try again: one press for the usual answers, a box for any other. */
export function NextTime(props: { value: string; onChange: (at: string) => void; hours: number }) {
  const words = useWords(callbackWords)
  const now = useNow()
  const usual = [
    { label: words.inTwo, at: new Date(Math.ceil(now / 300_000) * 300_000 + 2 * HOUR_MS).toISOString() },
    { label: words.tomorrowAm, at: tomorrowAt(now, 9 * 60) },
    { label: words.tomorrowPm, at: tomorrowAt(now, 14 * 60 + 30) },
  ]
  const past = props.value !== '' && Date.parse(props.value) <= now
  return (
    <Field
      label={words.nextTime}
      fault={past ? words.past : null}
      {...(props.value === '' ? { help: words.spreadHelp(String(props.hours)) } : {})}
    >
      {(field) => (
        <div className="nexttime">
          <div className="flex wrap">
            {usual.map((one) => (
              <button
                key={one.label}
                type="button"
                className="btn sm"
                aria-pressed={props.value === one.at}
                onClick={() => props.onChange(one.at)}
              >
                {one.label}
              </button>
            ))}
            <button
              type="button"
              className="btn sm"
              aria-pressed={props.value === ''}
              onClick={() => props.onChange('')}
            >
              {words.spread}
            </button>
          </div>
          <div className="in">
            <input
              {...field}
              type="datetime-local"
              title={words.own}
              value={boxOf(props.value)}
              onChange={(event) => props.onChange(ofBox(event.target.value))}
            />
          </div>
        </div>
      )}
    </Field>
  )
}
