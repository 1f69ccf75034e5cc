import type { LightReasonView, orderContext } from '#contract/order-page.ts'
import type { OrderView } from '#contract/views.ts'
import { useLanguage, useSay, useWords } from '../language.ts'
import { useNow } from '../now.ts'
import type { ReplyOf } from '../send.ts'
import { Light, LightDot } from '../ui/Light.tsx'
import { momentWords } from '../words/time.ts'
import { pageWords } from './page-words.ts'

/** The same rule may have spoken for several units: once is enough to know. */
const distinct = (lights: readonly LightReasonView[]): LightReasonView[] =>
  lights.filter((hit, i) => lights.findIndex((other) => other.rule === hit.rule && other.light === hit.light) === i)

export function LightReason({ order, context }: { order: OrderView; context: ReplyOf<typeof orderContext> }) {
  const words = useWords(pageWords)
  const say = useSay()
  const language = useLanguage()
  const now = useNow()
  const standing = distinct(context.lights.filter((hit) => hit.standing && hit.light === order.light))
  const past = distinct(context.lights.filter((hit) => !hit.standing))
  const line = (hit: LightReasonView) =>
    `${say(hit.words)}${hit.rule === null ? '' : `（${words.rule(String(hit.rule))}）`} · ${words.since(momentWords(hit.at, now, language))}`
  return (
    <section className="sec">
      <header>
        <Light light={order.light} />
        <h2>{words.why[order.light]}</h2>
      </header>
      {standing.length === 0 ? (
        <p className="s">{words.noReason}</p>
      ) : (
        standing.map((hit) => (
          <p key={`${hit.rule} ${hit.at}`} className="s">
            {line(hit)}
          </p>
        ))
      )}
      {context.next !== null && <p className="s m2">{words.nextLight(say(context.next.words))}</p>}
      {past.length > 0 && (
        <details className="reckoning">
          <summary>{words.pastLights}</summary>
          <ul className="s m2">
            {past.map((hit) => (
              <li key={`${hit.rule} ${hit.at}`}>
                <LightDot light={hit.light} /> {line(hit)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
