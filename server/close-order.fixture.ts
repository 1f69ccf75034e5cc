import type { FileHash, OrderId, UnitId } from '#domain/ids.ts'
import { shellAs } from '#tools/test-shell.ts'
import { chainHandlers } from './chain.ts'
import { signBatch } from './same/write-signatures.ts'
import type { House } from './shell.ts'

export const dispatchTo = (house: House, orderId: OrderId, lead: string) =>
  chainHandlers.dispatchOrder(shellAs(house, 'dispatcher'), {
    params: { orderId },
    body: { lead: lead as UnitId, co: [], overrideReason: '权属单位', note: null },
  })

export const writeAllSignatures = async (house: House) => {
  while ((await signBatch(house)) > 0);
}

/** From dispatch to the close, by the people whose turn it is. */
export async function closeOrder(house: House, orderId: OrderId, lead: string): Promise<void> {
  const unit = shellAs(house, 'liaison', lead)
  const params = { orderId, n: 1 }
  await dispatchTo(house, orderId, lead)
  await chainHandlers.signAssignment(unit, { params })
  const contact = { method: 'phone', result: 'connected', summary: '已联系', evidence: [] as FileHash[] } as const
  await chainHandlers.recordContact(unit, { params, body: contact })
  const body = {
    handling: '已换井盖',
    publicReply: '井盖已换',
    factTrue: 'yes',
    solved: 'solved',
    solvedReason: null,
    overDuty: false,
    policyBasis: null,
    evidence: [] as FileHash[],
    signer: '李局',
    headInvolved: null,
  } as const
  await chainHandlers.reportResult(unit, { params, body })
  await chainHandlers.reviewReply(shellAs(house, 'reviewer'), { params: { orderId }, body: { verdict: 'approve' } })
  const said = { contacted: true, replyTrue: true, solved: 'yes', satisfaction: 5, attitude: 5 } as const
  const called = await chainHandlers.recordCallback(shellAs(house, 'callback-agent'), {
    params: { orderId },
    body: {
      result: 'answered',
      channel: 'phone',
      answers: { ...said, reason: null, opinion: null },
      outcome: 'close',
      note: null,
    },
  })
  if (!called.ok) throw new Error(called.refusal)
}
