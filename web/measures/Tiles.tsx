import type { ReactNode } from 'react'
import type { DispatchCounts, DispatchMeasures } from '#contract/dispatch-measures.ts'
import { count } from '../board/change.ts'
import { OrdersLink } from '../board/OrdersLink.tsx'
import { useWords } from '../language.ts'
import type { ListSearch } from '../list/list-search.ts'
import { accuracyOf, percent, returnRateOf, straightShare, unitsPerOrder, validReturnsOf } from './measure-shares.ts'
import { measuresWords } from './measures-words.ts'

type Props = { measures: DispatchMeasures; filters: ListSearch; filtersBefore: ListSearch }

function Tile({ name, value, unit, children }: { name: string; value: ReactNode; unit?: string; children: ReactNode }) {
  return (
    <div className="kpi">
      <div className="s m2 flex">{name}</div>
      <div className="v">
        {value} {unit !== undefined && <small>{unit}</small>}
      </div>
      <div className="xs m3">{children}</div>
    </div>
  )
}

const minutes = (value: number | null): string => (value === null ? '–' : value.toFixed(value < 10 ? 1 : 0))

/** Against the city's own aim, in words: a colour alone would not say it. */
function Aim({ whole, target }: { whole: DispatchCounts; target: number }) {
  const words = useWords(measuresWords)
  const accuracy = accuracyOf(whole)
  const aim = percent(target, whole.dispatched)
  if (accuracy === null || aim === '–') return null
  return accuracy >= target ? (
    <b className="c-green">{words.reached(aim)}</b>
  ) : (
    <b className="c-amber">{words.short(((target - accuracy) * 100).toFixed(1), aim)}</b>
  )
}

/** Eight figures side by side, each opening its orders, each against as many days before. */
export function Tiles({ measures: { whole, wholeBefore, target }, filters, filtersBefore }: Props) {
  const words = useWords(measuresWords)
  const link = (firstWas: string, n: number, about: string, of = filters) => (
    <OrdersLink filters={{ ...of, firstWas }} about={about}>
      {count(n)}
    </OrdersLink>
  )
  const before = (told: string) => ` · ${words.before(told)}`
  return (
    <section className="totals measuretiles" aria-label={words.page}>
      <Tile name={words.accuracy} value={percent(accuracyOf(whole), whole.dispatched)}>
        <Aim whole={whole} target={target} />
        <br />
        <OrdersLink filters={{ ...filters, firstWas: 'wrong' }} about={words.accuracy}>
          {words.wrongOf(count(whole.wrong), count(whole.dispatched))}
        </OrdersLink>
        {before(percent(accuracyOf(wholeBefore), wholeBefore.dispatched))}
      </Tile>
      <Tile name={words.returnRate} value={percent(returnRateOf(whole), whole.assigned)}>
        <OrdersLink filters={{ ...filters, firstWas: 'returned' }} about={words.returnRate}>
          {words.returnsOf(count(whole.returns), count(whole.assigned))}
        </OrdersLink>
        <br />
        {words.valid(percent(validReturnsOf(whole), whole.returns))}
        {before(percent(returnRateOf(wholeBefore), wholeBefore.assigned))}
      </Tile>
      <Tile name={words.unclear} value={link('unclear', whole.unclearReturns, words.unclear)} unit={words.cases}>
        <OrdersLink filters={{ ...filters, firstWas: 'adjudicated' }} about={words.unclear}>
          {words.unclearOf(count(whole.adjudicated))}
        </OrdersLink>
        <br />
        {words.before('')}
        {link('unclear', wholeBefore.unclearReturns, words.unclear, filtersBefore)}
      </Tile>
      <Tile name={words.units} value={unitsPerOrder(whole)?.toFixed(2) ?? '–'}>
        <OrdersLink filters={{ ...filters, firstWas: 'moved' }} about={words.units}>
          {words.unitsOf(count(whole.moved))}
        </OrdersLink>
        <br />
        {words.before(unitsPerOrder(wholeBefore)?.toFixed(2) ?? '–')}
      </Tile>
      <Tile name={words.time} value={words.minutes(minutes(whole.median))}>
        {words.timeOf(words.minutes(minutes(whole.p95)))}
        <br />
        {words.before(words.minutes(minutes(wholeBefore.median)))}
      </Tile>
      <Tile name={words.hanging} value={link('hanging', whole.hanging, words.hanging)} unit={words.cases}>
        {words.hangingOf}
        <br />
        {words.before('')}
        {link('hanging', wholeBefore.hanging, words.hanging, filtersBefore)}
      </Tile>
      <Tile name={words.straight} value={link('straight', whole.straight, words.straight)} unit={words.cases}>
        {words.straightOf(percent(straightShare(whole), whole.dispatched))}
        <br />
        {words.before('')}
        {link('straight', wholeBefore.straight, words.straight, filtersBefore)}
      </Tile>
      <Tile name={words.overridden} value={link('overridden', whole.overridden, words.overridden)} unit={words.cases}>
        <OrdersLink filters={{ ...filters, firstWas: 'no-rule' }} about={words.overridden}>
          {words.overriddenOf(count(whole.noRule))}
        </OrdersLink>
        <br />
        {words.before('')}
        {link('overridden', wholeBefore.overridden, words.overridden, filtersBefore)}
      </Tile>
    </section>
  )
}
