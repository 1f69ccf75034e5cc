import type { AssignmentView, OrderView } from '#contract/views.ts'
import { subAssignmentsOf } from '#domain/handling/assignment-of.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Icon } from '../ui/Icon.tsx'
import { Tag } from '../ui/Tag.tsx'
import { toast } from '../ui/Toasts.tsx'
import { assignmentStateWords } from '../words/order.ts'
import { momentWords } from '../words/time.ts'
import { asideWords } from './aside-words.ts'
import type { Reply } from './ReplyPane.tsx'
import { takeIn } from './reply-draft.ts'

const back = (a: AssignmentView): boolean => a.state === 'reported' || a.state === 'accepted'
const live = (a: AssignmentView): boolean => a.state !== 'returned' && a.state !== 'cancelled'

/** How far a unit is, in the last thing it did. */
function Standing({ unit }: { unit: AssignmentView }) {
  const words = useWords(asideWords)
  const language = useLanguage()
  const now = useNow()
  const when = (at: string) => momentWords(at, now, language)
  const last =
    unit.contactedAt !== null
      ? words.reachedAt(when(unit.contactedAt))
      : unit.signedAt !== null
        ? words.signedAt(when(unit.signedAt))
        : words.since(when(unit.dispatchedAt))
  return <p className="xs m3">{last}</p>
}

function Unit({ unit, reply, mayTake }: { unit: AssignmentView; reply: Reply; mayTake: boolean }) {
  const words = useWords(asideWords)
  const say = useSay()
  const { report } = unit
  const take = () => {
    if (report === null) return
    const before = reply.value
    reply.change((last) => takeIn(last, unit.unitName, report))
    toast(words.tookIn(unit.unitName), { label: words.undo, act: () => reply.change(before) })
  }
  return (
    <li>
      <div className="flex s">
        <b className="grow cut" title={unit.unitName}>
          {unit.unitName}
        </b>
        <Tag {...(back(unit) ? { tone: 'g' as const } : {})}>
          <Icon name={back(unit) ? 'check' : 'clock'} size={14} />
          {say(assignmentStateWords[unit.state])}
        </Tag>
      </div>
      {report === null ? (
        <Standing unit={unit} />
      ) : (
        <>
          {report.handling !== null && <p className="s m2">{report.handling}</p>}
          {report.publicReply !== report.handling && <p className="s m2">{words.quote(report.publicReply)}</p>}
          {mayTake && (
            <button type="button" className="link s" onClick={take}>
              {words.takeIn}
            </button>
          )}
        </>
      )}
    </li>
  )
}

function Group(props: {
  title: string
  count: string
  units: readonly AssignmentView[]
  reply: Reply
  mayTake: boolean
}) {
  if (props.units.length === 0) return null
  return (
    <section className="sec">
      <header>
        <h2>{props.title}</h2>
        <span className="end xs m3">{props.count}</span>
      </header>
      <ul className="units">
        {props.units.map((unit) => (
          <Unit key={unit.id} unit={unit} reply={props.reply} mayTake={props.mayTake} />
        ))}
      </ul>
    </section>
  )
}

/** Those who work on the same matter, side by side with one's own reply; the lead takes their words in. */
export function OtherUnits({ order, mine, reply }: { order: OrderView; mine: AssignmentView; reply: Reply }) {
  const words = useWords(asideWords)
  const writing = ['signed', 'processing', 'sent-back'].includes(mine.state)
  const below = subAssignmentsOf(order, mine.id).filter(live)
  const beside = order.assignments.filter((a) => live(a) && a.role !== 'sub' && a.id !== mine.id)
  const count = (units: readonly AssignmentView[]): [string, string] => [
    String(units.length),
    String(units.filter(back).length),
  ]
  const leads = mine.role === 'lead'
  return (
    <>
      <Group
        title={leads ? words.cos : words.others}
        count={words.cosCount(...count(beside))}
        units={beside}
        reply={reply}
        mayTake={leads && writing}
      />
      <Group
        title={words.below}
        count={words.belowCount(...count(below))}
        units={below}
        reply={reply}
        mayTake={writing}
      />
    </>
  )
}
