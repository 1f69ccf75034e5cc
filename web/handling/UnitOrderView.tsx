import { type RefObject, useRef, useState } from 'react'
import { recordArrival, signAssignment } from '#contract/handling.ts'
import type { AssignmentView, OrderView } from '#contract/views.ts'
import { canOn } from '#domain/order/order.ts'
import { placeNow } from '../grid/place-now.ts'
import { useSay, useWords } from '../language.ts'
import { RequestReturnDialog } from '../returns/RequestReturnDialog.tsx'
import { ReturnNotes } from '../returns/ReturnNotes.tsx'
import { useMe } from '../session/use-me.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { ContactForm } from './ContactForm.tsx'
import { HandDownDialog } from './HandDownDialog.tsx'
import { Later } from './Later.tsx'
import { arrivalOf } from './main-clock.ts'
import { OtherUnits } from './OtherUnits.tsx'
import { orderWords } from './order-words.ts'
import { ReplyPane, useReply } from './ReplyPane.tsx'
import { ShortStory } from './ShortStory.tsx'
import { UnitHead } from './UnitHead.tsx'
import { unitWords } from './unit-words.ts'
import { useAct } from './use-act.ts'
import { type UnitOrder, useUnitOrder } from './use-unit-order.ts'
import { useUnitsBelow } from './use-units-below.ts'

type Props = { orderId: string; n: number | undefined; onBack: () => void; onDone: () => void }

/** The order at the right: loads it, finds the assignment of one's own unit, and shows it or says why not. */
export function UnitOrderView(props: Props) {
  const { orderId, n } = props
  const words = useWords(unitWords)
  const me = useMe()
  const one = useUnitOrder(orderId)
  const { order } = one
  if (order === undefined)
    return (
      <section className="col" aria-label={words.order}>
        {one.error === null ? <Loading /> : <Failed no={one.error.no} what={words.order} again={one.again} />}
      </section>
    )
  const own = order.assignments.filter((a) => a.unit === me.unit)
  const mine = own.find((a) => a.id === `${orderId}/${n}`) ?? own.at(-1)
  if (mine === undefined)
    return (
      <section className="col" aria-label={words.order}>
        <Failed no={{ code: 'not-found', words: '', faults: [] }} what={words.order} />
      </section>
    )
  return <Opened {...props} one={one} order={order} mine={mine} />
}

type OpenedProps = Props & { one: UnitOrder; order: OrderView; mine: AssignmentView }

function Opened({ one, order, mine, onBack, onDone }: OpenedProps) {
  const reply = useReply(order, mine)
  const handling = useRef<HTMLTextAreaElement>(null)
  const files = useRef<HTMLButtonElement>(null)
  const summary = useRef<HTMLInputElement>(null)
  useKeys({
    l: () => summary.current?.focus(),
    p: () => files.current?.click(),
    r: () => handling.current?.focus(),
  })
  return (
    <section className="col" aria-labelledby="order-title">
      <Acts order={order} mine={mine} n={reply.n} one={one} onBack={onBack} summary={summary} />
      <div className="unit-body fill">
        <ReplyPane
          order={order}
          mine={mine}
          reply={reply}
          onOrder={one.put}
          onAgain={one.again}
          onDone={onDone}
          handlingRef={handling}
          filesRef={files}
        />
        <aside className="col side">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a column that scrolls must be reachable by keyboard */}
          <div className="fill" tabIndex={0}>
            <ReturnNotes told={one.returns} unit={mine.unit} orderId={order.id} />
            <OtherUnits order={order} mine={mine} reply={reply} />
            <ContactForm order={order} mine={mine} n={reply.n} summaryRef={summary} onOrder={one.put} />
            <Later order={order} />
            <ShortStory orderId={order.id} entries={one.story ?? []} />
          </div>
        </aside>
      </div>
    </section>
  )
}

type ActsProps = Pick<OpenedProps, 'order' | 'mine' | 'one' | 'onBack'> & {
  n: string
  summary: RefObject<HTMLInputElement | null>
}

/** The head with what can be done now; what cannot says why, from the same table the server uses. */
function Acts({ order, mine, n, one, onBack, summary }: ActsProps) {
  const words = useWords(orderWords)
  const say = useSay()
  const below = useUnitsBelow()
  const [handing, setHanding] = useState(false)
  const [giving, setGiving] = useState(false)
  const { act, busy, no } = useAct()
  const params = { orderId: order.id, n }
  const unsigned = canOn(mine, 'signed')
  const arrival = arrivalOf(one.clocks ?? [], mine.id)
  const sign = async () => {
    if (!unsigned) return
    const sent = await act(signAssignment, { params })
    if (!sent?.ok) return
    toast(words.signDone)
    one.put(sent.reply as OrderView)
  }
  const arrive = async () => {
    // 部门报到: the place itself confirms who answers a grid worker's whistle; elsewhere nobody is located.
    const { lng, lat } = order.channel === 'grid-report' ? await placeNow() : { lng: null, lat: null }
    const sent = await act(recordArrival, { params, body: { lng, lat } })
    if (!sent?.ok) return
    toast(words.arriveDone)
    one.put(sent.reply as OrderView)
  }
  const own = one.returns?.own ?? null
  const whyKeep = own?.no == null ? null : say(own.no)
  useKeys({ s: () => void sign(), t: () => own !== null && own.no === null && setGiving(true) })
  const mayHand = canOn(mine, 'sub-dispatched')
  const whyDown =
    below.length === 0
      ? words.noneBelow
      : mayHand
        ? null
        : unsigned
          ? words.signFirst
          : (words.notNow[mine.state] ?? words.ended)
  return (
    <>
      <UnitHead order={order} mine={mine} clocks={one.clocks ?? []} onBack={onBack} why={whyDown}>
        {unsigned && (
          <Button look="go" size="sm" keys="S" busy={busy} onClick={() => void sign()}>
            {words.sign}
          </Button>
        )}
        {canOn(mine, 'contacted') && (
          <Button size="sm" onClick={() => summary.current?.focus()}>
            <Icon name="phone" size={14} /> {words.contact}
          </Button>
        )}
        {arrival === 'owed' && canOn(mine, 'arrived') && (
          <Button size="sm" busy={busy} onClick={() => void arrive()}>
            <Icon name="pin" size={14} /> {words.arrive}
          </Button>
        )}
        <Button size="sm" whyNot={whyDown} onClick={() => setHanding(true)}>
          {words.handDown}
        </Button>
        {own !== null && (
          <Button size="sm" keys="T" whyNot={whyKeep} onClick={() => setGiving(true)}>
            {words.giveBack}
          </Button>
        )}
      </UnitHead>
      {no !== null && (
        <div className="pad">
          <RefusalNote no={no} />
        </div>
      )}
      {giving && own !== null && (
        <RequestReturnDialog
          order={order}
          n={String(own.n)}
          until={own.until}
          onOrder={one.put}
          onClose={() => setGiving(false)}
        />
      )}
      {handing && (
        <HandDownDialog
          order={order}
          mine={mine}
          n={n}
          units={below}
          onOrder={one.put}
          onClose={() => setHanding(false)}
        />
      )}
    </>
  )
}
