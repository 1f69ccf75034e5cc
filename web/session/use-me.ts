import { useSyncExternalStore } from 'react'
import type { Me } from '#contract/session.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import { session } from './session.ts'

/** The person at this browser; pages inside the frame always have one. */
export function useMe(): Me {
  const { me } = useSyncExternalStore(session.listen, session.get)
  if (me === null) throw new Error('a page of the frame was shown before anybody logged in')
  return me
}

export const useSession = () => useSyncExternalStore(session.listen, session.get)

export const useHasRole = (...roles: readonly Role[]): boolean => useMe().roles.some((role) => roles.includes(role))
