import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { mayCall } from '#contract/may-call.ts'
import { draftRuleFromRuling, type RulingView } from '#contract/returns.ts'
import { conditionNames } from '#contract/rule-words.ts'
import { type RulingGround, RulingReach } from '#domain/dispatch/rule-from-ruling.ts'
import { useAct } from '../handling/use-act.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import { useMe } from '../session/use-me.ts'
import { Button } from '../ui/Button.tsx'
import { Check } from '../ui/Check.tsx'
import { Note, RefusalNote } from '../ui/Note.tsx'
import { Segment } from '../ui/Segment.tsx'
import { momentWords } from '../words/time.ts'
import { returnWords } from './return-words.ts'
import { type RuledOrder, sayableGrounds } from './ruling-grounds.ts'

/** A ruling as it was made, and the one click that makes a rule of it. */
export function Ruled({
  orderId,
  ruling,
  request,
}: {
  orderId: string
  ruling: RulingView
  request: RuledOrder | null
}) {
  const words = useWords(returnWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const { roles } = useMe()
  const [reach, setReach] = useState<RulingReach>('city')
  const [chosen, setChosen] = useState<readonly RulingGround[]>([])
  const [rule, setRule] = useState<string | null>(null)
  const { act, busy, no } = useAct()
  const offered = request === null ? [] : sayableGrounds(request)
  const draft = async () => {
    const sent = await act(draftRuleFromRuling, { params: { orderId }, body: { reach, grounds: [...chosen] } })
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
          {offered.length > 0 && (
            <fieldset className="ruledgrounds">
              <legend className="sr">{words.grounds}</legend>
              <span className="s m2" aria-hidden="true">
                {words.grounds}
              </span>
              {offered.map(({ ground, words: value }) => (
                <Check
                  key={ground}
                  checked={chosen.includes(ground)}
                  onChange={(on) =>
                    setChosen((was) => [...was.filter((one) => one !== ground), ...(on ? [ground] : [])])
                  }
                >
                  {say(conditionNames[ground])} {say(value)}
                </Check>
              ))}
            </fieldset>
          )}
          <Button look="go" busy={busy} onClick={() => void draft()}>
            {words.draft}
          </Button>
        </div>
      )}
      {rule !== null && (
        <div role="status">
          <Note tone="b" icon="check">
            <b>{words.drafted(rule)}</b> {words.draftedWhy} <Link to="/catalogue">{words.toCatalogue}</Link>
          </Note>
        </div>
      )}
      {no !== null && <RefusalNote no={no} />}
    </>
  )
}
