import { useContext } from 'react'
import type { OrderRow } from '#contract/views.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Light } from '../ui/Light.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { channelWords, kindWords, orderStateWords, requestTypeWords, urgencyWords } from '../words/order.ts'
import { leftWords, momentWords } from '../words/time.ts'
import { CityName } from './city-name.ts'
import type { Column } from './columns.ts'
import { listWords } from './list-words.ts'

const DAY_MS = 86_400_000

/** What is left of a clock that runs, in words; over in red, the last day in amber. */
export function Due({ due, ended }: { due: string | null; ended: boolean }) {
  const words = useWords(listWords)
  const language = useLanguage()
  const now = useNow()
  if (due === null)
    return (
      <span className="m3" title={words.noDue}>
        {ended ? words.over : '—'}
      </span>
    )
  const left = Date.parse(due) - now
  const tone = left < 0 ? 'c-red' : left < DAY_MS ? 'c-amber' : undefined
  return (
    <span className={tone} title={momentWords(due, now, language)}>
      {leftWords(due, now, language)}
    </span>
  )
}

function Moment({ at }: { at: string | null }) {
  const language = useLanguage()
  const now = useNow()
  return at === null ? <span className="m3">—</span> : <time dateTime={at}>{momentWords(at, now, language)}</time>
}

/** A place or a unit without the city itself, which says nothing in a list of that city. */
export function Short({ name }: { name: string }) {
  const city = useContext(CityName)
  const short = city !== '' && name.startsWith(city) && name !== city ? name.slice(city.length).trim() : name
  return <span title={name}>{short}</span>
}

const count = (n: number) => (n === 0 ? <span className="m3">0</span> : <b>{n}</b>)

/** One cell of a row; the title is the table's own business, for it is the link. */
export function Cell({ row, column }: { row: OrderRow; column: Exclude<Column, 'title'> }) {
  const say = useSay()
  const words = useWords(listWords)
  const ended = row.endedAt !== null
  switch (column) {
    case 'no':
      return <OrderNo no={row.no} />
    case 'light':
      return <Light light={row.light} />
    case 'state':
      return say(orderStateWords[row.state])
    case 'requestType':
      return say(requestTypeWords[row.requestType])
    case 'channel':
      return say(channelWords[row.channel])
    case 'kind':
      return say(kindWords[row.kind])
    case 'urgency':
      return <span className={row.urgency === 'critical' ? 'c-red' : undefined}>{say(urgencyWords[row.urgency])}</span>
    case 'category':
      return row.categoryName ?? <span className="m3">—</span>
    case 'region':
      return <Short name={row.regionName} />
    case 'leadUnit':
      return row.leadUnitName === null ? <span className="m3">—</span> : <Short name={row.leadUnitName} />
    case 'hazard':
      return row.hazard ? words.hazardYes : <span className="m3">—</span>
    case 'receivedAt':
      return <Moment at={row.receivedAt} />
    case 'endedAt':
      return <Moment at={row.endedAt} />
    case 'citizenDue':
      return <Due due={row.citizenDue} ended={ended} />
    case 'unitDue':
      return <Due due={row.unitDue} ended={ended} />
    case 'reworkCount':
      return count(row.reworkCount)
    case 'urgeCount':
      return count(row.urgeCount)
  }
}
