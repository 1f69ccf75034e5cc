import { dispatchTrace } from '#contract/catalogue.ts'
import { TraceView } from '../catalogue/TraceView.tsx'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import type { ReplyOf } from '../send.ts'
import { Note } from '../ui/Note.tsx'
import { Failed, Loading } from '../ui/States.tsx'
import { useApi } from '../use-api.ts'
import { momentWords } from '../words/time.ts'

const wordsOf = {
  zh: {
    what: '派单依据',
    dispatched: (at: string, by: string) => `${at} ${by}派出`,
    system: '系统',
    by: '按当时的目录',
    followed: '按规则建议派给了',
    overridden: (unit: string) => `派单员改派给了 ${unit}`,
    reason: '理由',
    note: '派单意见',
    now: '按现在的目录',
    nowTold: '退过单的单位不再参加。',
    none: '还没有派出过。',
    same: '现在再派，也是这一家。',
    moved: (unit: string) => `现在再派，会派给 ${unit}。`,
    nobody: '现在没有规则选得出单位。',
  },
  en: {
    what: 'why it went there',
    dispatched: (at: string, by: string) => `Dispatched ${at} by ${by}`,
    system: 'the platform',
    by: 'By the catalogue of that time',
    followed: 'as the rules proposed, to',
    overridden: (unit: string) => `the dispatcher sent it to ${unit} instead`,
    reason: 'Reason',
    note: 'Note',
    now: 'By the catalogue of now',
    nowTold: 'Units that gave it back are out.',
    none: 'It has not been dispatched yet.',
    same: 'Dispatched now it would go to the same unit.',
    moved: (unit: string) => `Dispatched now it would go to ${unit}.`,
    nobody: 'No rule finds a unit now.',
  },
}

type Trace = ReplyOf<typeof dispatchTrace>

function Dispatch({ one }: { one: Trace['dispatches'][number] }) {
  const words = useWords(wordsOf)
  const language = useLanguage()
  const now = useNow()
  return (
    <section className="trace-step">
      <h3 className="t3">
        {words.dispatched(momentWords(one.at, now, language), one.by ?? words.system)}{' '}
        <span className="s m2">
          {one.followed ? (
            <>
              {words.followed} <b>{one.lead.name}</b>
            </>
          ) : (
            <b>{words.overridden(one.lead.name)}</b>
          )}
        </span>
      </h3>
      {one.overrideReason !== null && (
        <p className="s">
          <span className="m3">{words.reason}</span> {one.overrideReason}
        </p>
      )}
      {one.note !== null && (
        <p className="s">
          <span className="m3">{words.note}</span> {one.note}
        </p>
      )}
      <p className="xs m3">{words.by}</p>
      <TraceView choice={one.choice} />
    </section>
  )
}

/** For every dispatch the rule that chose and those that lost, in plain words; and where it would go by the rules of now. */
export function TraceTab({ orderId }: { orderId: string }) {
  const words = useWords(wordsOf)
  const { data, error, refetch } = useApi(dispatchTrace, { params: { orderId } }, { staleTime: 60_000 })
  if (error !== null) return <Failed no={error.no} what={words.what} again={() => void refetch()} />
  if (data === undefined) return <Loading />
  const last = data.dispatches.at(-1)
  const lead = data.now.lead
  const verdict = lead === null ? words.nobody : lead.id === last?.lead.id ? words.same : words.moved(lead.name)
  return (
    <>
      {data.dispatches.length === 0 && <p className="s m2">{words.none}</p>}
      {data.dispatches.map((one) => (
        <Dispatch key={one.at} one={one} />
      ))}
      <section className="trace-step">
        <h3 className="t3">
          {words.now} <span className="xs m3">{words.nowTold}</span>
        </h3>
        {last !== undefined && <Note tone={lead?.id === last.lead.id ? 'b' : 'a'}>{verdict}</Note>}
        <TraceView choice={data.now} />
      </section>
    </>
  )
}
