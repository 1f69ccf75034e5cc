import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> & {
  /** `go`: the one filled button of a view */
  look?: 'go' | 'plain' | 'quiet' | 'danger'
  size?: 'sm' | 'md' | 'lg'
  /** the key that does the same */
  keys?: string
  /** why it cannot act now; then it does not, and the reason is its description. Show the same words beside it (`WhyNot`). */
  whyNot?: string | null
  busy?: boolean
  children: ReactNode
}

const SIZE = { sm: ' sm', md: '', lg: ' lg' } as const
const LOOK = { go: ' go', plain: '', quiet: ' quiet', danger: ' danger' } as const

/** Stays focusable when it cannot act, so that the reason can be read. */
export function Button({
  look = 'plain',
  size = 'md',
  keys,
  whyNot,
  busy,
  children,
  onClick,
  className,
  ...more
}: Props) {
  const idle = (whyNot ?? null) !== null || busy === true
  return (
    <button
      type="button"
      {...more}
      className={`btn${LOOK[look]}${SIZE[size]} ${className ?? ''}`.trim()}
      aria-disabled={idle || undefined}
      aria-busy={busy || undefined}
      aria-description={whyNot ?? more['aria-description']}
      title={whyNot ?? more.title}
      onClick={(event) => (idle ? event.preventDefault() : onClick?.(event))}
    >
      {children}
      {keys !== undefined && <Kbd>{keys}</Kbd>}
    </button>
  )
}

/** The reason in words, beside the button that cannot act. */
export const WhyNot = ({ children }: { children: ReactNode }) => <span className="why-not">{children}</span>
