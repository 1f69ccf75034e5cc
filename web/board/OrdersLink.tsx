import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Filters } from './scope.ts'

/** A number that opens the orders it counts. Its words say what it is, since a number alone says nothing to a listener. */
export function OrdersLink({
  filters,
  label,
  className,
  children,
}: {
  filters: Filters
  label: string
  className?: string
  children: ReactNode
}) {
  return (
    <Link
      to="/orders"
      search={filters}
      className={`count ${className ?? ''}`.trim()}
      aria-label={label}
      preload={false}
    >
      {children}
    </Link>
  )
}
