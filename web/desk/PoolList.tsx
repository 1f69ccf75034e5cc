import type { PoolOrder, PoolTab } from '#contract/desk.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { LightDot, lightTone } from '../ui/Light.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { kindWords, orderStateWords, urgencyWords } from '../words/order.ts'
import { leftWords, momentWords } from '../words/time.ts'
import { deskLight, limitSpeaks } from './desk-light.ts'
import { deskWords } from './desk-words.ts'
import type { Row } from './standing.ts'

type Props = {
  rows: readonly Row<PoolOrder>[]
  tab: PoolTab
  open: string | null
  onOpen: (id: string) => void
  picked?: ReadonlySet<string>
  onPick?: (id: string) => void
}

/** What stands at the right end of the second line: who has it, else how pressing it is. */
function End({ row, gone, tab }: Row<PoolOrder> & { tab: PoolTab }) {
  const words = useWords(deskWords)
  const say = useSay()
  if (gone) return <span>{words.gone}</span>
  if (tab === 'done' || tab === 'straight') return <span>{say(orderStateWords[row.state])}</span>
  if (row.claim !== null)
    return (
      <span className={row.claim.mine ? 'c-brand' : undefined} title={words.heldBy(row.claim.name)}>
        <Icon name="user" size={12} /> {row.claim.mine ? words.mineTag : row.claim.name}
      </span>
    )
  const word = row.urgency === 'normal' ? kindWords[row.kind] : urgencyWords[row.urgency]
  return <span className={row.urgency === 'critical' ? 'c-red' : undefined}>{say(word)}</span>
}

/** On a phone the order lies below the list: without going there a tap would seem to do nothing. */
function goBelow(row: HTMLElement): void {
  if (window.matchMedia('(max-width: 799px)').matches) row.closest('.col')?.nextElementSibling?.scrollIntoView()
}

function Item({ one, tab, open, onOpen, picked, onPick }: Omit<Props, 'rows'> & { one: Row<PoolOrder> }) {
  const { row, gone } = one
  const words = useWords(deskWords)
  const language = useLanguage()
  const now = useNow()
  const over = tab === 'done' || tab === 'straight'
  const light = over ? row.light : deskLight(row, now)
  const speaks = over ? null : limitSpeaks(row, now)
  const dot = <LightDot light={light} instead={speaks === null ? undefined : words.limit[speaks]} />
  const tone = light === 'green' ? 'm2' : `c-${lightTone(light)}`
  const left = row.deskDue === null ? words.noLimit : leftWords(row.deskDue, now, language)
  return (
    <li
      className={`${row.id === open ? 'on' : ''}${gone ? ' gone' : ''}`.trim() || undefined}
      aria-current={row.id === open || undefined}
    >
      {onPick === undefined ? (
        dot
      ) : (
        <span className="pickdot">
          {dot}
          <input
            type="checkbox"
            className="pick"
            aria-label={words.pick(row.title)}
            checked={picked?.has(row.id) ?? false}
            onChange={() => onPick(row.id)}
          />
        </span>
      )}
      <button
        type="button"
        className="ti"
        title={row.title}
        data-order={row.id}
        onClick={(event) => {
          onOpen(row.id)
          goBelow(event.currentTarget)
        }}
      >
        {row.title}
      </button>
      <span className={`ck ${tone}`}>{over ? momentWords(row.receivedAt, now, language) : left}</span>
      <span className="me">
        <OrderNo no={row.no} />
        <span className="cut" title={row.regionName}>
          {row.regionName.split(' ').slice(0, 2).join(' ')}
        </span>
        <End {...one} tab={tab} />
      </span>
    </li>
  )
}

/** Rows of 58 px: shape, title, what is left; number, place, kind. The whole row opens. */
export function PoolList(props: Props) {
  return props.rows.map((one) => <Item key={one.row.id} {...props} one={one} />)
}
