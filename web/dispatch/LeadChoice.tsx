import type { Candidate, dispatchCandidates, UnitOffer } from '#contract/candidates.ts'
import { useSay, useWords } from '../language.ts'
import { OrderLink } from '../list/OrderLink.tsx'
import type { ReplyOf } from '../send.ts'
import { Icon } from '../ui/Icon.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { type DispatchWords, dispatchWords } from './dispatch-words.ts'
import { Load } from './Load.tsx'
import type { UnitPick } from './plan.ts'

type Offer = ReplyOf<typeof dispatchCandidates>
type Props = { offer: Offer; chosen: UnitPick | null; onChoose: (unit: UnitPick) => void }

const percentOf = (share: number): string => `${Math.round(share * 100)} %`

/** Below ten settled cases a percentage says more than is known. */
function recordWords({ record: { assigned, kept, wrong } }: Candidate, days: number, words: DispatchWords): string {
  if (assigned === 0) return words.noRecord(days)
  const settled = kept + wrong
  const rates = settled < 10 ? '' : words.rates(percentOf(kept / settled), percentOf(wrong / settled))
  return words.record(days, assigned, kept, wrong) + rates
}

/** The chosen one in full: why, on which rule, which orders before, what became of them, what it has in hand. */
function Details({ one, days }: { one: Candidate; days: number }) {
  const words = useWords(dispatchWords)
  const say = useSay()
  const { rule, precedents } = one
  return (
    <div className="details">
      <p className="s">{say(one.why)}</p>
      {rule !== null && (
        <p className="xs m3">
          {words.basis} {rule.basis}
        </p>
      )}
      {precedents.length > 0 && (
        <p className="xs m2 flex wrap">
          <span>{words.likeThese}</span>
          {precedents.map(({ id, no, likeness }) => (
            <span key={id} className="nw" title={words.likeness(likeness.toFixed(2))}>
              <OrderLink id={id} title={no} />
            </span>
          ))}
        </p>
      )}
      <p className="xs m2">{recordWords(one, days, words)}</p>
      <div className="flex wrap xs m2 facts">
        <Load load={one.load} />
      </div>
    </div>
  )
}

function Card({ one, n, days, chosen, onChoose }: Omit<Props, 'offer'> & { one: Candidate; n: number; days: number }) {
  const words = useWords(dispatchWords)
  const say = useSay()
  const on = chosen?.unit === one.unit
  return (
    <li className={on ? 'leadcard on' : 'leadcard'}>
      <button
        type="button"
        aria-pressed={on}
        aria-keyshortcuts={String(n)}
        data-unit={one.unit}
        onClick={() => onChoose(one)}
      >
        <Kbd>{n}</Kbd>
        <span className="cut">
          <b>{one.name}</b> {!on && <span className="why">{say(one.why)}</span>}
        </span>
        {!on && <span className="xs m3 nw">{words.open(one.load.open)}</span>}
        <span className="p nw" title={words.scoreTitle(words.sources[one.source])}>
          {percentOf(one.score)}
        </span>
      </button>
      {on && <Details one={one} days={days} />}
    </li>
  )
}

function Barred({ unit }: { unit: UnitOffer }) {
  const words = useWords(dispatchWords)
  return (
    <p className="xs m3 barred">
      <Icon name="lock" size={14} />{' '}
      {words.refusedLine(unit.name, words.refused[unit.refused ?? 'unit-already-returned-it'])}
    </p>
  )
}

/** The three recommended units with their keys; the chosen one is open. Units that gave it back stand below, barred. */
export function LeadChoice({ offer, chosen, onChoose }: Props) {
  const words = useWords(dispatchWords)
  const { candidates, choice, days } = offer
  const other = chosen !== null && !candidates.some(({ unit }) => unit === chosen.unit)
  const [best] = candidates
  const against = best !== undefined && choice.lead !== null && best.unit !== choice.lead
  return (
    <>
      {choice.lead === null && <p className="help">{words.noneProposed}</p>}
      {against && <p className="help">{words.againstRule(best.name)}</p>}
      <ul className="leads" aria-label={words.lead}>
        {other && (
          <li className="leadcard on">
            <div className="plainlead">
              <Icon name="check" />
              <b className="cut">{chosen.name}</b>
            </div>
          </li>
        )}
        {candidates.map((one, i) => (
          <Card key={one.unit} one={one} n={i + 1} days={days} chosen={chosen} onChoose={onChoose} />
        ))}
      </ul>
      {offer.barred.map((unit) => (
        <Barred key={unit.unit} unit={unit} />
      ))}
    </>
  )
}
