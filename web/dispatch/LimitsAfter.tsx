import { dispatchPreview } from '#contract/dispatch.ts'
import { useLanguage, useWords } from '../language.ts'
import type { ReplyOf } from '../send.ts'
import { Tag } from '../ui/Tag.tsx'
import { useApi } from '../use-api.ts'
import { limitWords } from '../words/limit.ts'
import { momentWords } from '../words/time.ts'
import { type DispatchWords, dispatchWords } from './dispatch-words.ts'
import type { Plan } from './plan.ts'

type Clock = ReplyOf<typeof dispatchPreview>['clocks'][number]

const nameOf = ({ code, unit }: Clock, words: DispatchWords): string => {
  const names: Readonly<Record<string, string>> = words.limitNames
  return names[unit === null ? `citizen${code}` : code] ?? code
}

/** What would run if it went out now: the unit's own limits first, then what the citizen was promised. */
export function LimitsAfter({ orderId, plan }: { orderId: string; plan: Plan }) {
  const words = useWords(dispatchWords)
  const language = useLanguage()
  const lead = plan.lead?.unit ?? ''
  const co = plan.co.map(({ unit }) => unit)
  const { data, error } = useApi(
    dispatchPreview,
    { params: { orderId }, query: { lead, co } },
    { enabled: lead !== '', keep: true },
  )
  const shown = data?.clocks.filter(({ unit }) => unit === null || unit === lead) ?? []
  // The citizen's promise is the later question of the two, so it stands last and in weight.
  const sorted = [...shown.filter(({ unit }) => unit !== null), ...shown.filter(({ unit }) => unit === null)]
  return (
    <div className="sec">
      <header>
        <h2>{words.limits}</h2>
        {data !== undefined && lead !== '' && (
          <Tag>
            {data.profileName} {data.profile}
          </Tag>
        )}
      </header>
      {lead === '' && <p className="s m3">{words.limitsNone}</p>}
      {error !== null && lead !== '' && <p className="s c-red">{error.no.words}</p>}
      {lead !== '' && data !== undefined && error === null && (
        <dl className="dl">
          {sorted.map((clock) => {
            const when = words.before(momentWords(clock.due, Date.parse(data.now), language))
            return (
              <div key={`${clock.unit} ${clock.code}`} style={{ display: 'contents' }}>
                <dt>{nameOf(clock, words)}</dt>
                <dd>
                  {clock.unit === null && clock.code === 'C5' ? <b>{when}</b> : when}{' '}
                  <span className="m3">
                    {clock.unit === null && `${words.sinceAcceptance} `}
                    {limitWords(clock.limit, language)}
                  </span>{' '}
                  {clock.due < data.now && <span className="c-red">{words.passed}</span>}
                </dd>
              </div>
            )
          })}
        </dl>
      )}
    </div>
  )
}
