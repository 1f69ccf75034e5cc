import type { AssignmentTab } from '#contract/assignments.ts'
import type { Row } from '../desk/standing.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { LightDot } from '../ui/Light.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { assignmentStateWords } from '../words/order.ts'
import { leftWords, momentWords } from '../words/time.ts'
import { type TodoRow, toSign } from './rows.ts'
import { dutyWords, unitWords } from './unit-words.ts'

const HOUR = 3_600_000

/** A list has no room for the day of the week. */
const short = (words: string): string => words.replace(/（周.）/, ' ')

/** What is left, in the words of the next duty; further off than a day the moment itself says more. */
function Left({ row, tab }: { row: TodoRow; tab: AssignmentTab }) {
  const words = useWords(unitWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  if (row.due === null)
    return (
      <span className="ck m3">{tab === 'reported' ? momentWords(row.dispatchedAt, now, language) : words.noLimit}</span>
    )
  const left = Date.parse(row.due) - now
  const far = left > 24 * HOUR
  const tone = left < 0 ? 'c-red' : left < 2 * HOUR || row.order.light === 'yellow' ? 'c-amber' : 'm2'
  const duty = row.duty !== null && row.duty.kind !== 'report' ? `${say(dutyWords[row.duty.kind])} ` : ''
  return (
    <span className={`ck ${tone}`}>
      {duty}
      {far ? short(momentWords(row.due, now, language)) : leftWords(row.due, now, language)}
    </span>
  )
}

/** The one fact beside number and state that makes this line different: what is pressing comes first. */
function Remark({ row }: { row: TodoRow }) {
  const words = useWords(unitWords)
  const { order } = row
  const remarks = [
    row.supplementsNew > 0 ? words.added(String(row.supplementsNew)) : '',
    order.reworkCount > 0 ? words.rework(String(order.reworkCount)) : '',
    order.urgeCount > 0 ? words.urged(String(order.urgeCount)) : '',
    row.role === 'co' ? words.asCo : row.role === 'sub' ? words.asSub : '',
    row.subs.total > 0 ? words.subs(String(row.subs.open), String(row.subs.total)) : '',
    row.role === 'lead' && row.cos.total > 0 ? words.cos(String(row.cos.open), String(row.cos.total)) : '',
    row.merged > 0 ? words.merged(String(row.merged)) : '',
  ].filter((part) => part !== '')
  return (
    <span className="cut" title={remarks.join(' · ')}>
      {remarks.slice(0, 2).join(' · ')}
    </span>
  )
}

export function TodoItem(props: {
  one: Row<TodoRow>
  tab: AssignmentTab
  open: boolean
  picked: boolean
  onOpen: () => void
  onPick: () => void
}) {
  const { row, gone } = props.one
  const words = useWords(unitWords)
  const say = useSay()
  const mayPick = props.tab !== 'handed-down' && toSign(row) && !gone
  return (
    <li
      className={`${props.open ? 'on' : ''}${gone ? ' gone' : ''}`.trim() || undefined}
      aria-current={props.open || undefined}
    >
      <LightDot light={row.order.light} />
      <button type="button" className="ti" title={row.order.title} data-row={row.id} onClick={props.onOpen}>
        {row.order.title}
      </button>
      <Left row={row} tab={props.tab} />
      <span className="me">
        {mayPick && (
          <input
            type="checkbox"
            className="pick"
            aria-label={words.pick(row.order.title)}
            checked={props.picked}
            onChange={props.onPick}
          />
        )}
        <OrderNo no={row.order.no} />
        <Remark row={row} />
        <span>
          {gone
            ? words.gone
            : props.tab === 'handed-down'
              ? `${row.unitName} · ${say(assignmentStateWords[row.state])}`
              : say(assignmentStateWords[row.state])}
        </span>
      </span>
    </li>
  )
}
