import type { AssignmentView, OrderView } from '#contract/views.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Facts } from '../ui/Facts.tsx'
import { Empty } from '../ui/States.tsx'
import { Tag } from '../ui/Tag.tsx'
import { assignmentStateWords } from '../words/order.ts'
import { momentWords } from '../words/time.ts'
import { assignmentWords, factWords, roleWords, solvedWords } from './assignment-words.ts'
import { GridNote, GridTag } from './GridNote.tsx'
import { pageWords } from './page-words.ts'

function useSteps(a: AssignmentView): [string, string][] {
  const words = useWords(assignmentWords)
  const language = useLanguage()
  const now = useNow()
  const at = (moment: string) => momentWords(moment, now, language)
  const contact =
    a.contactedAt !== null
      ? at(a.contactedAt)
      : a.contactExempt
        ? words.exempt
        : a.contactAttempts > 0
          ? words.attempts(String(a.contactAttempts))
          : words.notContacted
  return [
    [words.dispatched, at(a.dispatchedAt)],
    [
      words.signed,
      a.signedAt === null ? words.notSigned : `${at(a.signedAt)}${a.autoSigned ? ` · ${words.auto}` : ''}`,
    ],
    [words.contacted, contact],
    ...(a.arrivedAt === null ? [] : [[words.arrived, at(a.arrivedAt)] as [string, string]]),
    [words.reported, a.reportedAt === null ? words.notReported : at(a.reportedAt)],
  ]
}

function Report({ report }: { report: NonNullable<AssignmentView['report']> }) {
  const words = useWords(assignmentWords)
  const say = useSay()
  const named = (table: typeof solvedWords, key: string) => {
    const found = table[key]
    return found === undefined ? key : say(found)
  }
  return (
    <div className="report">
      <Facts
        of={[
          [words.result, `${named(solvedWords, report.solved)} · ${named(factWords, report.factTrue)}`],
          [words.publicReply, report.publicReply],
          [words.handling, report.handling],
          [words.why, report.solvedReason],
          [words.basis, report.policyBasis],
          [words.signer, report.signer],
          ['', report.evidence.length === 0 ? null : words.evidence(String(report.evidence.length))],
        ]}
      />
    </div>
  )
}

function Assignment({ assignment, order }: { assignment: AssignmentView; order: OrderView }) {
  const say = useSay()
  const steps = useSteps(assignment)
  return (
    <li className="assignment">
      <header className="flex wrap">
        <h3 className="t3">{assignment.unitName}</h3>
        <Tag {...(assignment.role === 'lead' ? { tone: 'b' as const } : {})}>{say(roleWords[assignment.role])}</Tag>
        <GridTag assignment={assignment} />
        <span className="s m2">{say(assignmentStateWords[assignment.state])}</span>
      </header>
      <dl className="steps">
        {steps.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <GridNote assignment={assignment} order={order} />
      {assignment.report !== null && <Report report={assignment.report} />}
    </li>
  )
}

/** 派件: every unit with its four steps and what it reported, side by side for whoever must judge them. */
export function AssignmentsTab({ order }: { order: OrderView }) {
  const words = useWords(pageWords)
  if (order.assignments.length === 0) return <Empty title={words.notDispatched}>{words.notDispatchedWhy}</Empty>
  return (
    <ul className="assignments">
      {order.assignments.map((assignment) => (
        <Assignment key={assignment.id} assignment={assignment} order={order} />
      ))}
    </ul>
  )
}
