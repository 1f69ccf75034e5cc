import { type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../language.ts'
import type { No } from '../send.ts'
import { Button } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'

export type Told = { icon: IconName; title: string; children?: ReactNode; action?: ReactNode }

/** One shape for every state that has no rows to show. */
export const StateNote = ({ icon, title, children, action }: Told) => (
  <div className="state">
    <Icon name={icon} size={24} />
    <b>{title}</b>
    {children !== undefined && <p>{children}</p>}
    {action}
  </div>
)

/** Nothing here: says what will happen, and offers at most one place to go. */
export const Empty = ({ title, children, action }: Omit<Told, 'icon'>) => (
  <div role="status">
    <StateNote icon="check" title={title} action={action}>
      {children}
    </StateNote>
  </div>
)

/** Grey lines in the layout that will come, and only if it takes longer than 300 ms. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const [late, setLate] = useState(false)
  const words = useWords({ zh: { loading: '正在打开' }, en: { loading: 'Opening' } })
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return <div aria-busy="true" />
  return (
    <div className="pad" role="status" aria-label={words.loading} style={{ display: 'grid', gap: 18 }}>
      {Array.from({ length: rows }, (_, i) => i).map((i) => (
        <div key={i} style={{ display: 'grid', gap: 8 }}>
          <div className="ghostline" style={{ width: `${88 - ((i * 17) % 40)}%` }} />
          <div className="ghostline" style={{ width: `${52 - ((i * 11) % 20)}%`, height: 9 }} />
        </div>
      ))}
    </div>
  )
}

const failedWords = {
  zh: {
    failed: (what: string) => `没能打开${what}`,
    safe: '您写的内容都在。',
    again: '再试一次',
    noRight: (what: string) => `您的账号不能看${what}`,
    ask: '需要查看时，请联系本单位管理员或热线派单组。',
    gone: (what: string) => `没有找到${what}，或者它不归您的单位`,
    offline: '连不上服务器',
  },
  en: {
    failed: (what: string) => `Could not open ${what}`,
    safe: 'What you wrote is safe.',
    again: 'Try again',
    noRight: (what: string) => `Your account may not see ${what}`,
    ask: 'If you need it, ask your administrator or the dispatch desk.',
    gone: (what: string) => `${what} was not found, or belongs to another unit`,
    offline: 'The server cannot be reached',
  },
}

/** Why something did not open: no right, not there, no line, or a fault; each with its way on. `what` is "工单列表", "the list". */
export function Failed({ no, what, again }: { no: No; what: string; again?: () => void }) {
  const words = useWords(failedWords)
  const retry = again !== undefined && (
    <Button size="sm" onClick={again}>
      {words.again}
    </Button>
  )
  const told: Record<string, Told> = {
    'not-allowed': { icon: 'lock', title: words.noRight(what), children: words.ask },
    'not-found': { icon: 'lock', title: words.gone(what), children: words.ask },
    unreachable: { icon: 'offline', title: words.offline, children: words.safe, action: retry },
  }
  const shown = told[no.code] ?? {
    icon: 'info' as const,
    title: words.failed(what),
    children: `${no.words} ${words.safe}`,
    action: retry,
  }
  return (
    <div role="alert">
      <StateNote {...shown} />
    </div>
  )
}
