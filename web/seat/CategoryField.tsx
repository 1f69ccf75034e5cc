import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useSay, useWords } from '../language.ts'
import { Combobox } from '../ui/Combobox.tsx'
import { Field } from '../ui/Field.tsx'
import { Suggestions } from '../ui/Suggestions.tsx'
import { matchCategories, pathOf } from './match-category.ts'
import { seatWords } from './seat-words.ts'
import type { Seat } from './use-seat.ts'

const SHOWN = 12

/** By code, initials, words or step by step down the tree; 1 2 3 take what the classifier proposes. */
export function CategoryField({ seat, invalid }: { seat: Seat; invalid: boolean }) {
  const { form, change, city, understood } = seat
  const suggestions = understood.reply?.category.suggestions ?? []
  const words = useWords(seatWords)
  const say = useSay()
  const nodes = city?.categories ?? []
  /** null: nothing is being typed, the box shows what is chosen */
  const [typed, setTyped] = useState<string | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const chosen = nodes.find(({ code }) => code === form.category)
  const shown = chosen === undefined ? '' : `${chosen.code} ${chosen.name}`
  const matches = useMemo(
    () => (typed === null && chosen !== undefined ? [] : matchCategories(nodes, typed ?? '')),
    [nodes, typed, chosen],
  )
  const take = (code: string) => {
    setTyped(null)
    change({ category: code })
  }
  const digits = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (typed ?? '') !== '') return
    const one = suggestions[Number(event.key) - 1]
    if (!/^[123]$/.test(event.key) || one === undefined) return
    event.preventDefault()
    take(one.category)
  }
  return (
    <div
      data-field="C"
      onKeyDown={digits}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setTyped(null)}
    >
      <Field label={words.category} keys="C" required>
        {(field) => (
          <>
            <Combobox
              {...field}
              {...(invalid ? { 'aria-invalid': true as const } : {})}
              inputRef={box}
              text={typed ?? shown}
              placeholder={words.categoryHint}
              onText={(text) => {
                // Typing over what is chosen begins anew; taking a character away from it does too.
                const fresh = typed === null && text.startsWith(shown) ? text.slice(shown.length) : text
                setTyped(typed === null && shown.startsWith(text) ? '' : fresh.slice(0, 40))
                if (form.category !== null) change({ category: null })
              }}
              options={matches.slice(0, SHOWN).map(({ category, opens }) => ({
                key: category.code,
                value: { category, opens },
                label: (
                  <>
                    <span className="code">{category.code}</span>
                    <span>
                      {category.name}
                      {opens && ' ›'}
                    </span>
                    {!opens && <span className="m3 xs cut">{pathOf(nodes, category.code)}</span>}
                  </>
                ),
              }))}
              onChoose={({ category, opens }) => {
                if (!opens) return take(category.code)
                setTyped(category.code)
                requestAnimationFrame(() => box.current?.click())
              }}
              unit={chosen === undefined ? words.categoryHint : pathOf(nodes, chosen.code)}
              {...(matches.length > SHOWN
                ? { foot: words.moreCategories(matches.length - SHOWN) }
                : matches.length === 0 && (typed ?? '') !== ''
                  ? { foot: words.noCategory }
                  : {})}
            />
            <div className="seat-sug" aria-live="polite">
              {understood.reply !== null && (
                <Suggestions
                  label={words.suggestions}
                  sure={understood.reply.category.sure}
                  suggestions={suggestions.map((one) => ({
                    value: one.category,
                    code: one.category,
                    name: one.name,
                    why: say(one.why),
                    share: one.probability,
                  }))}
                  chosen={(code) => code === form.category}
                  onAdopt={take}
                />
              )}
            </div>
          </>
        )}
      </Field>
    </div>
  )
}
