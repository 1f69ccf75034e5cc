import { Link } from '@tanstack/react-router'
import type { CalibrationProposal, Evidence } from '#contract/calibration-shapes.ts'
import { useSay, useWords } from '../language.ts'
import { OrderNo } from '../ui/OrderNo.tsx'
import { calibrationWords } from './calibration-words.ts'

function Orders({ label, orders }: { label: string; orders: Evidence['orders'] }) {
  if (orders.length === 0) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd className="calibration-refs">
        {orders.map(({ id, no }) => (
          <Link key={id} to="/orders/$orderId" params={{ orderId: id }}>
            <OrderNo no={no} />
          </Link>
        ))}
      </dd>
    </div>
  )
}

type Told = Pick<CalibrationProposal, 'what' | 'why' | 'basis' | 'evidence' | 'units'>

/** What would change and why, with orders for and against: the same for analysts and for the units that are asked. */
export function ProposalEvidence({ what, why, basis, evidence, units }: Told) {
  const words = useWords(calibrationWords)
  const say = useSay()
  return (
    <div className="calibration-told">
      {what.map((line) => (
        <p key={line.en}>{say(line)}</p>
      ))}
      <dl>
        {why.zh !== '' && (
          <div>
            <dt>{words.why}</dt>
            <dd>{say(why)}</dd>
          </div>
        )}
        {!basis.includes(why.zh.slice(0, 40)) || why.zh === '' ? (
          <div>
            <dt>{words.basis}</dt>
            <dd>{basis}</dd>
          </div>
        ) : null}
        {evidence !== null && (
          <>
            <Orders label={`${words.support} ${evidence.support}`} orders={evidence.orders} />
            <Orders label={`${words.against} ${evidence.against}`} orders={evidence.counter} />
          </>
        )}
        {units.length > 0 && (
          <div>
            <dt>{words.units}</dt>
            <dd>{units.map(({ name }) => name).join(words.sep)}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}
