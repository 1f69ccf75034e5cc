import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Filters } from './scope.ts'

/** A number that opens the orders it counts. */
export function OrdersLink({
  filters,
  about,
  className,
  children,
}: {
  filters: Filters
  /** what is counted, for a listener: the visible words alone may be a bare number */
  about: string
  className?: string
  children: ReactNode
}) {
  return (
    <Link to="/orders" search={filters} className={`count ${className ?? ''}`.trim()} preload={false}>
      <span className="sr">{about} </span>
      {children}
    </Link>
  )
}
