import type { ClockView } from '#contract/views.ts'
import type { Language } from '../language.ts'
import { leftWords, spanWords } from '../words/time.ts'
import { clockWordsOf } from './clock-words.ts'

export type Standing = { words: string; tone: 'c-green' | 'c-red' | 'c-amber' | ''; done: boolean }

/** How a clock stands, in words: 还剩 2 天 13 小时, 超 3 小时 20 分, 按时. */
export function standingOf(clock: ClockView, now: number, language: Language): Standing {
  const words = clockWordsOf[language]
  if (clock.stoppedAt !== null) {
    const over = Date.parse(clock.stoppedAt) - Date.parse(clock.due)
    return clock.late
      ? { words: words.late(spanWords(over, language)), tone: 'c-red', done: true }
      : { words: words.inTime, tone: 'c-green', done: true }
  }
  const over = Date.parse(clock.due) < now
  const tone = over || clock.light === 'red' ? 'c-red' : clock.light === 'yellow' ? 'c-amber' : ''
  return { words: leftWords(clock.due, now, language), tone, done: false }
}
