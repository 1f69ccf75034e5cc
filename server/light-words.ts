import type { Words } from '#contract/event-words.ts'
import type { LightReasonView } from '#contract/order-page.ts'
import { clockWords } from '#contract/timeline-words.ts'
import type { City, LightRule } from '#domain/city/city.ts'
import type { Light } from '#domain/city/vocabulary.ts'
import type { OrderEvent } from '#domain/order/event.ts'
import { lightReasons } from '#domain/order/light-reasons.ts'
import { lightOf, type Order } from '#domain/order/order.ts'

/** The city writes its reasons in Chinese; in English the row itself is read out. */
function english({ when }: LightRule): string {
  switch (when.kind) {
    case 'share-used':
      return `${when.percent} % of the time for ${clockWords(when.clock).en} is used`
    case 'clock-missed':
      return `the limit for ${clockWords(when.clock).en} has passed`
    case 'dissatisfied':
      return when.times === 1 ? 'the citizen was dissatisfied' : `dissatisfied ${when.times} times`
    case 'rework':
      return when.times === 1 ? 'done again once' : `done again ${when.times} times or more`
  }
}

const UNKNOWN: Words = { zh: '当时的亮灯规则已调整', en: 'by a rule the city has changed since' }

const wordsOf = (city: City, n: number | undefined): Words => {
  const rule = n === undefined ? undefined : city.lights[n - 1]
  return rule === undefined ? UNKNOWN : { zh: rule.reason, en: english(rule) }
}

/** Why the light shines, newest first; a reason whose cause is gone stays readable. */
export function lightViews(order: Order, events: readonly OrderEvent[], city: City): LightReasonView[] {
  return lightReasons(order, events, city)
    .filter(({ light }) => light !== 'green')
    .map(({ light, at, standing, rule }) => ({
      light,
      at,
      standing,
      rule: rule?.n ?? null,
      words: wordsOf(city, rule?.n),
    }))
    .toReversed()
}

/** What would come next to turn the light worse: the same clock missed, or one more complaint or rework. */
export function nextLight(order: Order, city: City): { light: Light; words: Words } | null {
  if (lightOf(order) === 'red') return null
  const running = new Set(order.clocks.filter((clock) => clock.stoppedAt === null).map((clock) => clock.code))
  const ahead = city.lights.findIndex(({ light, when }) => {
    if (light !== 'red') return false
    if (when.kind === 'clock-missed') return (when.clock === 'C5' || when.clock === 'C8') && running.has(when.clock)
    return when.kind === 'rework' && order.reworkCount > 0 && order.reworkCount + 1 >= when.times
  })
  return ahead < 0 ? null : { light: 'red', words: wordsOf(city, ahead + 1) }
}
