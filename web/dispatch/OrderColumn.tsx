import { useMemo } from 'react'
import { likelyMasters } from '#contract/near.ts'
import { orderReturns } from '#contract/returns.ts'
import type { OrderView } from '#contract/views.ts'
import { ClaimTag } from '../desk/ClaimTag.tsx'
import { deskLight, limitSpeaks } from '../desk/desk-light.ts'
import { OrderHead } from '../desk/OrderHead.tsx'
import { OrderText } from '../desk/OrderText.tsx'
import { PlaceMap } from '../desk/PlaceMap.tsx'
import type { Claim } from '../desk/use-claim.ts'
import { useWords } from '../language.ts'
import type { MapPin } from '../map/CityMap.tsx'
import { useNow } from '../now.ts'
import { ReturnNotes } from '../returns/ReturnNotes.tsx'
import { useApi } from '../use-api.ts'
import { dispatchWords } from './dispatch-words.ts'
import { Precedents } from './Precedents.tsx'

type Limit = { since: string; due: string } | null

const NO_PINS: readonly MapPin[] = []

/** The place, and open orders of the same scene around it. */
function Where({ order }: { order: OrderView }) {
  const words = useWords(dispatchWords)
  const { data } = useApi(likelyMasters, { params: { orderId: order.id } }, { staleTime: 60_000 })
  const pins = useMemo(
    () =>
      data?.masters.flatMap(({ id, lng, lat, title }, i) =>
        lng === null || lat === null ? [] : [{ id, n: i + 1, lng, lat, label: title }],
      ) ?? NO_PINS,
    [data],
  )
  return <PlaceMap order={order} pins={pins} {...(pins.length === 0 ? {} : { said: words.near(pins.length) })} />
}

/** What was asked, where, and how the like ended before. */
export function OrderColumn({ order, claim, limit }: { order: OrderView; claim: Claim; limit: Limit }) {
  const words = useWords(dispatchWords)
  const now = useNow()
  const returns = useApi(orderReturns, { params: { orderId: order.id } }, { staleTime: 60_000 })
  const waiting = { light: order.light, deskSince: limit?.since ?? null, deskDue: limit?.due ?? null }
  const speaks = limitSpeaks(waiting, now)
  const told = speaks === null ? {} : { limit: speaks === 'over' ? words.dueOver : words.dueSoon }
  return (
    <section className="col" aria-labelledby="order-title">
      <div className="fill">
        <OrderHead order={order} light={deskLight(waiting, now)} {...told}>
          <ClaimTag claim={claim} />
        </OrderHead>
        <ReturnNotes told={returns.data} unit="" orderId={order.id} />
        <OrderText order={order} />
        <Where order={order} />
        <Precedents orderId={order.id} />
      </div>
    </section>
  )
}
