import { flushSync } from 'react-dom'
import { useLanguage, useSay, useWords } from '../language.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { OrderNo } from '../ui/OrderNo.tsx'
import { useFirstFocus } from '../ui/use-first-focus.ts'
import { orderStateWords } from '../words/order.ts'
import { focusField } from './focus-field.ts'
import type { Done, Outcomes } from './use-outcomes.tsx'
import type { Seat } from './use-seat.ts'

const wordsOf = {
  zh: {
    title: '已记下，请念给来电人',
    no: '工单号',
    code: '查询码',
    say: (no: string, code: string) =>
      `“您的工单号后五位是 ${no}，查询码 ${code}。在网上或再打 12345 都能查进度、补充和催办。”`,
    state: '现在',
    merge: (no: string) => `已建议并入 ${no}，由派单员定。`,
    open: '打开工单',
    next: '下一通',
    nextEnds: '挂断，下一通',
  },
  en: {
    title: 'Recorded; read it to the caller',
    no: 'Order no.',
    code: 'Query code',
    say: (no: string, code: string) =>
      `“The last five digits of your number are ${no}, the query code is ${code}. Online or by calling 12345 you can follow, add to and urge it.”`,
    state: 'Now',
    merge: (no: string) => `Merging into ${no} is proposed; the dispatcher decides.`,
    open: 'Open order',
    next: 'Next call',
    nextEnds: 'Hang up, next call',
  },
}

/** 12 34 56: spoken digit by digit. */
const spaced = (code: string): string => code.replace(/(.)(?=.)/gu, '$1 ')

export function DoneDialog({ seat, outcomes, done }: { seat: Seat; outcomes: Outcomes; done: Done }) {
  const words = useWords(wordsOf)
  useFirstFocus('go')
  const say = useSay()
  const language = useLanguage()
  const { order } = done
  const next = () => {
    // The form was filled with the same caller again, in case there is a second matter: now the call is over. It is
    // emptied at once, for the next call may be in it before the line has answered.
    // Drawn before the hand is moved: this dialog, as it goes, gives the focus back to where it came from.
    flushSync(() => {
      void seat.call.end()
      seat.begin()
      outcomes.next()
    })
    focusField('P')
  }
  return (
    <Dialog
      title={words.title}
      onClose={next}
      foot={
        <>
          <Button look="go" keys="⏎" onClick={next}>
            {seat.call.ring === null ? words.next : words.nextEnds}
          </Button>
          <a className="btn" href={`/orders/${order.id}`} target="_blank" rel="noreferrer">
            {words.open}
          </a>
        </>
      }
    >
      <dl className="dl seat-done" lang={language === 'zh' ? 'zh-CN' : 'en'}>
        <dt>{words.no}</dt>
        <dd className="t1">
          <OrderNo no={order.no} />
        </dd>
        <dt>{words.code}</dt>
        <dd className="t1 num">{spaced(order.queryCode ?? '')}</dd>
        <dt>{words.state}</dt>
        <dd>{say(orderStateWords[order.state])}</dd>
      </dl>
      <div className="note b">
        <p>{words.say(spaced(order.no.slice(-5)), spaced(order.queryCode ?? ''))}</p>
      </div>
      {order.suggestedMaster !== null && <p className="s m2">{words.merge(order.suggestedMaster.no)}</p>}
    </Dialog>
  )
}
