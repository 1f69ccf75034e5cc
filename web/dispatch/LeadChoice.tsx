import type { Candidate, dispatchCandidates } from '#contract/candidates.ts'
import { useWords } from '../language.ts'
import type { ReplyOf } from '../send.ts'
import { Icon } from '../ui/Icon.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { type DispatchWords, dispatchWords } from './dispatch-words.ts'
import { Load } from './Load.tsx'
import type { UnitPick } from './plan.ts'

type Offer = ReplyOf<typeof dispatchCandidates>
type Props = { offer: Offer; chosen: UnitPick | null; onChoose: (unit: UnitPick) => void }

const percent = ({ history }: Candidate): string =>
  // Below ten cases a percentage says more than is known.
  history === null || history.of < 10 ? '' : `${Math.round((100 * history.led) / history.of)} %`

function groundWords({ rule, history }: Candidate, words: DispatchWords, { days, area }: Offer): string {
  if (rule === null)
    return history === null ? words.noRule : words.history(days, words.areas[area], history.led, history.of)
  return rule.nearness === 'other-scene'
    ? words.nearness['other-scene'](rule.categoryName ?? rule.category ?? '')
    : words.nearness[rule.nearness]
}

/** The chosen one in full: rule and its text, what was done before, what it has in hand. */
function Details({ one, offer }: { one: Candidate; offer: Offer }) {
  const words = useWords(dispatchWords)
  const { days, area } = offer
  const { rule, history } = one
  return (
    <div className="details">
      <p className="s">
        {rule === null ? (
          words.noRule
        ) : (
          <>
            {words.rule} <b>{rule.id}</b>
            {words.colon}
            {groundWords(one, words, offer)}
          </>
        )}
      </p>
      {rule !== null && (
        <p className="xs m3">
          {words.basis} {rule.basis}
        </p>
      )}
      <div className="flex wrap xs m2 facts">
        <span>
          {history === null
            ? words.noHistory(days, words.areas[area])
            : words.history(days, words.areas[area], history.led, history.of)}
          {history !== null && history.returned > 0 && ` · ${words.returned(history.returned)}`}
        </span>
        <Load load={one.load} />
      </div>
    </div>
  )
}

function Card({ one, n, offer, chosen, onChoose }: Props & { one: Candidate; n: number }) {
  const words = useWords(dispatchWords)
  const on = chosen?.unit === one.unit
  const refused = one.refused === null ? null : words.refused[one.refused]
  return (
    <li className={on ? 'leadcard on' : 'leadcard'}>
      <button
        type="button"
        aria-pressed={on}
        aria-disabled={refused !== null || undefined}
        aria-keyshortcuts={String(n)}
        data-unit={one.unit}
        onClick={() => refused === null && onChoose(one)}
      >
        <Kbd>{n}</Kbd>
        <span className="cut">
          <b>{one.name}</b> {!on && <span className="why">{refused ?? groundWords(one, words, offer)}</span>}
        </span>
        {!on && <span className="xs m3 nw">{words.open(one.load.open)}</span>}
        <span
          className="p nw"
          title={percent(one) === '' ? undefined : words.shareTitle(offer.days, words.areas[offer.area])}
        >
          {percent(one)}
        </span>
      </button>
      {on && <Details one={one} offer={offer} />}
    </li>
  )
}

/** Up to nine units with their keys; the chosen one is open. Units that may not have it stand below, with the reason. */
export function LeadChoice({ offer, chosen, onChoose }: Props) {
  const words = useWords(dispatchWords)
  const { candidates } = offer
  const barred = candidates.filter(({ refused }) => refused !== null)
  const other = chosen !== null && !candidates.some(({ unit }) => unit === chosen.unit)
  return (
    <>
      {offer.choice.lead === null && <p className="help">{words.noneProposed}</p>}
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
          <Card key={one.unit} one={one} n={i + 1} offer={offer} chosen={chosen} onChoose={onChoose} />
        ))}
      </ul>
      {barred.map(({ unit, name, refused }) => (
        <p key={unit} className="xs m3 barred">
          <Icon name="lock" size={14} /> {refused !== null && words.refusedLine(name, words.refused[refused])}
        </p>
      ))}
    </>
  )
}
