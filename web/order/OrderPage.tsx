import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { textOf } from '#contract/story-line.ts'
import type { OrderView } from '#contract/views.ts'
import { Work } from '../frame/Work.tsx'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { Note } from '../ui/Note.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { momentWords } from '../words/time.ts'
import { ActDialog } from './ActDialog.tsx'
import { AsideBody } from './Aside.tsx'
import { FootBar } from './FootBar.tsx'
import { HeadButtons } from './HeadButtons.tsx'
import { OrderBody } from './OrderBody.tsx'
import { OrderHead } from './OrderHead.tsx'
import { OrderTabs } from './OrderTabs.tsx'
import type { ActHere } from './order-acts.ts'
import { pageWords } from './page-words.ts'
import { useNarrow } from './use-narrow.ts'
import { type News, type OrderPageData, useNews, useOrderPage } from './use-order-page.ts'
import './order.css'
import './order-page.css'

const page = getRouteApi('/orders/$orderId')

/** Somebody else's change waits here until it is asked for. */
function NewsLine({ news, onShow }: { news: News; onShow: () => void }) {
  const words = useWords(pageWords)
  const language = useLanguage()
  const now = useNow()
  const first = news.entry?.line[language].find((part) => part.strong === true)
  const who = first === undefined ? words.somebody : textOf([first])
  return (
    <div className="newsline" role="status">
      <Icon name="refresh" size={14} />
      <span>{words.updated(who, momentWords(news.at, now, language))}</span>
      <button type="button" className="link" onClick={onShow}>
        {words.show}
      </button>
    </div>
  )
}

/** What changes how the whole page is read: it lives on elsewhere, or is put away. */
function Standing({ order, data }: { order: OrderView; data: OrderPageData }) {
  const words = useWords(pageWords)
  const master = data.context.data?.master ?? null
  if (order.state === 'archived') return <Note tone="b">{words.archived}</Note>
  if (order.master === null || master === null) return null
  return (
    <Note tone="b" icon="merge">
      {words.merge(master.no)}{' '}
      <Link to="/orders/$orderId" params={{ orderId: master.id }}>
        {words.openMaster}
      </Link>
    </Note>
  )
}

function Opened({ order, data }: { order: OrderView; data: OrderPageData }) {
  const words = useWords(pageWords)
  const narrow = useNarrow()
  const { news, show } = useNews(order.id, order.version)
  const may = data.context.data?.may ?? []
  const [act, setAct] = useState<ActHere | null>(null)
  const bar = <FootBar order={order} may={may} onAct={setAct} />
  return (
    <>
      <section className="col ordermain" aria-label={words.order}>
        <OrderHead order={order} same={data.context.data?.sameCaller?.length ?? 0}>
          <HeadButtons order={order} />
        </OrderHead>
        {news !== null && <NewsLine news={news} onShow={show} />}
        <div className="fill">
          <div className="standing">
            <Standing order={order} data={data} />
          </div>
          <OrderBody order={order} context={data.context.data} />
          <OrderTabs order={order} data={data} narrow={narrow} />
        </div>
        {narrow && bar}
      </section>
      {!narrow && (
        <aside className="col side" aria-label={words.clocks}>
          <div className="fill">
            <AsideBody order={order} data={data} />
          </div>
          {bar}
        </aside>
      )}
      {act !== null && (
        <ActDialog act={act} orderId={order.id} merged={order.master !== null} onClose={() => setAct(null)} />
      )}
    </>
  )
}

/** One order, whole: what is wanted, where it stands, what happened, and what the reader may do now. */
export function OrderPage() {
  const { orderId } = page.useParams()
  const words = useWords(pageWords)
  const data = useOrderPage(orderId)
  const { order } = data
  if (order.isError)
    return (
      <Work label={words.order}>
        <Failed no={order.error.no} what={words.order} again={() => void order.refetch()} />
      </Work>
    )
  if (order.data === undefined)
    return (
      <Work label={words.order}>
        <Loading rows={8} />
      </Work>
    )
  return (
    <Work layout="orderpage" marked label={words.order}>
      <Opened key={order.data.id} order={order.data} data={data} />
    </Work>
  )
}
