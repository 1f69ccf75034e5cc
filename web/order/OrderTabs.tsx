import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { OrderView } from '#contract/views.ts'
import { FileList } from '../files/FileList.tsx'
import { useWords } from '../language.ts'
import type { No } from '../send.ts'
import { Icon } from '../ui/Icon.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { AsideBody } from './Aside.tsx'
import { AssignmentsTab } from './AssignmentsTab.tsx'
import { EventsTab } from './EventsTab.tsx'
import { pageWords } from './page-words.ts'
import type { OrderTab } from './search.ts'
import { Timeline } from './Timeline.tsx'
import { TraceTab } from './TraceTab.tsx'
import type { OrderPageData } from './use-order-page.ts'
import { ViewsTab } from './ViewsTab.tsx'

const page = getRouteApi('/orders/$orderId')

type Read<T> = {
  isPending: boolean
  isError: boolean
  data: T | undefined
  error: { no: No } | null
  refetch: () => unknown
}

/** The three states of anything that is read, in one place. */
function Shown<T>({ read, what, children }: { read: Read<T>; what: string; children: (data: T) => ReactNode }) {
  if (read.data !== undefined) return children(read.data)
  if (read.isError && read.error !== null)
    return <Failed no={read.error.no} what={what} again={() => void read.refetch()} />
  return <Loading />
}

function Panel({
  tab,
  order,
  data,
  onlyPublic,
}: {
  tab: OrderTab
  order: OrderView
  data: OrderPageData
  onlyPublic: boolean
}) {
  const words = useWords(pageWords)
  switch (tab) {
    case 'story':
      return (
        <Shown read={data.story} what={words.story}>
          {({ entries }) => (
            <Timeline
              entries={entries}
              clocks={data.clocks.data?.clocks ?? []}
              onlyPublic={onlyPublic}
              {...(data.seesTrace ? { traced: order.id } : {})}
            />
          )}
        </Shown>
      )
    case 'clocks':
      return <AsideBody order={order} data={data} />
    case 'units':
      return <AssignmentsTab order={order} />
    case 'trace':
      return <TraceTab orderId={order.id} />
    case 'files':
      return order.files.length === 0 ? (
        <Empty title={words.noFiles}>{words.noFilesWhy}</Empty>
      ) : (
        <FileList orderId={order.id} files={order.files} />
      )
    case 'views':
      return (
        <Shown read={data.views} what={words.views}>
          {({ views }) => <ViewsTab views={views} />}
        </Shown>
      )
    case 'events':
      return (
        <Shown read={data.events} what={words.events}>
          {({ events }) => <EventsTab events={events} />}
        </Shown>
      )
  }
}

function PublicOnly({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const words = useWords(pageWords)
  return (
    <button type="button" className="btn sm quiet publiconly" aria-pressed={on} onClick={() => onChange(!on)}>
      <Icon name="eye" size={14} />
      {words.onlyPublic}
    </button>
  )
}

/** 经过 / 派件 / 附件 / 谁看过 / 原始事件, each by right; on a narrow screen the aside is one of them. */
export function OrderTabs({ order, data, narrow }: { order: OrderView; data: OrderPageData; narrow: boolean }) {
  const words = useWords(pageWords)
  const search = page.useSearch()
  const navigate = page.useNavigate()
  const tabs = [
    { value: 'story' as const, label: words.story },
    ...(narrow ? [{ value: 'clocks' as const, label: words.clocks }] : []),
    { value: 'units' as const, label: words.units, count: order.assignments.length },
    ...(data.seesTrace ? [{ value: 'trace' as const, label: words.trace }] : []),
    { value: 'files' as const, label: words.files, count: order.files.length },
    ...(data.seesViews
      ? [{ value: 'views' as const, label: words.views, ...count(data.views.data?.views.length) }]
      : []),
    ...(data.seesEvents ? [{ value: 'events' as const, label: words.events, count: order.version }] : []),
  ]
  const tab = tabs.find((one) => one.value === search.tab)?.value ?? 'story'
  const onlyPublic = search.show === 'public'
  return (
    <>
      <div className="ordertabs">
        <Tabs
          label={words.tabs}
          value={tab}
          tabs={tabs}
          panel="order-panel"
          onChange={(next) =>
            void navigate({ search: { ...search, tab: next === 'story' ? undefined : next }, replace: true })
          }
        />
        {tab === 'story' && (
          <PublicOnly
            on={onlyPublic}
            onChange={(on) => void navigate({ search: { ...search, show: on ? 'public' : undefined }, replace: true })}
          />
        )}
      </div>
      <div
        id="order-panel"
        role="tabpanel"
        aria-label={tabs.find((one) => one.value === tab)?.label}
        className="orderpanel"
        data-tab={tab}
      >
        <Panel tab={tab} order={order} data={data} onlyPublic={onlyPublic} />
      </div>
    </>
  )
}

const count = (n: number | undefined) => (n === undefined ? {} : { count: n })
