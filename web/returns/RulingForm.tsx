import { useState } from 'react'
import { adjudicate, type ProblemOrder } from '#contract/returns.ts'
import type { UnitId } from '#domain/ids.ts'
import { useAct } from '../handling/use-act.ts'
import { useWords } from '../language.ts'
import { Button, WhyNot } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { Icon } from '../ui/Icon.tsx'
import { RefusalNote } from '../ui/Note.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { toast } from '../ui/Toasts.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { returnWords } from './return-words.ts'
import { type PickedUnit, UnitPicker } from './UnitPicker.tsx'
import { useRefreshReturns } from './use-returns.ts'

/** The unit's own word where it has filed one; else what it wrote when it gave the order back. */
const firstOpinions = ({ adjudication, returns }: ProblemOrder): Record<string, string> =>
  Object.fromEntries(
    adjudication.toHear.map(({ unit }) => [
      unit,
      adjudication.filed.find((one) => one.unit === unit)?.opinion ??
        returns.find((request) => request.unit === unit)?.explanation ??
        '',
    ]),
  )

/** 裁定: opinions, minutes, whose it is; it binds, so the button says what is missing. */
export function RulingForm({ problem, onDone }: { problem: ProblemOrder; onDone: () => void }) {
  const words = useWords(returnWords)
  const refresh = useRefreshReturns()
  const [lead, setLead] = useState<PickedUnit | null>(null)
  const [co, setCo] = useState<readonly PickedUnit[]>([])
  const [ruling, setRuling] = useState('')
  const [minutes, setMinutes] = useState('')
  const [minutesNo, setMinutesNo] = useState('')
  const [opinions, setOpinions] = useState(() => firstOpinions(problem))
  const { act, busy, no } = useAct()
  const { toHear } = problem.adjudication
  const touched = problem.units.map(({ unit }) => unit)
  const gaps = [
    lead === null ? words.rulingGaps.lead : null,
    ruling.trim() === '' ? words.rulingGaps.ruling : null,
    toHear.some(({ unit }) => (opinions[unit] ?? '').trim() === '') ? words.rulingGaps.opinions : null,
    minutes.trim() === '' ? words.rulingGaps.minutes : null,
  ].filter((gap) => gap !== null)
  const why = gaps.length === 0 ? null : words.still + gaps.join(words.sep)
  const rule = async () => {
    if (lead === null || why !== null) return
    const body = {
      lead: lead.id,
      co: co.map((unit) => unit.id),
      ruling: ruling.trim(),
      opinions: toHear.map(({ unit }) => ({ unit: unit as UnitId, opinion: (opinions[unit] ?? '').trim() })),
      minutes: minutes.trim(),
      minutesNo: minutesNo.trim() === '' ? null : minutesNo.trim(),
      evidence: [],
    }
    const params = { orderId: problem.order.id }
    const sent = await act(adjudicate, { params, body }, { version: problem.order.version })
    if (sent === null) return
    refresh()
    if (!sent.ok) return
    toast(words.ruledDone)
    onDone()
  }
  useKeys({ 'Ctrl+Enter': () => void rule() })
  return (
    <>
      <div className="form ruling">
        <Field label={words.lead} required>
          {(field) => (
            <UnitPicker field={field} value={lead} onPick={setLead} first={touched} not={co.map((u) => u.id)} />
          )}
        </Field>
        <Field label={words.co} group>
          {() => (
            <div className="flex wrap">
              {co.map((unit) => (
                <span key={unit.id} className="tag b">
                  {unit.name}
                  <button
                    type="button"
                    className="ghost small"
                    aria-label={words.removeCo(unit.name)}
                    onClick={() => setCo((last) => last.filter((one) => one.id !== unit.id))}
                  >
                    <Icon name="close" size={14} />
                  </button>
                </span>
              ))}
              <UnitPicker
                key={co.length}
                label={words.addCo}
                value={null}
                first={touched}
                not={[...co.map((unit) => unit.id), ...(lead === null ? [] : [lead.id])]}
                onPick={(unit) => unit !== null && setCo((last) => [...last, unit])}
              />
            </div>
          )}
        </Field>
        <Field label={words.ruling} required>
          {(field) => (
            <TextArea
              {...field}
              max={500}
              height={60}
              value={ruling}
              placeholder={words.rulingHint}
              onChange={setRuling}
            />
          )}
        </Field>
        {toHear.map(({ unit, name }) => (
          <Field key={unit} label={words.opinionOf(name)} required>
            {(field) => (
              <TextArea
                {...field}
                max={500}
                height={52}
                value={opinions[unit] ?? ''}
                onChange={(text) => setOpinions((last) => ({ ...last, [unit]: text }))}
              />
            )}
          </Field>
        ))}
        <Field label={words.minutes} required>
          {(field) => (
            <TextArea
              {...field}
              max={2000}
              height={72}
              value={minutes}
              placeholder={words.minutesHint}
              onChange={setMinutes}
            />
          )}
        </Field>
        <Field label={words.minutesNo}>
          {(field) => <TextInput {...field} maxLength={100} value={minutesNo} onChange={setMinutesNo} />}
        </Field>
      </div>
      {no !== null && <RefusalNote no={no}>{no.code === 'stale-version' && <p>{words.changed}</p>}</RefusalNote>}
      <div className="flex wrap rule">
        <Button look="go" keys="Ctrl ⏎" busy={busy} whyNot={why} onClick={() => void rule()}>
          {words.go}
        </Button>
        {why === null ? <span className="xs m3">{words.binding}</span> : <WhyNot>{why}</WhyNot>}
      </div>
    </>
  )
}
