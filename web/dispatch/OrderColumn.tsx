import { useMemo } from 'react'
import { likelyMasters } from '#contract/near.ts'
import type { OrderView } from '#contract/views.ts'
import { ClaimTag } from '../desk/ClaimTag.tsx'
import { deskLight, limitSpeaks } from '../desk/desk-light.ts'
import { OrderHead } from '../desk/OrderHead.tsx'
import { OrderText } from '../desk/OrderText.tsx'
import type { Claim } from '../desk/use-claim.ts'
import { useWords } from '../language.ts'
import { CityMap } from '../map/CityMap.tsx'
import { useNow } from '../now.ts'
import { useApi } from '../use-api.ts'
import { dispatchWords } from './dispatch-words.ts'
import { Precedents } from './Precedents.tsx'

type Limit = { since: string; due: string } | null

function Where({ order }: { order: OrderView }) {
  const words = useWords(dispatchWords)
  const { lng, lat, address, title } = order.request
  const { data } = useApi(likelyMasters, { params: { orderId: order.id } }, { staleTime: 60_000 })
  const pins = useMemo(
    () =>
      (data?.masters ?? []).flatMap((row, i) =>
        row.lng === null || row.lat === null
          ? []
          : [{ id: row.id, n: i + 1, lng: row.lng, lat: row.lat, label: row.title }],
      ),
    [data],
  )
  const main = useMemo(
    () => (lng === null || lat === null ? null : { lng, lat, label: address ?? title }),
    [lng, lat, address, title],
  )
  return (
    <div className="sec">
      <header>
        <h2>{words.where}</h2>
        {pins.length > 0 && <span className="end xs m3">{words.near(pins.length)}</span>}
      </header>
      {main === null ? (
        <p className="s m3">{words.noPlace}</p>
      ) : (
        <div className="mapbox dispatchmap">
          <CityMap label={words.where} main={main} pins={pins} />
        </div>
      )}
    </div>
  )
}

/** What was asked, where, and how the like ended before. */
export function OrderColumn({ order, claim, limit }: { order: OrderView; claim: Claim; limit: Limit }) {
  const words = useWords(dispatchWords)
  const now = useNow()
  const waiting = { light: order.light, deskSince: limit?.since ?? null, deskDue: limit?.due ?? null }
  const speaks = limitSpeaks(waiting, now)
  const told = speaks === null ? {} : { limit: speaks === 'over' ? words.dueOver : words.dueSoon }
  return (
    <section className="col" aria-labelledby="order-title">
      <div className="fill">
        <OrderHead order={order} light={deskLight(waiting, now)} {...told}>
          <ClaimTag claim={claim} />
        </OrderHead>
        <OrderText order={order} />
        <Where order={order} />
        <Precedents orderId={order.id} />
      </div>
    </section>
  )
}
