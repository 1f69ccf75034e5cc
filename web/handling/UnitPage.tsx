import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { getFigures } from '#contract/city.ts'
import { nextOf } from '../desk/standing.ts'
import { TopSlot } from '../frame/top-slot.tsx'
import { Work } from '../frame/Work.tsx'
import { useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { useMe } from '../session/use-me.ts'
import { KeyHelp } from '../ui/KeyHelp.tsx'
import { StateNote } from '../ui/States.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useApi } from '../use-api.ts'
import { grouped, ownNumber, toSign } from './rows.ts'
import { SignMany } from './SignMany.tsx'
import { TodoColumn } from './TodoColumn.tsx'
import { UnitOrderView } from './UnitOrderView.tsx'
import { UnitSearch } from './unit-search.ts'
import { unitWords } from './unit-words.ts'
import { type Assignments, useAssignments } from './use-assignments.ts'
import './unit.css'

const SHANGHAI_MS = 8 * 3_600_000

/** How the unit stands, in the top line: what waits and what is pressing, and this month's promises kept. */
function Standing({ list }: { list: Assignments }) {
  const words = useWords(unitWords)
  const me = useMe()
  const now = useNow()
  const from = `${new Date(now + SHANGHAI_MS).toISOString().slice(0, 7)}-01`
  const measure = ['closed', 'closed-in-time'] as const
  const query = { measure: [...measure], by: 'unit', key: me.unit, from } as const
  const { data } = useApi(getFigures, { query: query as never }, { staleTime: 60_000 })
  const count = (name: (typeof measure)[number]) =>
    (data?.rows ?? []).filter((row) => row.measure === name).reduce((sum, row) => sum + row.n, 0)
  if (list.tabs === undefined) return null
  const { overdue = 0, today = 0 } = list.data?.groups ?? {}
  return (
    <TopSlot>
      {words.summary(String(list.tabs.todo), String(overdue), String(today))}
      {count('closed') > 0 && ` · ${words.inTime(String(count('closed-in-time')), String(count('closed')))}`}
    </TopSlot>
  )
}

/** What one unit owes, by when; the order beside it, and the reply that ends it. */
export function UnitPage() {
  const words = useWords(unitWords)
  const search = UnitSearch.parse(useSearch({ strict: false }))
  const navigate = useNavigate()
  const now = useNow()
  const list = useAssignments(search.tab)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const { tab, order, n } = search
  const go = (to: Partial<UnitSearch>, replace = false) =>
    void navigate({ to: '/unit' as string, search: { ...search, ...to } as never, replace })
  const inOrder = useMemo(() => grouped(list.rows, now).flatMap((group) => group.rows), [list.rows, now])
  const at =
    order === undefined
      ? undefined
      : inOrder.find(({ row }) => row.order.id === order && (n === undefined || ownNumber(row, tab) === n))
  const openRow = (id: string) => {
    const found = inOrder.find(({ row }) => row.id === id)?.row
    if (found !== undefined) go({ order: found.order.id, n: ownNumber(found, tab) })
  }
  const step = (by: 1 | -1) => {
    const here = at === undefined ? (by === 1 ? -1 : inOrder.length) : inOrder.indexOf(at)
    const next = inOrder[here + by]
    if (next !== undefined) openRow(next.row.id)
  }
  const signable = inOrder.filter(({ row, gone }) => toSign(row) && !gone && tab !== 'handed-down')
  const pick = (id: string) =>
    setPicked((was) => new Set(was.has(id) ? [...was].filter((one) => one !== id) : [...was, id]))
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    x: () => at !== undefined && signable.includes(at) && pick(at.row.id),
    a: () => setPicked(new Set(signable.map(({ row }) => row.id))),
    Escape: () => go({ order: undefined, n: undefined }),
  })
  const next = at === undefined ? null : nextOf(inOrder, at.row.id)
  const chosen = signable.filter(({ row }) => picked.has(row.id)).map(({ row }) => row)
  const all = [
    { keys: ['J', 'K'], does: words.keysNext },
    { keys: ['X'], does: words.keysPick },
    { keys: ['A'], does: words.keysPickAll },
    { keys: ['Q'], does: words.keysMany },
    { keys: ['S'], does: words.keysSign },
    { keys: ['L'], does: words.keysContact },
    { keys: ['R'], does: words.keysReply },
    { keys: ['P'], does: words.keysFiles },
    { keys: ['Ctrl', '⏎'], does: words.keysSubmit },
    { keys: ['Esc'], does: words.keysBack },
    { keys: ['F1'], does: words.keysHelp },
  ]
  return (
    <Work layout={order === undefined ? 'unit' : 'unit at-order'} marked label={words.page}>
      <Standing list={list} />
      <TodoColumn
        tab={tab}
        onTab={(to) => go({ tab: to, order: undefined, n: undefined })}
        list={list}
        open={at?.row.id ?? null}
        onOpen={openRow}
        picked={picked}
        onPick={pick}
        foot={
          <>
            <SignMany picked={chosen} onClear={() => setPicked(new Set())} onLook={openRow} />
            {chosen.length === 0 && <KeyHelp shown={[all[0], all[3]].filter((line) => line !== undefined)} all={all} />}
          </>
        }
      />
      {order === undefined ? (
        <section className="col none" aria-label={words.order}>
          <StateNote icon="handle" title={words.open}>
            {words.openWhy}
          </StateNote>
        </section>
      ) : (
        <UnitOrderView
          key={`${order} ${n ?? ''}`}
          orderId={order}
          n={n}
          onBack={() => go({ order: undefined, n: undefined })}
          onDone={() =>
            next === null
              ? go({ order: undefined, n: undefined })
              : go({ order: next.order.id, n: ownNumber(next, tab) })
          }
        />
      )}
    </Work>
  )
}
