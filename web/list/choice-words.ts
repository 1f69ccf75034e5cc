import type { Words } from '../language.ts'
import { lightWords } from '../words/light.ts'
import { channelWords, kindWords, orderStateWords, requestTypeWords, urgencyWords } from '../words/order.ts'
import type { ChoiceKey } from './filter-words.ts'

/** The values a filter offers, in the order of a matter's life or of weight. */
export const choiceWords: Record<ChoiceKey, Record<string, Words>> = {
  state: orderStateWords,
  light: { red: lightWords.red, yellow: lightWords.yellow, green: lightWords.green },
  type: requestTypeWords,
  channel: channelWords,
  urgency: { critical: urgencyWords.critical, urgent: urgencyWords.urgent, normal: urgencyWords.normal },
  kind: kindWords,
}
