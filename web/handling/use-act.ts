import { useState } from 'react'
import type { Endpoint } from '#contract/endpoint.ts'
import { type No, type Sendable, type SendOptions, type Sent, send } from '../send.ts'

/** One act at a time: busy while it is on its way, and the refusal stays until the next try. A double click acts once. */
export function useAct() {
  const [busy, setBusy] = useState(false)
  const [no, setNo] = useState<No | null>(null)
  async function act<const E extends Endpoint>(
    endpoint: E,
    call: Sendable<E>,
    options: SendOptions = {},
  ): Promise<Sent<E> | null> {
    if (busy) return null
    setBusy(true)
    setNo(null)
    const sent = await send(endpoint, call, { key: crypto.randomUUID(), ...options })
    setBusy(false)
    if (!sent.ok) setNo(sent.no as No)
    return sent
  }
  return { act, busy, no, clear: () => setNo(null) }
}
