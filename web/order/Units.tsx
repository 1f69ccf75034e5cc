import type { AssignmentView, OrderView } from '#contract/views.ts'
import { useSay, useWords } from '../language.ts'
import { Icon } from '../ui/Icon.tsx'
import { Tag } from '../ui/Tag.tsx'
import { assignmentStateWords } from '../words/order.ts'
import { roleWords } from './assignment-words.ts'
import { GridNote, GridTag } from './GridNote.tsx'
import { pageWords } from './page-words.ts'

const isDone = (a: AssignmentView) => a.state === 'reported' || a.state === 'accepted'

/** Who handles it: lead first, each with how far it is. */
export function Units({ order }: { order: OrderView }) {
  const words = useWords(pageWords)
  const say = useSay()
  const kept = order.assignments.filter((a) => a.state !== 'returned')
  const going = kept.filter((a) => a.state !== 'cancelled')
  // What a new dispatch or a ruling took back is history; a withdrawn order has nothing else to show.
  const live = going.length > 0 ? going : kept
  const count = (role: AssignmentView['role']) => String(live.filter((a) => a.role === role).length)
  if (live.length === 0) return null
  return (
    <section className="sec">
      <header>
        <h2>{words.handling}</h2>
        <span className="end xs m3">{words.roles(count('lead'), count('co'))}</span>
      </header>
      <table className="tbl" aria-label={words.handling}>
        <tbody>
          {live.map((a) => (
            <tr key={a.id}>
              <td className="wraps">
                {a.role === 'lead' ? <b>{a.unitName}</b> : a.unitName}{' '}
                <Tag {...(a.role === 'lead' ? { tone: 'b' as const } : {})}>{say(roleWords[a.role])}</Tag>
                <GridTag assignment={a} />
                <GridNote assignment={a} order={order} />
              </td>
              <td className={`r ${isDone(a) ? 'c-green' : ''}`.trim()}>
                {isDone(a) && <Icon name="check" size={14} />}
                {say(assignmentStateWords[a.state])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
