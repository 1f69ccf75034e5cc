import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { answerRing, currentRing, endRing } from '#contract/line.ts'
import { useLiveEvent } from '../live.ts'
import { serverNow } from '../now.ts'
import { send } from '../send.ts'
import { useApi } from '../use-api.ts'

/** The call at this seat: told by the feed without its number, then asked for; asked again after a reload. */
export function useCall() {
  const queries = useQueryClient()
  const again = () => queries.invalidateQueries({ queryKey: [currentRing.path] })
  useLiveEvent('ring', () => void again())
  useLiveEvent('hello', () => void again())
  const { data } = useApi(currentRing, {})
  /** hung up here: over for this page at once, not only when the line has answered */
  const [over, setOver] = useState<string | null>(null)
  const told = data?.ring ?? null
  const ring = told?.callId === over ? null : told
  const answer = async () => {
    if (ring === null) return
    await send(answerRing, { params: { callId: ring.callId } })
    await again()
  }
  const end = async () => {
    if (ring === null) return
    setOver(ring.callId)
    const sent = await send(endRing, { params: { callId: ring.callId } })
    if (!sent.ok) setOver((last) => (last === ring.callId ? null : last))
    await again()
  }
  return { ring, answer, end }
}

const two = (n: number) => String(n).padStart(2, '0')

/** `02:14` since then, by the server's clock, every second. */
export function useSince(at: string | null): string {
  const [, tick] = useState(0)
  useEffect(() => {
    if (at === null) return
    const timer = setInterval(() => tick((n) => n + 1), 1000)
    return () => clearInterval(timer)
  }, [at])
  if (at === null) return ''
  const seconds = Math.max(0, Math.floor((serverNow() - Date.parse(at)) / 1000))
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`
}
