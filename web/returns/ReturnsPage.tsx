import { getRouteApi } from '@tanstack/react-router'
import { returnReasonWords } from '#contract/return-words.ts'
import type { ReturnInQueue } from '#contract/returns.ts'
import { NothingOpen } from '../desk/NothingOpen.tsx'
import { Work } from '../frame/Work.tsx'
import { useSay, useWords } from '../language.ts'
import { KeyHelp } from '../ui/KeyHelp.tsx'
import { LightDot } from '../ui/Light.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { ReturnStanding } from './Grounds.tsx'
import { ReturnPane } from './ReturnPane.tsx'
import { returnWords } from './return-words.ts'
import { useReturnQueue } from './use-returns.ts'
import './returns.css'

const route = getRouteApi('/returns')
const keyOf = ({ order, request }: ReturnInQueue): string => `${order.id}_${request.n}`

function Row({ one, open, onOpen }: { one: ReturnInQueue; open: boolean; onOpen: () => void }) {
  const say = useSay()
  const { order, request } = one
  return (
    <li>
      <button
        type="button"
        className={`waits ${open ? 'on' : ''}`.trim()}
        aria-current={open || undefined}
        onClick={onOpen}
      >
        <span className="flex">
          <LightDot light={order.light} />
          <b className="cut grow">{order.title}</b>
        </span>
        <span className="s cut">
          {request.unitName} · {say(returnReasonWords[request.reason])}
        </span>
        <span className="flex xs m3">
          <OrderNo no={order.no} />
          <span className="grow" />
          <ReturnStanding request={request} />
        </span>
      </button>
    </li>
  )
}

function Keys() {
  const { keys } = useWords(returnWords)
  const shown = [
    { keys: ['J', 'K'], does: keys.move },
    { keys: ['R'], does: keys.write },
  ]
  const rest = [
    { keys: ['A'], does: keys.approve },
    { keys: ['X'], does: keys.reject },
    { keys: ['Z'], does: keys.adjudicate },
  ]
  return <KeyHelp shown={shown} all={[...shown, ...rest]} />
}

/** 待审退单: by when each decision is owed; one open at the right, the next after each decision. */
export function ReturnsPage() {
  const words = useWords(returnWords)
  const { open } = route.useSearch()
  const navigate = route.useNavigate()
  const queue = useReturnQueue()
  const rows = queue.data?.returns ?? []
  const at = rows.findIndex((one) => keyOf(one) === open)
  const one = rows[at] ?? (open === undefined ? rows[0] : undefined)
  const go = (next: ReturnInQueue | undefined) =>
    void navigate({ search: { open: next === undefined ? undefined : keyOf(next) } })
  const step = (by: 1 | -1) => {
    const from = one === undefined ? -1 : rows.indexOf(one)
    const next = rows[Math.max(0, Math.min(rows.length - 1, from + by))]
    if (next !== undefined) go(next)
  }
  useKeys({ j: () => step(1), k: () => step(-1) })
  return (
    <Work layout={`returns ${open === undefined ? '' : 'at-order'}`.trim()} marked label={words.page}>
      <section className="col list" aria-label={words.list}>
        <div className="grp between">
          <h2>{words.list}</h2>
          {queue.data !== undefined && <span>{words.count(queue.data.waiting, queue.data.late)}</span>}
        </div>
        <div className="fill">
          {queue.data === undefined &&
            (queue.error === null ? <Loading /> : <Failed no={queue.error.no} what={words.list} />)}
          {queue.data !== undefined && rows.length === 0 && <Empty title={words.empty}>{words.emptyWhy}</Empty>}
          <ul className="waiting">
            {rows.map((row) => (
              <Row key={keyOf(row)} one={row} open={row === one} onOpen={() => go(row)} />
            ))}
          </ul>
        </div>
        <Keys />
      </section>
      {one === undefined ? (
        <NothingOpen label={words.order} icon="back" title={words.nothing}>
          {words.nothingWhy}
        </NothingOpen>
      ) : (
        <ReturnPane
          key={keyOf(one)}
          one={one}
          onBack={() => go(undefined)}
          onDone={() => go(rows.find((row) => row !== one && rows.indexOf(row) >= rows.indexOf(one)) ?? undefined)}
        />
      )}
    </Work>
  )
}
