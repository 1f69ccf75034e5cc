import { useState } from 'react'
import type { PartRow } from '#domain/city/part.ts'
import { dayNumberOf, weekdayOf } from '#domain/deadline/civil-time.ts'
import type { Day } from '#domain/ids.ts'
import { useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { Field } from '../ui/Field.tsx'
import { Segment } from '../ui/Segment.tsx'
import { calendarWords } from './calendar-words.ts'
import { PanelHead } from './PanelHead.tsx'

type Kind = 'plain' | 'holiday' | 'make-up'
type Props = {
  day: Day
  row: PartRow | undefined
  /** names and notices already in the table, newest first */
  known: { names: readonly string[]; notices: readonly string[] }
  onPut: (row: PartRow | null) => void
  onClose: () => void
}

/** One day of the year: as usual, off, or made up for, and the document that says so. */
export function DayPanel({ day, row, known, onPut, onClose }: Props) {
  const words = useWords(calendarWords)
  const was: Kind = row === undefined ? 'plain' : row.kind === 'make-up' ? 'make-up' : 'holiday'
  const [kind, setKind] = useState<Kind>(was)
  const [name, setName] = useState(row?.name ?? '')
  const [notice, setNotice] = useState(row?.notice ?? known.notices[0] ?? '')
  const isWeekend = weekdayOf(dayNumberOf(day)) >= 6
  const same = kind === was && (kind === 'plain' || (name === row?.name && notice === row?.notice))
  const needs = kind !== 'plain'
  const whyNot = same
    ? words.same
    : needs && name.trim() === ''
      ? words.nameNeeded
      : needs && notice.trim() === ''
        ? words.noticeNeeded
        : null
  const pick = (label: string, text: string, set: (text: string) => void, from: readonly string[]) => (
    <Field label={label} required>
      {(field) => (
        <Combobox
          {...field}
          label={label}
          text={text}
          onText={set}
          options={from
            .filter((one) => one.includes(text) || from.includes(text))
            .map((one) => ({ key: one, value: one, label: one }))}
          onChoose={set}
        />
      )}
    </Field>
  )
  return (
    <aside className="col admin-panel" aria-label={words.dayTitle(day)}>
      <div className="fill">
        <section className="sec">
          <PanelHead onClose={onClose}>
            {words.dayTitle(day)} {words.weekLong[weekdayOf(dayNumberOf(day)) - 1]}
          </PanelHead>
          <div className="form">
            <Field label={words.kind} group {...(isWeekend ? {} : { help: words.weekdayOnly })}>
              {() => (
                <Segment
                  label={words.kind}
                  value={kind}
                  choices={[
                    { value: 'plain', label: words.plain },
                    { value: 'holiday', label: words.holiday },
                    { value: 'make-up', label: words.makeUp, whyNot: isWeekend ? null : words.weekdayOnly },
                  ]}
                  onChange={setKind}
                />
              )}
            </Field>
            {needs && pick(words.name, name, setName, known.names)}
            {needs && pick(words.notice, notice, setNotice, known.notices)}
          </div>
        </section>
      </div>
      <div className="bar">
        <Button
          whyNot={whyNot}
          onClick={() => onPut(kind === 'plain' ? null : { date: day, kind, name: name.trim(), notice: notice.trim() })}
        >
          {words.put}
        </Button>
        {whyNot !== null && <WhyNot>{whyNot}</WhyNot>}
      </div>
    </aside>
  )
}
