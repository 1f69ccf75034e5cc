import { useState } from 'react'
import type { AssignmentView, ClockView } from '#contract/views.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { ClockCard } from '../order/ClockCard.tsx'
import { ClockMeter } from '../order/ClockMeter.tsx'
import { standingOf } from '../order/clock-standing.ts'
import { clockNames } from '../order/clock-words.ts'
import { UnitClocks } from '../order/UnitClocks.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { momentWords } from '../words/time.ts'
import { arrivalOf, citizensClock, mainClock } from './main-clock.ts'
import { orderWords } from './order-words.ts'

/** What has been done of the unit's duties, ticked; what is still owed stays grey. */
function Ticks({ mine, clocks }: { mine: AssignmentView; clocks: readonly ClockView[] }) {
  const words = useWords(orderWords)
  const arrival = arrivalOf(clocks, mine.id)
  const reached = mine.contactedAt !== null || mine.contactExempt
  const ticks = [
    { word: words.signed, done: mine.signedAt !== null, shown: true },
    {
      word: mine.contactExempt && mine.contactedAt === null ? words.exempt : words.contacted,
      done: reached,
      shown: true,
    },
    { word: words.arrived, done: arrival === 'done', shown: arrival !== 'none' },
  ]
  return (
    <span className="ticks">
      {ticks
        .filter((tick) => tick.shown)
        .map((tick) => (
          <span key={tick.word} className={tick.done ? undefined : 'todo'}>
            <Icon name={tick.done ? 'check' : 'clock'} size={14} />
            {tick.word}
          </span>
        ))}
    </span>
  )
}

/** The clock that runs out first, in words, with its meter; "怎么算的" opens the reckoning of all that bind this unit. */
export function ClockHead({ mine, clocks }: { mine: AssignmentView; clocks: readonly ClockView[] }) {
  const words = useWords(orderWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const [open, setOpen] = useState(false)
  const clock = mainClock(clocks, mine.id)
  if (clock === undefined) return <div className="clock" />
  const standing = standingOf(clock, now, language)
  const name = say(clockNames[clock.code])
  const own = clocks.filter((one) => one.assignment === mine.id)
  const promise = citizensClock(clocks)
  const answers = clock.code === 'C5' || clock.code === 'C8'
  return (
    <div className="clock">
      <div className="flex between">
        <span className={`big ${standing.tone === 'c-green' ? '' : standing.tone}`.trim()}>
          {answers ? standing.words : `${name} ${standing.words}`}
        </span>
        <span className="xs m3 nw">
          {standing.done && clock.stoppedAt !== null
            ? words.done(momentWords(clock.stoppedAt, now, language))
            : words.due(name, momentWords(clock.due, now, language))}
        </span>
      </div>
      <ClockMeter clock={clock} />
      <div className="flex xs m3 between">
        <Ticks mine={mine} clocks={clocks} />
        <span className="cut">
          {clock.profileName}{' '}
          <button type="button" className="link" onClick={() => setOpen(true)}>
            {words.how}
          </button>
        </span>
      </div>
      {open && (
        <Dialog title={words.howTitle} shape="wide" onClose={() => setOpen(false)}>
          <h3 className="t3">
            {words.ours} · {name}
          </h3>
          <ClockCard clock={clock} open />
          <UnitClocks clocks={own} label={words.ours} />
          {promise !== undefined && (
            <>
              <h3 className="t3">{words.promise}</h3>
              <ClockCard clock={promise} />
            </>
          )}
        </Dialog>
      )}
    </div>
  )
}
