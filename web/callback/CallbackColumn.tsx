import type { ReactNode } from 'react'
import { type CallbackRow, CallbackTab } from '#contract/callback.ts'
import { deskLight } from '../desk/desk-light.ts'
import { deskWords } from '../desk/desk-words.ts'
import { Arrived, Below, useOpenInSight } from '../desk/ListEdges.tsx'
import type { Row } from '../desk/standing.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { LightDot } from '../ui/Light.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { leftWords, momentWords } from '../words/time.ts'
import { callbackWords } from './callback-words.ts'
import type { Callbacks } from './use-callbacks.ts'

/** When to call: what the hotline owes the first time, the time agreed on afterwards. */
function When({ row }: { row: CallbackRow }) {
  const words = useWords(callbackWords)
  const language = useLanguage()
  const now = useNow()
  if (row.nextCallbackAt !== null && Date.parse(row.nextCallbackAt) > now)
    return <span className="ck m2">{words.next(momentWords(row.nextCallbackAt, now, language))}</span>
  const late = row.deskDue !== null && Date.parse(row.deskDue) < now
  return (
    <span className={`ck ${late ? 'c-red' : 'm2'}`}>
      {row.deskDue === null ? '' : leftWords(row.deskDue, now, language)}
    </span>
  )
}

function Item({ one, open, onOpen }: { one: Row<CallbackRow>; open: boolean; onOpen: () => void }) {
  const { row, gone } = one
  const words = useWords(callbackWords)
  const desk = useWords(deskWords)
  const now = useNow()
  const tries = row.attempts === 0 ? words.first : words.attempts(String(row.attempts))
  return (
    <li className={`${open ? 'on' : ''}${gone ? ' gone' : ''}`.trim() || undefined} aria-current={open || undefined}>
      <LightDot light={deskLight({ light: row.light, deskSince: null, deskDue: row.deskDue }, now)} />
      <button type="button" className="ti" title={row.title} data-order={row.id} onClick={onOpen}>
        {row.title}
      </button>
      <When row={row} />
      <span className="me">
        <OrderNo no={row.no} />
        <span className="nw">{row.ratedDown ? `${words.rated} · ${tries}` : tries}</span>
        {gone ? (
          <span>{words.gone}</span>
        ) : row.claim === null ? (
          <span className="cut" title={row.leadUnitName ?? undefined}>
            {row.leadUnitName ?? ''}
          </span>
        ) : (
          <span className={row.claim.mine ? 'c-brand' : undefined} title={desk.heldBy(row.claim.name)}>
            <Icon name="user" size={12} /> {row.claim.mine ? desk.mineTag : row.claim.name}
          </span>
        )}
      </span>
    </li>
  )
}

/** The left column: who is to be called now, who later, whom one has taken up. */
export function CallbackColumn(props: {
  tab: CallbackTab
  onTab: (tab: CallbackTab) => void
  list: Callbacks
  open: string | null
  onOpen: (id: string) => void
  foot: ReactNode
}) {
  const { tab, list, open } = props
  const words = useWords(callbackWords)
  const items = useOpenInSight<HTMLUListElement>(open)
  const tabs = CallbackTab.options.map((value) => ({
    value,
    label: words.tabs[value],
    ...(list.data === undefined ? {} : { count: list.data.tabs[value] }),
  }))
  return (
    <section className="col pool" aria-label={words.list}>
      <Tabs label={words.list} value={tab} tabs={tabs} onChange={props.onTab} panel="callbacks" />
      <div className="grp between">
        <span>{words.sorted}</span>
        <span role="status">
          <Arrived n={list.arrived} onShow={list.show} />
        </span>
      </div>
      <div className="fill" id="callbacks" role="tabpanel" aria-label={words.tabs[tab]}>
        {list.error !== null && list.rows.length === 0 && (
          <Failed no={list.error.no} what={words.list} again={list.again} />
        )}
        {list.data === undefined && list.error === null && <Loading />}
        {list.data !== undefined && list.rows.length === 0 && (
          <Empty title={tab === 'due' ? words.emptyDue : words.emptyElse}>
            {tab === 'due' ? words.emptyDueWhy : undefined}
          </Empty>
        )}
        {list.rows.length > 0 && (
          <ul className="items" ref={items}>
            {list.rows.map((one) => (
              <Item key={one.row.id} one={one} open={one.row.id === open} onOpen={() => props.onOpen(one.row.id)} />
            ))}
          </ul>
        )}
        <Below list={list} />
      </div>
      {props.foot}
    </section>
  )
}
