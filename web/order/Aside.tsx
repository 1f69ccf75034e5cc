import type { OrderView } from '#contract/views.ts'
import { useWords } from '../language.ts'
import { Callers } from '../merge/Callers.tsx'
import { ReturnNotes } from '../returns/ReturnNotes.tsx'
import { useMe } from '../session/use-me.ts'
import { StraightWhy } from '../straight/StraightWhy.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { Appellant } from './Appellant.tsx'
import { ClockCard } from './ClockCard.tsx'
import { clockWordsOf } from './clock-words.ts'
import { LightReason } from './LightReason.tsx'
import { pageWords } from './page-words.ts'
import { Related } from './Related.tsx'
import { UnitClocks } from './UnitClocks.tsx'
import { Units } from './Units.tsx'
import type { OrderPageData } from './use-order-page.ts'

/** A week of days is read at a glance; a longer walk opens when asked, so that the light's reason stays in view. */
const OPEN_DAYS = 7

function Clocks({ data }: { data: OrderPageData }) {
  const words = useWords(clockWordsOf)
  const { clocks } = data
  if (clocks.isPending) return <Loading rows={3} />
  if (clocks.isError) return <Failed no={clocks.error.no} what={words.citizens} again={() => void clocks.refetch()} />
  const all = clocks.data.clocks
  const promise = all.find((clock) => clock.party === 'citizen' && clock.code === 'C5')
  const contact = all.filter((clock) => clock.party === 'citizen' && clock.code === 'C3')
  const units = all.filter((clock) => clock.party === 'unit')
  const hotline = all.filter((clock) => clock.party === 'hotline')
  return (
    <>
      <section className="sec">
        <header>
          <Icon name="clock" />
          <h2>{words.citizens}</h2>
          <span className="end xs m3">{words.citizensRule}</span>
        </header>
        {promise === undefined ? (
          <p className="s m2">{words.none}</p>
        ) : (
          <ClockCard clock={promise} open={promise.days.length <= OPEN_DAYS} />
        )}
        {contact.length > 0 && <UnitClocks clocks={contact} label={words.citizens} />}
      </section>
      {units.length > 0 && (
        <section className="sec">
          <header>
            <Icon name="handle" />
            <h2>{words.units}</h2>
            <span className="end xs m3">{words.unitsRule}</span>
          </header>
          <UnitClocks clocks={units} label={words.units} />
        </section>
      )}
      {hotline.length > 0 && (
        <section className="sec">
          <header>
            <Icon name="accept" />
            <h2>{words.hotlines}</h2>
          </header>
          <UnitClocks clocks={hotline} label={words.hotlines} />
        </section>
      )}
    </>
  )
}

/** Everything about time and people: clocks, the light, units, the citizen, related orders. */
export function AsideBody({ order, data }: { order: OrderView; data: OrderPageData }) {
  const words = useWords(pageWords)
  const me = useMe()
  const { context } = data
  return (
    <>
      <Clocks data={data} />
      {context.isSuccess && <LightReason order={order} context={context.data} />}
      {context.isError && <Failed no={context.error.no} what={words.related} again={() => void context.refetch()} />}
      <Units order={order} />
      <StraightWhy orderId={order.id} />
      <ReturnNotes told={data.returns.data} unit={me.unit} orderId={order.id} />
      {order.mergedOrders.length > 0 && <Callers orderId={order.id} />}
      <Appellant order={order} />
      {context.isSuccess && <Related context={context.data} />}
    </>
  )
}
