import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useRef, useState } from 'react'
import { BULK_LIMIT, type BulkResult } from '#contract/bulk.ts'
import { countOrders } from '#contract/order-list.ts'
import type { OrderFilters } from '#contract/order-query.ts'
import { usePageCommands } from '../frame/commands.ts'
import { Work } from '../frame/Work.tsx'
import { useWords } from '../language.ts'
import { useMay } from '../session/use-may.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Segment } from '../ui/Segment.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useApi } from '../use-api.ts'
import { BulkResults } from './BulkResults.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import { type Column, keepColumns, keptColumns } from './columns.ts'
import { ExportDialog } from './ExportDialog.tsx'
import { FilterBar } from './FilterBar.tsx'
import { ListFoot } from './ListFoot.tsx'
import { filtersOf, type ListSearch } from './list-search.ts'
import { commandWords, listWords } from './list-words.ts'
import { OrderRows } from './OrderRows.tsx'
import './orders.css'
import { UrgeDialog } from './UrgeDialog.tsx'
import { useNarrow } from './use-narrow.ts'
import { useOrderList } from './use-order-list.ts'
import { usePicked } from './use-picked.ts'
import { ViewTabs } from './ViewTabs.tsx'

const PANEL = 'orders-panel'

/** 工单: every order within one's reach, narrowed by its address, however many there are. */
export function OrdersPage() {
  const search = useSearch({ from: '/orders' })
  const navigate = useNavigate()
  const words = useWords(listWords)
  const narrow = useNarrow()
  const filters = useMemo(() => filtersOf(search), [search])
  const sort = search.sort === 'due' ? 'due' : 'newest'
  const list = useOrderList(filters, sort)
  const counted = useCount(filters, sort, list)
  const picked = usePicked(list.rows)
  const [columns, setColumns] = useState<readonly Column[]>(keptColumns)
  const [at, setAt] = useState(-1)
  const [dialog, setDialog] = useState<'urge' | 'export' | null>(null)
  const [results, setResults] = useState<readonly BulkResult[] | null>(null)
  const find = useRef<HTMLInputElement>(null)
  const mayExport = useMay('exportOrders')
  const mayUrge = useMay('urgeOrders')
  const tooMany = picked.picked.size > BULK_LIMIT

  const go = (to: ListSearch, replace = false) => {
    setAt(-1)
    picked.clear()
    void navigate({ to: '/orders', search: to, replace })
  }
  const chooseColumns = (chosen: readonly Column[]) => {
    keepColumns(chosen)
    setColumns(chosen)
  }
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const onEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const here = list.rows[at]
  /** The focus goes along, so that a screen reader hears the row one has come to. */
  const step = (to: number) => {
    setAt(to)
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${to}"]`)?.focus())
  }
  useKeys({
    j: () => step(Math.min(at + 1, list.rows.length - 1)),
    k: () => step(Math.max(at - 1, 0)),
    Enter: () => here !== undefined && void navigate({ to: '/orders/$orderId', params: { orderId: here.id } }),
    x: () => here !== undefined && picked.toggle(here.id),
    X: () => here !== undefined && picked.toggleRange(here.id),
    f: () => find.current?.focus(),
    n: () => list.fresh > 0 && void list.showFresh(),
    e: () => mayExport && !tooMany && setDialog('export'),
    u: () => mayUrge && picked.picked.size > 0 && !tooMany && setDialog('urge'),
    Escape: () => picked.clear(),
  })

  usePageCommands([
    {
      key: 'orders-find',
      group: commandWords.group,
      name: commandWords.find,
      keys: 'F',
      act: () => find.current?.focus(),
    },
    ...(mayExport
      ? [
          {
            key: 'orders-export',
            group: commandWords.group,
            name: commandWords.export,
            keys: 'E',
            act: () => setDialog('export'),
          },
        ]
      : []),
    { key: 'orders-open', group: commandWords.group, name: commandWords.open, act: () => go({ open: 'yes' }) },
  ])

  return (
    <Work layout="orders" label={words.page}>
      <ViewTabs search={search} columns={columns} panel={PANEL} onGo={go} onColumns={chooseColumns} />
      <FilterBar search={search} onChange={go} findRef={find} />
      <div className="grp countline">
        <Count counted={counted} />
        <span role="status">
          {list.fresh > 0 && (
            <>
              {words.fresh(list.fresh >= 100 ? '99+' : String(list.fresh))}{' '}
              <button type="button" className="link" onClick={() => void list.showFresh()}>
                {words.show}
              </button>
            </>
          )}
        </span>
        <span className="end flex">
          <Segment
            label={words.sort}
            value={sort}
            onChange={(next) => {
              const { sort: _sort, ...rest } = search
              go(next === 'due' ? { ...rest, sort: 'due' } : rest)
            }}
            choices={[
              { value: 'newest', label: words.newest },
              { value: 'due', label: words.due },
            ]}
          />
          {!narrow && <ColumnMenu columns={columns} onChange={chooseColumns} />}
          <Button size="sm" whyNot={mayExport ? null : words.noExport} onClick={() => setDialog('export')}>
            <Icon name="copy" size={14} /> {words.exportIt}
          </Button>
        </span>
      </div>
      {results !== null && (
        <BulkResults
          results={results}
          onClose={() => setResults(null)}
          onPickFailed={(ids) => {
            picked.set(ids)
            setResults(null)
          }}
        />
      )}
      <div
        id={PANEL}
        role="tabpanel"
        aria-label={words.page}
        className="panelbox"
        data-shows={list.isSuccess ? list.address : undefined}
      >
        <OrderRows
          list={list}
          narrow={narrow}
          total={counted === undefined || counted.more ? null : counted.count}
          columns={columns}
          picked={picked}
          at={at}
          onAt={setAt}
          onEnd={onEnd}
          filtered={Object.keys(filters).length > 0 || sort === 'due'}
          onClear={() => go({})}
        />
      </div>
      <ListFoot
        chosen={picked.picked.size}
        onUrge={() => setDialog('urge')}
        onExport={() => setDialog('export')}
        onClear={picked.clear}
      />
      {dialog === 'export' && (
        <ExportDialog
          filters={filters}
          sort={sort}
          columns={columns}
          ids={picked.picked.size === 0 ? null : [...picked.picked]}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'urge' && (
        <UrgeDialog
          ids={[...picked.picked]}
          onClose={() => setDialog(null)}
          onDone={(done) => {
            setDialog(null)
            setResults(done)
            picked.clear()
          }}
        />
      )}
    </Work>
  )
}

/** A list that is all here counts itself; the server is asked only for more, and only once one reads it. */
function useCount(filters: OrderFilters, sort: 'newest' | 'due', list: ReturnType<typeof useOrderList>) {
  const asked = list.stayed && list.hasNextPage
  const counted = useApi(countOrders, { query: { ...filters, sort } }, { enabled: asked })
  return list.isSuccess && !list.hasNextPage ? { count: list.rows.length, more: false } : counted.data
}

function Count({ counted }: { counted: { count: number; more: boolean } | undefined }) {
  const words = useWords(listWords)
  return (
    <b role="status">
      {counted === undefined ? words.counting : counted.more ? words.more : words.count(counted.count.toLocaleString())}
    </b>
  )
}
