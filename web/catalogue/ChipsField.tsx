import { type KeyboardEvent, useState } from 'react'
import { useWords } from '../language.ts'
import type { Labelled } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import { NamePick } from './NamePick.tsx'
import { listOf } from './rule-line.ts'

const wordsOf = {
  zh: { remove: (what: string) => `去掉 ${what}`, none: '无' },
  en: { remove: (what: string) => `Remove ${what}`, none: 'none' },
}

type Props = {
  value: string
  onChange: (value: string) => void
  label: string
  field: Labelled
  disabled: boolean
  placeholder: string
  /** chosen from these by name; without them any word may be written */
  options?: ReadonlyMap<string, string>
}

/** Several words or units, each a chip with its own button; Enter, ； or a comma ends a word. */
export function ChipsField({ value, onChange, label, field, disabled, placeholder, options }: Props) {
  const words = useWords(wordsOf)
  const [text, setText] = useState('')
  const chosen = listOf(value)
  const put = (list: readonly string[]) => onChange([...new Set(list)].join(';'))
  const take = (typed: string) => {
    const fresh = typed
      .split(/[;；,，、]/)
      .map((one) => one.trim())
      .filter((one) => one !== '')
    setText('')
    if (fresh.length > 0) put([...chosen, ...fresh])
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && text.trim() !== '') {
      event.preventDefault()
      take(text)
    } else if (event.key === 'Backspace' && text === '' && chosen.length > 0) put(chosen.slice(0, -1))
  }
  return (
    <div className="chipsfield">
      {chosen.length > 0 && (
        <ul aria-label={label}>
          {chosen.map((one) => {
            const name = options?.get(one) ?? one
            return (
              <li key={one} className="chip">
                <span className="cut" title={name}>
                  {name}
                </span>
                {!disabled && (
                  <button
                    type="button"
                    className="x"
                    aria-label={words.remove(name)}
                    onClick={() => put(chosen.filter((other) => other !== one))}
                  >
                    <Icon name="close" size={12} />
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      )}
      {disabled ? (
        chosen.length === 0 && <span className="s m3">{words.none}</span>
      ) : options === undefined ? (
        <div className="in">
          <input
            {...field}
            type="text"
            aria-label={label}
            placeholder={placeholder}
            value={text}
            onKeyDown={press}
            onBlur={() => take(text)}
            onChange={(event) => {
              const typed = event.target.value
              if (/[;；,，、]$/.test(typed)) take(typed)
              else setText(typed)
            }}
          />
        </div>
      ) : (
        <NamePick
          {...field}
          label={label}
          options={options}
          placeholder={placeholder}
          onChoose={(code) => put([...chosen, code])}
        />
      )}
    </div>
  )
}
