import type { ReactNode } from 'react'

/** A fact in grey; `b` for the state one is in, `a` `r` `g` only where the colour's word stands in it. */
export const Tag = ({
  tone,
  children,
  title,
}: {
  tone?: 'a' | 'b' | 'g' | 'r'
  children: ReactNode
  title?: string
}) => (
  <span className={tone === undefined ? 'tag' : `tag ${tone}`} title={title}>
    {children}
  </span>
)
