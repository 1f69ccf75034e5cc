import type { LightCause } from '#contract/supervision.ts'
import type { ClockCode } from '#domain/city/vocabulary.ts'
import type { Language } from '../language.ts'

const CLOCK_EN: Record<ClockCode, string> = {
  C1: 'dispatch',
  C2: 'signing',
  C3: 'contact',
  C4: 'arrival',
  C5: 'answer',
  C6: 'reply review',
  C7: 'callback',
  C8: 'rework',
  C9: 'ruling on a return',
  C10: 'ruling on an extension',
  C11: 'adjudication',
}

/** Why an order has its light: in Chinese the city's own words, in English what its rule says. */
export function causeWords(cause: LightCause | null, language: Language): string {
  if (cause === null) return ''
  if (language === 'zh') return cause.reason ?? '规则已修改'
  const { when } = cause
  if (when === null) return 'a rule that has changed since'
  switch (when.kind) {
    case 'clock-missed':
      return `Overdue: ${CLOCK_EN[when.clock]}`
    case 'share-used':
      return `${when.percent} % of the time used: ${CLOCK_EN[when.clock]}`
    case 'dissatisfied':
      return when.times === 1 ? 'Dissatisfied at callback' : `Dissatisfied ${when.times} times`
    case 'rework':
      return when.times === 1 ? 'Sent back for rework' : `Reworked ${when.times} times`
  }
}
