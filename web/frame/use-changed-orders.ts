import { useQueryClient } from '@tanstack/react-query'
import { getCity } from '#contract/city.ts'
import { useChanges, useLiveEvent } from '../live.ts'

/**
 * What is kept of an order that has changed is old: whoever opens it next reads it anew. What is on the screen stays as it
 * is, under the hand; its page says quietly that there is something newer.
 */
export function useChangedOrders(): void {
  const cache = useQueryClient()
  useChanges(({ order }) => {
    const isOfIt = ({ queryKey }: { queryKey: readonly unknown[] }) => String(queryKey[2]).includes(order)
    void cache.invalidateQueries({ type: 'inactive', predicate: isOfIt, refetchType: 'none' })
  })
  // An administrator has adopted other units, scenes, limits or holidays: no desk goes on offering the old ones.
  useLiveEvent('city', () => void cache.invalidateQueries({ queryKey: [getCity.path] }))
}
