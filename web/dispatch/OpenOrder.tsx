import { useRef, useState } from 'react'
import { dispatchCandidates } from '#contract/candidates.ts'
import type { PoolOrder } from '#contract/desk.ts'
import { getOrder } from '#contract/orders.ts'
import type { OrderView } from '#contract/views.ts'
import { type Claim, useClaim } from '../desk/use-claim.ts'
import { useDraft } from '../draft/use-draft.ts'
import { useWords } from '../language.ts'
import { StraightColumn } from '../straight/StraightColumn.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useApi } from '../use-api.ts'
import { dispatchWords } from './dispatch-words.ts'
import { MergeDialog } from './MergeDialog.tsx'
import { OrderColumn } from './OrderColumn.tsx'
import { mayDispatch, mayMerge, maySendBack, NO_PLAN, Plan, proposedPlan, withLead } from './plan.ts'
import { SendBackDialog } from './SendBackDialog.tsx'
import { UnitColumn } from './UnitColumn.tsx'
import { useDispatch } from './use-dispatch.ts'

/** null: as the rules propose it */
const PlanDraft = Plan.nullable()

type Props = { id: string; row: PoolOrder | undefined; onDone: (id: string, words: string, held: boolean) => void }

/** One order on the desk: what it says, and whom it goes to. */
export function OpenOrder({ id, row, onDone }: Props) {
  const words = useWords(dispatchWords)
  const { data, error, refetch } = useApi(getOrder, { params: { orderId: id } })
  const claim = useClaim(id)
  if (error !== null) return <Failed no={error.no} what={words.order} again={() => void refetch()} />
  if (data === undefined) return <Loading />
  const limit = row?.deskSince == null || row.deskDue === null ? null : { since: row.deskSince, due: row.deskDue }
  if (!mayDispatch(data.state))
    return (
      <>
        <OrderColumn order={data} claim={claim} limit={limit} />
        <StraightColumn order={data} onDone={(said) => onDone(data.id, said, false)} />
      </>
    )
  return <Desk order={data} row={row} claim={claim} onDone={onDone} />
}

function Desk({ order, row, claim, onDone }: Omit<Props, 'id'> & { order: OrderView; claim: Claim }) {
  const draft = useDraft<Plan | null>({ kind: 'dispatch', key: order.id, schema: PlanDraft, empty: null })
  const { data: offer, error, refetch } = useApi(dispatchCandidates, { params: { orderId: order.id } })
  const [dialog, open] = useState<'merge' | 'back' | null>(null)
  const [adding, setAdding] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const done = (said: string) => {
    draft.drop()
    open(null)
    onDone(order.id, said, claim.held?.mine === true)
  }
  const dispatch = useDispatch(order, done)
  const plan = draft.value ?? (offer === undefined ? NO_PLAN : proposedPlan(offer))
  const choose = (n: number) => {
    const one = offer?.candidates[n - 1]
    if (one !== undefined && one.refused === null) draft.change(withLead(plan, one))
  }
  const free = claim.theirs === null
  useKeys({
    ...Object.fromEntries(Array.from({ length: 9 }, (_, i) => [String(i + 1), () => choose(i + 1)])),
    '/': () => search.current?.focus(),
    a: () => setAdding(true),
    c: () => void (claim.held?.mine === true ? claim.release() : claim.take()),
    m: () => free && mayMerge(order.state) && open('merge'),
    b: () => free && maySendBack(order.state) && open('back'),
  })
  const limit = row?.deskSince == null || row.deskDue === null ? null : { since: row.deskSince, due: row.deskDue }
  return (
    <>
      <OrderColumn order={order} claim={claim} limit={limit} />
      <UnitColumn
        order={order}
        offer={offer}
        fault={error === null ? null : { no: error.no, again: () => void refetch() }}
        plan={plan}
        onPlan={draft.change}
        draft={draft.state}
        claim={claim}
        dispatch={dispatch}
        searchRef={search}
        adding={adding}
        onAdding={setAdding}
        onDialog={open}
      />
      {dialog === 'merge' && <MergeDialog order={order} onClose={() => open(null)} onDone={done} />}
      {dialog === 'back' && <SendBackDialog order={order} onClose={() => open(null)} onDone={done} />}
    </>
  )
}
