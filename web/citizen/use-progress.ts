import { useCallback, useEffect, useState } from 'react'
import { ask, type No, type Reply, serverNow, type Ticket } from './ask.ts'

export type View = Reply<'citizenFollow'>
export type Progress = { view: View | null; no: No | null; now: number; set: (view: View) => void; again: () => void }

const MINUTE = 60_000

/** The matter as it stands, asked again when somebody comes back to the window; the clock turns at the minute. */
export function useProgress(ticket: Ticket): Progress {
  const [view, setView] = useState<View | null>(null)
  const [no, setNo] = useState<No | null>(null)
  const [now, setNow] = useState(serverNow)
  const { no: number, code } = ticket

  const again = useCallback(async () => {
    const sent = await ask('citizenFollow', { no: number, code })
    setNow(serverNow())
    if (sent.ok) setView(sent.reply)
    setNo(sent.ok ? null : sent.no)
  }, [number, code])

  useEffect(() => {
    void again()
    const seen = () => document.visibilityState === 'visible' && void again()
    const turn = setInterval(() => setNow(serverNow()), MINUTE)
    document.addEventListener('visibilitychange', seen)
    window.addEventListener('online', again)
    return () => {
      clearInterval(turn)
      document.removeEventListener('visibilitychange', seen)
      window.removeEventListener('online', again)
    }
  }, [again])
  const set = (next: View) => {
    setView(next)
    setNow(serverNow())
  }
  return { view, no, now, set, again: () => void again() }
}
