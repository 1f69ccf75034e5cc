import type { CSSProperties, ReactNode } from 'react'
import { useLanguage } from '../language.ts'
import { useNow } from '../now.ts'
import { useMe } from '../session/use-me.ts'
import { momentWords } from '../words/time.ts'
import { watermark } from './watermark.ts'

/**
 * The work area of a page: columns of one sheet. `layout` is the page's grid class (`seat`, `dispatch` …); `marked` lays the
 * watermark over it and belongs on every page that shows a citizen's data.
 */
export function Work({
  layout,
  marked,
  children,
  label,
}: {
  layout?: string
  marked?: boolean
  label?: string
  children: ReactNode
}) {
  const me = useMe()
  const now = useNow()
  const language = useLanguage()
  const style = marked
    ? ({
        '--wm': watermark(`${me.name} ${me.unitName} ${momentWords(now, now - 2 * 86_400_000, language)}`),
      } as CSSProperties)
    : undefined
  return (
    <main
      id="work"
      className={`work ${layout ?? ''}`.trim()}
      aria-label={label}
      tabIndex={-1}
      {...(style === undefined ? {} : { style })}
    >
      {children}
    </main>
  )
}
