import { type ComponentProps, type ReactNode, useRef } from 'react'
import { TextArea } from '../ui/TextArea.tsx'

type Mark = { from: number; to: number }

/** The text in pieces, the marked ones marked; marks that overlap or lie outside are left out. */
function pieces(text: string, marks: readonly Mark[]): ReactNode[] {
  const parts: ReactNode[] = []
  let at = 0
  for (const { from, to } of marks.toSorted((a, b) => a.from - b.from)) {
    if (from < at || to > text.length) continue
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>)
    at = to
  }
  return [...parts, text.slice(at), '\u200b']
}

/**
 * A text area whose marked words are lit from behind: the same text in the same type lies under it and scrolls with it.
 * For eyes only; a screen reader hears the reasons where they are listed.
 */
export function MarkedArea({ marks, ...area }: ComponentProps<typeof TextArea> & { marks: readonly Mark[] }) {
  const behind = useRef<HTMLDivElement>(null)
  return (
    <div className="marked">
      <div className="in area behind" aria-hidden="true" style={{ height: area.height }}>
        <div ref={behind}>{pieces(area.value, marks)}</div>
      </div>
      <TextArea
        {...area}
        onScroll={(event) => {
          if (behind.current !== null) behind.current.scrollTop = event.currentTarget.scrollTop
        }}
      />
    </div>
  )
}
