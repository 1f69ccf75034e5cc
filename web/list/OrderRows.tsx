import { useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { CityName } from './city-name.ts'
import type { Column } from './columns.ts'
import { listWords } from './list-words.ts'
import { OrderCards } from './OrderCards.tsx'
import { OrderTable } from './OrderTable.tsx'
import { useCity } from './use-city.ts'
import type { useOrderList } from './use-order-list.ts'
import type { Picked } from './use-picked.ts'

/**
 * More is fetched when so few rows are left below. Three screens take longer to scroll than to fetch; but until one reads
 * the list, the first page is enough for the one that is there.
 */
const AHEAD = { reading: 80, passing: 20 }

type Props = {
  list: ReturnType<typeof useOrderList>
  narrow: boolean
  total: number | null
  columns: readonly Column[]
  picked: Picked
  at: number
  onAt: (at: number) => void
  onEnd: () => void
  filtered: boolean
  onClear: () => void
}

/** The rows, or in their place why there are none. */
export function OrderRows({ list, narrow, filtered, onClear, ...table }: Props) {
  const words = useWords(listWords)
  const { rows } = list
  const city = useCity()?.name ?? ''
  if (list.isPending) return <Loading rows={10} />
  if (list.isError && rows.length === 0)
    return <Failed no={list.error.no} what={words.what} again={() => void list.refetch()} />
  if (rows.length === 0)
    return (
      <Empty
        title={filtered ? words.none : words.emptyYet}
        action={
          filtered && (
            <Button size="sm" onClick={onClear}>
              {words.clear}
            </Button>
          )
        }
      >
        {filtered ? words.noneWhy : words.emptyWhy}
      </Empty>
    )
  const foot = <Foot list={list} />
  const ahead = list.stayed ? AHEAD.reading : AHEAD.passing
  const shown = narrow ? (
    <OrderCards label={words.page} rows={rows} onEnd={table.onEnd} foot={foot} />
  ) : (
    <OrderTable label={words.page} rows={rows} {...table} ahead={ahead} foot={foot} />
  )
  return <CityName value={city}>{shown}</CityName>
}

/** Under the last row: more on its way, a fault with its way on, or the end. */
function Foot({ list }: { list: Props['list'] }) {
  const words = useWords(listWords)
  if (list.isFetchNextPageError && list.error !== null)
    return (
      <p className="listend" role="alert">
        {list.error.no.words}{' '}
        <button type="button" className="link" onClick={() => void list.fetchNextPage()}>
          {words.retry}
        </button>
      </p>
    )
  return (
    <p className="listend">
      {list.hasNextPage ? words.loadingMore : `${words.rows(list.rows.length.toLocaleString())} · ${words.end}`}
    </p>
  )
}
