import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { orderContext } from '#contract/order-page.ts'
import type { OrderView } from '#contract/views.ts'
import { Wish } from '../desk/OrderText.tsx'
import { FileList } from '../files/FileList.tsx'
import { useWords } from '../language.ts'
import type { ReplyOf } from '../send.ts'
import { pageWords } from './page-words.ts'
import { Summary } from './Summary.tsx'
import { useIdle } from './use-idle.ts'

/** The map's engine is large and is fetched beside the text, never before it. */
const CityMap = lazy(() => import('../map/CityMap.tsx').then((file) => ({ default: file.CityMap })))

type Around = ReplyOf<typeof orderContext>

function Similar({ similar }: { similar: NonNullable<Around['similar']> }) {
  const words = useWords(pageWords)
  const { count, category, region, from } = similar
  if (count === 0) return <span>{words.noSimilar}</span>
  return (
    <span>
      {words.similar(String(count))}{' '}
      <Link to={'/orders' as string} search={{ category, region, from } as never}>
        {words.see}
      </Link>
    </span>
  )
}

function Place({ order, context }: { order: OrderView; context: Around | undefined }) {
  const words = useWords(pageWords)
  const { lng, lat, address, region } = order.request
  const idle = useIdle()
  const label = address ?? order.regionName.split(' ').at(-1) ?? ''
  return (
    <div className="orderplace">
      {lng !== null && lat !== null && (
        <div className="mapbox">
          {idle && (
            <Suspense fallback={null}>
              <CityMap label={words.mapLabel} main={{ lng, lat, label }} outline={region} />
            </Suspense>
          )}
        </div>
      )}
      <p className="xs m3">
        {[order.regionName, address].filter(Boolean).join(' · ')}
        <br />
        {lng === null && <>{words.placeUnknown} · </>}
        {context?.similar != null && <Similar similar={context.similar} />}
      </p>
    </div>
  )
}

/** What is wanted, what was said, where it is, and what was sent along. */
export function OrderBody({ order, context }: { order: OrderView; context: Around | undefined }) {
  const words = useWords(pageWords)
  return (
    <div className="sec orderbody">
      <div>
        <Wish order={order} />
        <p className="saytext">{order.request.content}</p>
        <Summary order={order} />
        {order.redacted && <p className="xs m3">{words.redactedNote}</p>}
        {order.files.length > 0 && <FileList orderId={order.id} files={order.files.slice(0, 4)} />}
      </div>
      <Place order={order} context={context} />
    </div>
  )
}
