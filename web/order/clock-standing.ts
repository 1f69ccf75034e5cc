import type { ClockView } from '#contract/views.ts'
import type { Language } from '../language.ts'
import { leftWords, spanWords } from '../words/time.ts'
import { clockWordsOf } from './clock-words.ts'

/** `kept`: null while it runs and where it ended with its order. */
type Standing = {
  words: string
  tone: 'c-green' | 'c-red' | 'c-amber' | ''
  done: boolean
  kept: boolean | null
}

/** How a clock stands, in words: 还剩 2 天 13 小时, 超 3 小时 20 分, 按时. */
export function standingOf(clock: ClockView, now: number, language: Language): Standing {
  const words = clockWordsOf[language]
  if (clock.dropped) return { words: words.dropped, tone: '', done: true, kept: null }
  if (clock.stoppedAt !== null) {
    const over = Date.parse(clock.stoppedAt) - Date.parse(clock.due)
    return clock.late
      ? { words: words.late(spanWords(over, language)), tone: 'c-red', done: true, kept: false }
      : { words: words.inTime, tone: 'c-green', done: true, kept: true }
  }
  const over = Date.parse(clock.due) < now
  const tone = over || clock.light === 'red' ? 'c-red' : clock.light === 'yellow' ? 'c-amber' : ''
  return { words: leftWords(clock.due, now, language), tone, done: false, kept: null }
}
