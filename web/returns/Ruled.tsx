import { useState } from 'react'
import { draftRuleFromRuling, type RulingView } from '#contract/returns.ts'
import { RulingReach } from '#domain/dispatch/rule-from-ruling.ts'
import { useAct } from '../handling/use-act.ts'
import { useLanguage, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { useMe } from '../session/use-me.ts'
import { Button } from '../ui/Button.tsx'
import { Note, RefusalNote } from '../ui/Note.tsx'
import { Segment } from '../ui/Segment.tsx'
import { momentWords } from '../words/time.ts'
import { mayCall } from './may.ts'
import { returnWords } from './return-words.ts'

/** A ruling as it was made, and the one click that makes a rule of it. */
export function Ruled({ orderId, ruling }: { orderId: string; ruling: RulingView }) {
  const words = useWords(returnWords)
  const language = useLanguage()
  const now = useNow()
  const { roles } = useMe()
  const [reach, setReach] = useState<RulingReach>('city')
  const [rule, setRule] = useState<string | null>(null)
  const { act, busy, no } = useAct()
  const draft = async () => {
    const sent = await act(draftRuleFromRuling, { params: { orderId }, body: { reach } })
    if (sent?.ok) setRule(sent.reply.rule.id ?? '')
  }
  return (
    <>
      <p>
        <b>{ruling.lead.name}</b>
        {ruling.co.length > 0 && ` · ${words.co} ${ruling.co.map((unit) => unit.name).join(words.sep)}`}{' '}
        <span className="xs m3">{words.ruledAt(momentWords(ruling.at, now, language))}</span>
      </p>
      <p className="said">{ruling.ruling}</p>
      <dl className="grounds">
        {ruling.opinions.map((one) => (
          <div key={one.unit}>
            <dt>{one.unitName}</dt>
            <dd>{one.opinion}</dd>
          </div>
        ))}
        <div>
          <dt>
            {words.minutes} {ruling.minutesNo ?? ''}
          </dt>
          <dd>{ruling.minutes}</dd>
        </div>
      </dl>
      {mayCall('draftRuleFromRuling', roles) && rule === null && (
        <div className="flex wrap rule">
          <Segment
            label={words.reach}
            value={reach}
            choices={RulingReach.options.map((value) => ({ value, label: words.reaches[value] }))}
            onChange={setReach}
          />
          <Button look="go" busy={busy} onClick={() => void draft()}>
            {words.draft}
          </Button>
        </div>
      )}
      {rule !== null && (
        <div role="status">
          <Note tone="b" icon="check">
            <b>{words.drafted(rule)}</b> {words.draftedWhy}
          </Note>
        </div>
      )}
      {no !== null && <RefusalNote no={no} />}
    </>
  )
}
