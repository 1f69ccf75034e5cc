import { useState } from 'react'
import { useWords } from '../language.ts'
import { Field } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { elements, elementsOf } from './five-elements.ts'
import { MarkedArea } from './MarkedArea.tsx'
import { cut, MAX, titleOf } from './seat-form.ts'
import { seatWords } from './seat-words.ts'
import { whereNow } from './select-span.ts'
import type { Seat } from './use-seat.ts'

/** A hint what to ask next; each element says in words whether it is there. */
function FiveElements({ seat: { form } }: { seat: Seat }) {
  const words = useWords(seatWords)
  const has = elementsOf(form)
  return (
    <ul className="flex seat-elements" aria-label={words.elements}>
      <li className="m3" aria-hidden="true">
        {words.elements}
      </li>
      {elements.map((element) => (
        <li key={element} className={has[element] ? 'c-green' : 'm3'}>
          <Icon name={has[element] ? 'check' : 'plus'} size={14} />
          {words.element[element]}
          <span className="sr">{has[element] ? words.hasElement : words.lacksElement}</span>
        </li>
      ))}
    </ul>
  )
}

/** The words that speak for the category that stands first, where they stand in the text as it is now. */
const marksOf = ({ form, understood }: Seat) =>
  (understood.reply?.category.suggestions[0]?.words ?? [])
    .filter(({ field }) => field === 'content')
    .flatMap(({ from, to }) => whereNow(understood.text.content, form.content, from, to) ?? [])

export function TextFields({ seat, invalid }: { seat: Seat; invalid: boolean }) {
  const { form, change } = seat
  const words = useWords(seatWords)
  const [left, setLeft] = useState(0)
  const marks = marksOf(seat)
  return (
    <>
      <div data-field="T">
        <Field label={words.title} keys="T">
          {(field) => (
            <TextInput
              {...field}
              value={form.title}
              onChange={(title) => change({ title: cut(title, MAX.title) })}
              placeholder={titleOf(form) === '' ? words.titleHint : titleOf(form)}
              unit={`${form.title.length} / ${MAX.title}`}
            />
          )}
        </Field>
      </div>
      <div data-field="W">
        <Field label={words.content} keys="W" required>
          {(field) => (
            <>
              <MarkedArea
                {...field}
                marks={marks}
                {...(invalid ? { 'aria-invalid': true } : {})}
                height="var(--seat-content)"
                max={MAX.content}
                value={form.content}
                onChange={(content) => {
                  if (content.length < MAX.content) setLeft(0)
                  change({ content: cut(content, MAX.content) })
                }}
                onCut={setLeft}
              />
              <div className="flex xs seat-under">
                <FiveElements seat={seat} />
                <span className={`end ${left > 0 ? 'c-amber' : 'm3'}`} role={left > 0 ? 'status' : undefined}>
                  {left > 0 && `${words.cutNote(left.toLocaleString('en-US'))} `}
                  {form.content.length} / {MAX.content}
                </span>
              </div>
            </>
          )}
        </Field>
      </div>
      <div data-field="X">
        <Field label={words.demand} keys="X">
          {(field) => (
            <TextArea
              {...field}
              height={56}
              max={MAX.demand}
              value={form.demand}
              onChange={(demand) => change({ demand: cut(demand, MAX.demand) })}
            />
          )}
        </Field>
      </div>
    </>
  )
}
