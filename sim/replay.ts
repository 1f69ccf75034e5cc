import { type Beginning, startOfDay } from './beginnings.ts'
import { DAY } from './delays.ts'
import { momentOn } from './demand.ts'
import { type LiveOptions, live } from './live.ts'
import { randomOf, wholeBetween } from './random.ts'
import { type Message, requestOf } from './real-messages.ts'
import type { Tally } from './tally.ts'

/** Long enough after the last message for most matters to be settled, complex ones in fifteen working days included. */
export const SETTLING_DAYS = 30

type ReplayOptions = Omit<LiveOptions, 'naming' | 'slow' | 'beginnings' | 'until'> & {
  messages: readonly Message[]
  days: number
}

/** Real messages through the whole chain, spread over some days; the product itself says what each is about. */
export function replayMessages(options: ReplayOptions): Promise<Tally> {
  const { city, messages, days, from, seed } = options
  const when = randomOf(seed, 'when')
  const midnight = startOfDay(from) + DAY
  const moments = messages
    .map(() => momentOn(when, midnight + wholeBetween(when, 0, days - 1) * DAY))
    .sort((a, b) => a - b)
  const beginnings: Beginning[] = messages.map((message, n) => ({
    at: moments[n] ?? from,
    fate: null,
    story: requestOf(city, message),
  }))
  const until = from + (days + SETTLING_DAYS) * DAY
  const slow = { front: { from: until, factor: 1 }, back: { from: until, factor: 1 } }
  return live({ ...options, beginnings, until, naming: 'classify', slow })
}
