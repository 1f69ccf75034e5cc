import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { getCalibrationRound, listCalibrationRounds } from '#contract/calibration.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { type No, type Sendable, type Sent, send } from '../send.ts'

/** Sends one act on a round, keeps its “no”, and reads the round anew whatever came of it. */
export function useRoundAct() {
  const cache = useQueryClient()
  const [no, setNo] = useState<No | null>(null)
  const [busy, setBusy] = useState(false)
  async function act<const E extends Endpoint>(endpoint: E, call: Sendable<E>): Promise<Sent<E>> {
    setBusy(true)
    setNo(null)
    const sent = await send(endpoint, call)
    setBusy(false)
    for (const { path } of [getCalibrationRound, listCalibrationRounds])
      await cache.invalidateQueries({ queryKey: [path] })
    if (!sent.ok) setNo(sent.no)
    return sent
  }
  return { act, no, busy }
}
