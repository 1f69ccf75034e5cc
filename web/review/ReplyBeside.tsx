import type { AssignmentView, OrderView } from '#contract/views.ts'
import { Wish } from '../desk/OrderText.tsx'
import { FileList } from '../files/FileList.tsx'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { Facts } from '../ui/Facts.tsx'
import { Tag } from '../ui/Tag.tsx'
import { momentWords } from '../words/time.ts'
import { reviewWords } from './review-words.ts'

type Report = NonNullable<AssignmentView['report']>

/** The facts of a report: true or not, solved or not, on which ground, by whose name. */
function ReportFacts({ report }: { report: Report }) {
  const words = useWords(reviewWords)
  const language = useLanguage()
  const now = useNow()
  const facts: (readonly [string, string | null])[] = [
    [words.facts, words.factNames[report.factTrue]],
    [words.solved, [words.solvedNames[report.solved], report.solvedReason].filter((part) => part !== null).join('：')],
    [words.basis, report.policyBasis],
    [words.signer, report.signer],
    [words.head, report.headInvolved],
    [words.reportedAt, momentWords(report.at, now, language)],
  ]
  return <Facts of={facts} />
}

function Evidence({ order, report }: { order: OrderView; report: Report }) {
  const words = useWords(reviewWords)
  const files = order.files.filter(({ file }) => report.evidence.includes(file))
  return files.length === 0 ? (
    <p className="xs m3">{words.noEvidence}</p>
  ) : (
    <FileList orderId={order.id} files={files} />
  )
}

export const leadOfView = ({ assignments }: Pick<OrderView, 'assignments'>) =>
  assignments.findLast(({ role, state }) => role === 'lead' && state !== 'returned' && state !== 'cancelled')

/** What the unit answers, line by line beside what was asked for. */
export function ReplyBeside({ order }: { order: OrderView }) {
  const words = useWords(reviewWords)
  const lead = leadOfView(order)
  const report = lead?.report ?? null
  return (
    <div className="sec beside">
      <div className="asked">
        <h3 className="t3">{words.citizenSaid}</h3>
        <Wish order={order} />
        <p className="saytext">{order.request.content}</p>
        <p className="xs m3">{[order.regionName, order.request.address].filter((part) => part !== null).join(' · ')}</p>
      </div>
      <div className="answered">
        <h3 className="t3">
          {words.unitAnswered} {lead !== undefined && <Tag>{lead.unitName}</Tag>}
        </h3>
        {report === null && order.answer !== null ? (
          <div className="replybox">
            <div className="k">{words.publicReply}</div>
            <p className="saytext">{order.answer}</p>
          </div>
        ) : report === null ? (
          <p className="m3">{words.noReply}</p>
        ) : (
          <>
            <div className="replybox">
              <div className="k">{words.publicReply}</div>
              <p className="saytext">{report.publicReply}</p>
            </div>
            {report.handling !== null && (
              <div className="quiet">
                <div className="k">{words.handling}</div>
                <p>{report.handling}</p>
              </div>
            )}
            <ReportFacts report={report} />
            <h3 className="xs m2">{words.evidence}</h3>
            <Evidence order={order} report={report} />
          </>
        )}
      </div>
    </div>
  )
}

/** Each co-unit's own report, so that what the lead left out is seen. */
export function CoReplies({ order }: { order: OrderView }) {
  const words = useWords(reviewWords)
  const others = order.assignments.filter(({ role, state }) => role !== 'lead' && state !== 'cancelled')
  if (others.length === 0) return null
  return (
    <div className="sec">
      <header>
        <h2>{words.coReplies}</h2>
      </header>
      <ul className="coreplies">
        {others.map(({ id, unitName, report }) => (
          <li key={id} className="quiet">
            <div className="k">{unitName}</div>
            <p>{report?.publicReply ?? words.noReply}</p>
            {report !== null && <Evidence order={order} report={report} />}
          </li>
        ))}
      </ul>
    </div>
  )
}
