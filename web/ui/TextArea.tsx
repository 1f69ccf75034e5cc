import type { CSSProperties, Ref, TextareaHTMLAttributes } from 'react'

type Props = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'onCut' | 'value'> & {
  value: string
  onChange: (value: string) => void
  /** characters; a longer paste is cut there and `onCut` says how much was left out */
  max: number
  onCut?: (left: number) => void
  height?: CSSProperties['height']
  areaRef?: Ref<HTMLTextAreaElement>
}

/** Cuts at the bound itself instead of by `maxLength`, so that a person is told what was left out. */
export function TextArea({ value, onChange, max, onCut, height, areaRef, ...more }: Props) {
  return (
    <div className="in area" style={height === undefined ? undefined : { height }}>
      <textarea
        {...more}
        {...(areaRef === undefined ? {} : { ref: areaRef })}
        value={value}
        onChange={(event) => {
          const typed = event.target.value
          if (typed.length > max) onCut?.(typed.length - max)
          onChange(typed.slice(0, max))
        }}
      />
    </div>
  )
}
