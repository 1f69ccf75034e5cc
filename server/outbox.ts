import { z } from 'zod'
import { sealedIdentity } from '#db/appellants.ts'
import { markDelivered, markFailed, takeMessages, type Waiting } from '#db/outbox.ts'
import type { Instant, OrderId } from '#domain/ids.ts'
import { identityOf } from './order-view.ts'
import type { House } from './shell.ts'

const Notice = z.object({ text: z.string() })
const TIMEOUT_MS = 5000
const BATCH = 20

/**
 * Gives one message to the gateway: POST { id, phone, text }. The id is the same at every attempt, so that a gateway
 * that answered too late can drop the repeat. The number is opened from the vault only now, and never logged.
 */
async function deliver(house: House, gateway: string, message: Waiting): Promise<void> {
  const { text } = Notice.parse(message.payload)
  const order = { id: message.order_id as OrderId }
  const sealed = (await sealedIdentity(house.db, order.id)) ?? null
  const identity = identityOf(house.vault, { order, identity: sealed })
  const phone = identity?.contactPhone ?? identity?.callerPhone
  if (phone == null) return
  const response = await fetch(gateway, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: String(message.id), phone, text }),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (!response.ok) throw new Error(`the gateway answered ${response.status}`)
}

/** A failing message waits longer each time and holds back no other. */
export function sweepOutbox(house: House, now: Instant): Promise<number> {
  const gateway = house.smsUrl
  if (gateway === null) return Promise.resolve(0)
  return house.db.tx(async (tx) => {
    const messages = await takeMessages(tx, now, BATCH)
    const outcomes = await Promise.allSettled(messages.map((message) => deliver(house, gateway, message)))
    for (const [i, message] of messages.entries()) {
      const outcome = outcomes[i]
      if (outcome?.status !== 'rejected') await markDelivered(tx, message.id, now)
      else await markFailed(tx, message, now, outcome.reason instanceof Error ? outcome.reason.message : 'failed')
    }
    return messages.length
  })
}
