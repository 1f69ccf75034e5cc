import { getRouteApi, Link } from '@tanstack/react-router'
import { mayCall } from '#contract/may-call.ts'
import { getOrder } from '#contract/orders.ts'
import type { ProblemOrder, ProblemTab } from '#contract/returns.ts'
import { NothingOpen } from '../desk/NothingOpen.tsx'
import { OrderText } from '../desk/OrderText.tsx'
import { Work } from '../frame/Work.tsx'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { useMe } from '../session/use-me.ts'
import { Icon } from '../ui/Icon.tsx'
import { LightDot } from '../ui/Light.tsx'
import { Note } from '../ui/Note.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { Tag } from '../ui/Tag.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useApi } from '../use-api.ts'
import { leftWords } from '../words/time.ts'
import { Grounds } from './Grounds.tsx'
import { Ruled } from './Ruled.tsx'
import { RulingForm } from './RulingForm.tsx'
import { returnWords } from './return-words.ts'
import { useProblems } from './use-returns.ts'
import './returns.css'

const route = getRouteApi('/problems')

function Limit({ adjudication: { due, late, ruling } }: ProblemOrder) {
  const words = useWords(returnWords)
  const language = useLanguage()
  const now = useNow()
  if (ruling !== null) return <Tag tone="g">{ruling.lead.name}</Tag>
  return <Tag tone={late ? 'r' : 'b'}>{due === null ? words.open : words.ruleBy(leftWords(due, now, language))}</Tag>
}

function Row({ one, open, onOpen }: { one: ProblemOrder; open: boolean; onOpen: () => void }) {
  const words = useWords(returnWords)
  const names = one.units.map((unit) => unit.name).join(words.sep)
  return (
    <li>
      <button
        type="button"
        className={`waits ${open ? 'on' : ''}`.trim()}
        aria-current={open || undefined}
        onClick={onOpen}
      >
        <span className="flex">
          <LightDot light={one.order.light} />
          <b className="cut grow">{one.order.title}</b>
        </span>
        <span className="s cut" title={names}>
          {words.units(names)}
        </span>
        <span className="flex xs m3">
          <OrderNo no={one.order.no} />
          <span className="grow" />
          <Limit {...one} />
        </span>
      </button>
    </li>
  )
}

function Pane({ one, onDone, onBack }: { one: ProblemOrder; onDone: () => void; onBack: () => void }) {
  const words = useWords(returnWords)
  const { roles } = useMe()
  const { id } = one.order
  const order = useApi(getOrder, { params: { orderId: id } })
  const { adjudication } = one
  return (
    <section className="col" aria-labelledby="problem-title">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by keyboard */}
      <div className="fill" tabIndex={0}>
        <div className="sec">
          <div className="flex wrap">
            <button type="button" className="ghost back" aria-label={words.back} onClick={onBack}>
              <Icon name="left" />
            </button>
            <OrderNo no={one.order.no} />
            <Limit {...one} />
            <span className="grow" />
            <Link className="s" to="/orders/$orderId" params={{ orderId: id }}>
              {words.full}
            </Link>
          </div>
          <h2 className="t1" id="problem-title">
            {one.order.title}
          </h2>
          <Note tone="a">
            <b>{adjudication.question}</b>{' '}
            {adjudication.ruling === null && words.interim(adjudication.interimLead.name)}
          </Note>
        </div>
        <div className="sec">
          <header>
            <h2>{words.whoGave}</h2>
          </header>
          {one.returns.map((request) => (
            <Grounds key={request.n} request={request} orderId={id} files={order.data?.files ?? []} />
          ))}
        </div>
        <div className="sec">
          <header>
            <h2>{words.rule}</h2>
          </header>
          {adjudication.ruling !== null ? (
            <Ruled orderId={id} ruling={adjudication.ruling} request={order.data?.request ?? null} />
          ) : mayCall('adjudicate', roles) ? (
            <RulingForm problem={one} onDone={onDone} />
          ) : (
            <p className="s m2">{words.notYours}</p>
          )}
        </div>
        {order.data !== undefined && <OrderText order={order.data} />}
      </div>
    </section>
  )
}

/** 问题工单: what no unit keeps, who gave it back and why, the ruling, and the rule that comes of it. */
export function ProblemsPage() {
  const words = useWords(returnWords)
  const { tab = 'open', open } = route.useSearch()
  const navigate = route.useNavigate()
  const list = useProblems(tab)
  const rows = list.data?.orders ?? []
  const one = rows.find((row) => row.order.id === open) ?? (open === undefined ? rows[0] : undefined)
  const go = (id: string | undefined, to: ProblemTab = tab) => void navigate({ search: { tab: to, open: id } })
  const step = (by: 1 | -1) => {
    const from = one === undefined ? -1 : rows.indexOf(one)
    const next = rows[Math.max(0, Math.min(rows.length - 1, from + by))]
    if (next !== undefined) go(next.order.id)
  }
  useKeys({ j: () => step(1), k: () => step(-1) })
  return (
    <Work layout={`returns ${open === undefined ? '' : 'at-order'}`.trim()} marked label={words.problems}>
      <section className="col list" aria-label={words.problems}>
        <Tabs
          label={words.problems}
          value={tab}
          tabs={(['open', 'ruled'] as const).map((value) => ({
            value,
            label: words.tabs[value],
            ...(value === 'open' && list.data !== undefined ? { count: list.data.open } : {}),
          }))}
          onChange={(to) => go(undefined, to)}
          panel="problems"
        />
        <div className="fill" id="problems" role="tabpanel" aria-label={words.tabs[tab]}>
          {list.data === undefined &&
            (list.error === null ? <Loading /> : <Failed no={list.error.no} what={words.problems} />)}
          {list.data !== undefined && rows.length === 0 && (
            <Empty title={words.problemsEmpty[tab]}>{words.problemsWhy[tab]}</Empty>
          )}
          <ul className="waiting">
            {rows.map((row) => (
              <Row key={row.order.id} one={row} open={row === one} onOpen={() => go(row.order.id)} />
            ))}
          </ul>
        </div>
      </section>
      {one === undefined ? (
        <NothingOpen label={words.order} icon="supervise" title={words.problemsEmpty[tab]}>
          {words.problemsWhy[tab]}
        </NothingOpen>
      ) : (
        <Pane key={one.order.id} one={one} onBack={() => go(undefined)} onDone={() => go(one.order.id, 'ruled')} />
      )}
    </Work>
  )
}
