import type { GridWorkerView, listGridWorkers } from '#contract/grid.ts'
import { msOf } from '#domain/ids.ts'
import { OrdersLink } from '../board/OrdersLink.tsx'
import { useLanguage, useWords } from '../language.ts'
import type { ReplyOf } from '../send.ts'
import { Button } from '../ui/Button.tsx'
import { Meter } from '../ui/Meter.tsx'
import { Tag } from '../ui/Tag.tsx'
import { dateWords } from '../words/time.ts'
import { gridPostsWords } from './grid-posts-words.ts'
import { spanWords, standingOf } from './standing-of.ts'

const TONE = { away: 'a', full: 'a', off: undefined, on: 'g' } as const

/** One worker: the grid, the post, the hours, how much of the day's most they have had. */
export function WorkerRow({
  worker,
  listed,
  onEdit,
}: {
  worker: GridWorkerView
  listed: ReplyOf<typeof listGridWorkers>
  onEdit: ((worker: GridWorkerView) => void) | undefined
}) {
  const words = useWords(gridPostsWords)
  const language = useLanguage()
  const { name, gridName, post, hours, today, inHand, awayUntil } = worker
  const { cap } = listed
  const standing = standingOf(worker, listed)
  const tone = TONE[standing]
  return (
    <tr>
      <th scope="row">{name}</th>
      <td title={gridName} data-head={words.grid}>
        {gridName.split(' ').at(-1)}
      </td>
      <td title={words.postsTold[post]} data-head={words.post}>
        {words.posts[post]}
      </td>
      <td className="hours" data-head={words.hours}>
        {hours === null ? words.citywide(spanWords(listed.hours)) : spanWords(hours)}
      </td>
      <td className="today" data-head={words.load}>
        <span className="load">
          {words.loadOf(today, cap)}
          <Meter share={today / cap} tone={today >= cap ? 'amber' : 'green'} label={words.loadTold(name)} />
        </span>
      </td>
      <td data-head={words.inHand}>
        {inHand === 0 ? (
          words.pieces(inHand)
        ) : (
          <OrdersLink filters={{ inHandOf: worker.id }} about={words.inHandOf(name)}>
            {words.pieces(inHand)}
          </OrdersLink>
        )}
      </td>
      <td data-head={words.standing}>
        <Tag {...(tone === undefined ? {} : { tone })}>{words[standing]}</Tag>
        {standing === 'away' && (
          <span className="until xs m2">
            {awayUntil === null ? words.awayOpen : words.awayUntil(dateWords(awayUntil, msOf(listed.now), language))}
          </span>
        )}
      </td>
      {onEdit !== undefined && (
        <td className="act">
          <Button size="sm" aria-label={words.editOf(name)} onClick={() => onEdit(worker)}>
            {words.edit}
          </Button>
        </td>
      )}
    </tr>
  )
}
