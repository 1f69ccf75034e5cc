import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { mayCall } from '#contract/may-call.ts'
import { getOrder } from '#contract/orders.ts'
import { decideReturn, orderReturns, type ReturnInQueue } from '#contract/returns.ts'
import { OrderHead } from '../desk/OrderHead.tsx'
import { OrderText } from '../desk/OrderText.tsx'
import { useAct } from '../handling/use-act.ts'
import { useWords } from '../language.ts'
import { useMe } from '../session/use-me.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Note, RefusalNote } from '../ui/Note.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { useApi } from '../use-api.ts'
import { Grounds } from './Grounds.tsx'
import { returnWords } from './return-words.ts'
import { useRefreshReturns } from './use-returns.ts'

type Verdict = 'approve' | 'reject' | 'adjudicate'

/** The unit's ground beside what the citizen asked, and the three ways to decide; what is closed says why. */
export function ReturnPane({ one, onDone, onBack }: { one: ReturnInQueue; onDone: () => void; onBack: () => void }) {
  const words = useWords(returnWords)
  const { roles } = useMe()
  const { id } = one.order
  const order = useApi(getOrder, { params: { orderId: id } })
  const told = useApi(orderReturns, { params: { orderId: id } })
  const refresh = useRefreshReturns()
  const field = useRef<HTMLTextAreaElement>(null)
  const [finding, setFinding] = useState('')
  const { act, busy, no } = useAct()
  const { request } = one
  const may = mayCall('decideReturn', roles) ? null : words.leadOnly
  const unsaid = finding.trim() === '' ? words.findingFirst : null
  const whyNot: Record<Verdict, string | null> = {
    approve: may ?? (request.mustAdjudicate ? words.must : unsaid),
    reject: may ?? (request.mustAdjudicate ? words.must : unsaid),
    adjudicate: may ?? (request.role === 'lead' ? unsaid : words.coOnly),
  }
  const decide = async (verdict: Verdict) => {
    if (whyNot[verdict] !== null) return field.current?.focus()
    const call = { params: { orderId: id, n: String(request.n) }, body: { verdict, finding: finding.trim() } }
    const sent = await act(decideReturn, call, order.data === undefined ? {} : { version: order.data.version })
    if (sent === null) return
    refresh()
    if (!sent.ok) return
    toast(words.done[verdict])
    onDone()
  }
  useKeys({
    a: () => void decide('approve'),
    x: () => void decide('reject'),
    z: () => void decide('adjudicate'),
    r: () => field.current?.focus(),
  })
  if (order.data === undefined)
    return (
      <section className="col" aria-label={words.order}>
        {order.error === null ? <Loading /> : <Failed no={order.error.no} what={words.order} />}
      </section>
    )
  const earlier = told.data?.returns.filter((other) => other.n !== request.n) ?? []
  const reasons = [...new Set(Object.values(whyNot).filter((why) => why !== null))]
  return (
    <section className="col" aria-labelledby="order-title">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by keyboard */}
      <div className="fill" tabIndex={0}>
        <OrderHead order={order.data} light={order.data.light}>
          <button type="button" className="ghost back" aria-label={words.back} onClick={onBack}>
            <Icon name="left" />
          </button>
          <Link className="s" to="/orders/$orderId" params={{ orderId: id }}>
            {words.full}
          </Link>
        </OrderHead>
        <div className="sec">
          {request.mustAdjudicate && (
            <Note tone="a">
              <b>{words.must}</b>
            </Note>
          )}
          <Grounds request={request} orderId={id} files={order.data.files} />
        </div>
        {earlier.length > 0 && (
          <div className="sec">
            <header>
              <h2>{words.history}</h2>
            </header>
            {earlier.map((other) => (
              <Grounds key={other.n} request={other} orderId={id} files={order.data.files} />
            ))}
          </div>
        )}
        <OrderText order={order.data} />
      </div>
      <div className="pad decide">
        {no !== null && <RefusalNote no={no}>{no.code === 'stale-version' && <p>{words.changed}</p>}</RefusalNote>}
        <TextArea
          aria-label={words.finding}
          areaRef={field}
          max={300}
          height={56}
          value={finding}
          placeholder={words.findingHint}
          onChange={setFinding}
        />
      </div>
      <footer className="bar">
        <Button
          look={request.mustAdjudicate ? 'plain' : 'go'}
          keys="A"
          busy={busy}
          whyNot={whyNot.approve}
          onClick={() => void decide('approve')}
        >
          {words.approve}
        </Button>
        <Button keys="X" busy={busy} whyNot={whyNot.reject} onClick={() => void decide('reject')}>
          {words.reject}
        </Button>
        <Button
          look={request.mustAdjudicate ? 'go' : 'plain'}
          keys="Z"
          busy={busy}
          whyNot={whyNot.adjudicate}
          onClick={() => void decide('adjudicate')}
        >
          {words.adjudicate}
        </Button>
        {reasons.length > 0 && <WhyNot>{reasons.join('；')}</WhyNot>}
      </footer>
    </section>
  )
}
