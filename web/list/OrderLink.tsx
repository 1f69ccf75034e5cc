import { useRouter } from '@tanstack/react-router'
import type { MouseEvent } from 'react'

type Props = { id: string; title: string; className?: string; row?: number; onFocus?: () => void }

/**
 * A link to an order. The router's own `Link` watches the whole address: with fifty of them in a table that was half the
 * time of a scroll.
 */
export function OrderLink({ id, title, className, row, onFocus }: Props) {
  const router = useRouter()
  const to = { to: '/orders/$orderId', params: { orderId: id } } as const
  const go = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    void router.navigate(to)
  }
  return (
    <a
      href={`/orders/${id}`}
      className={className}
      title={title}
      data-row={row}
      onClick={go}
      onFocus={onFocus}
      onPointerEnter={() => void router.preloadRoute(to)}
    >
      {title}
    </a>
  )
}
