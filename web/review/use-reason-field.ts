import { type RefObject, useEffect, useRef } from 'react'

/**
 * The field in which a verdict is given its reason: it takes the focus when its button is pressed. A draft that comes back
 * does not take the keys of the desk away.
 */
export function useReasonField(isWriting: boolean): { area: RefObject<HTMLTextAreaElement | null>; begin: () => void } {
  const area = useRef<HTMLTextAreaElement>(null)
  const begun = useRef(false)
  useEffect(() => {
    if (isWriting && begun.current) area.current?.focus()
  }, [isWriting])
  return {
    area,
    begin: () => {
      begun.current = true
    },
  }
}
