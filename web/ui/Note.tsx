import { type ReactNode, useEffect, useRef } from 'react'
import { useSay } from '../language.ts'
import type { No } from '../send.ts'
import { Icon, type IconName } from './Icon.tsx'

const SIGN: Record<'a' | 'b' | 'r', IconName> = { a: 'info', b: 'say', r: 'close' }

/** A boxed remark: blue tells, amber warns, red refuses. Bold fact first, then the rule, then the way out. */
export const Note = ({ tone, children, icon }: { tone: 'a' | 'b' | 'r'; children: ReactNode; icon?: IconName }) => (
  <div className={`note ${tone}`}>
    <Icon name={icon ?? SIGN[tone]} />
    <div className="grow">{children}</div>
  </div>
)

const PLACE = { zh: '请改：', en: 'Mend: ' }

/** What the server refused, beside the button that asked; focus moves here so that nobody misses it. */
export function RefusalNote({ no, children }: { no: No; children?: ReactNode }) {
  const say = useSay()
  const here = useRef<HTMLDivElement>(null)
  useEffect(() => here.current?.focus(), [])
  return (
    <div ref={here} role="alert" tabIndex={-1}>
      <Note tone="r">
        <b>{no.words}</b>
        {no.faults.length > 0 && (
          <ul>
            {no.faults.map((fault) => (
              <li key={`${fault.in} ${fault.path}`}>
                {say(PLACE)}
                <code>{fault.path}</code> — {fault.expected}
              </li>
            ))}
          </ul>
        )}
        {children}
      </Note>
    </div>
  )
}
