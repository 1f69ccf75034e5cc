import { useState } from 'react'
import { useWords } from '../language.ts'
import { Combobox } from '../ui/Combobox.tsx'
import type { Labelled } from '../ui/Field.tsx'

const SHOWN = 12
const wordsOf = {
  zh: { none: '没有找到', more: (n: string) => `还有 ${n} 个，再写几个字` },
  en: { none: 'Nothing found', more: (n: string) => `${n} more; type on` },
}

type Props = Partial<Labelled> & {
  label: string
  options: ReadonlyMap<string, string>
  placeholder: string
  onChoose: (code: string) => void
  autoFocus?: boolean
}

/** One of many, by name or code; the choice leaves the box empty for the next. */
export function NamePick({ label, options, placeholder, onChoose, ...field }: Props) {
  const words = useWords(wordsOf)
  const [text, setText] = useState('')
  const asked = text.trim().toLowerCase()
  const found = [...options].filter(([code, name]) => `${name} ${code}`.toLowerCase().includes(asked))
  // What was written as a code or a whole name comes before what merely holds it.
  const rank = ([code, name]: [string, string]) => (code.toLowerCase() === asked || name === text.trim() ? 0 : 1)
  return (
    <Combobox
      {...field}
      label={label}
      text={text}
      onText={setText}
      placeholder={placeholder}
      options={found
        .toSorted((a, b) => rank(a) - rank(b))
        .slice(0, SHOWN)
        .map(([code, name]) => ({
          key: code,
          value: code,
          label: (
            <>
              {name} <span className="code">{code}</span>
            </>
          ),
        }))}
      {...(found.length === 0
        ? { foot: words.none }
        : found.length > SHOWN
          ? { foot: words.more(String(found.length - SHOWN)) }
          : {})}
      onChoose={(code) => {
        setText('')
        onChoose(code)
      }}
    />
  )
}
