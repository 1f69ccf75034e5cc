import type { Day } from '../ids.ts'
import { dayNumberOf, weekdayOf } from './civil-time.ts'
import type { ExplainedDay } from './explain.ts'

/**
 * Neighbouring days told in one breath: `first` to `last`, all for the reason of `step`. `number` is the ordinal of the
 * first one among the days that count, from 1; `weekend` says that all are a Saturday or Sunday; `names` are the holidays',
 * each once (Mid-Autumn often falls within National Day).
 */
export type Run = {
  first: Day
  last: Day
  days: number
  number: number
  step: ExplainedDay
  weekend: boolean
  names: string[]
}

/** Collapses holidays, days of rest and whole working days; a make-up day and a day with stretches stay alone. */
export function runsOf(steps: readonly ExplainedDay[]): Run[] {
  const runs: Run[] = []
  let number = 1
  for (const step of steps) {
    const run = runs.at(-1)
    const weekend = weekdayOf(dayNumberOf(step.day)) >= 6
    const name = 'name' in step.reason ? step.reason.name : ''
    if (run !== undefined && isSameBreath(run.step, step)) {
      run.last = step.day
      run.days += 1
      run.weekend = run.weekend && weekend
      if (!run.names.includes(name)) run.names.push(name)
    } else runs.push({ first: step.day, last: step.day, days: 1, number, step, weekend, names: [name] })
    if (step.counts) number += 1
  }
  return runs.flatMap(splitPair)
}

/** Two counted days read better one by one; "days 1 to 2" saves nothing. */
const splitPair = (run: Run): Run[] =>
  run.days === 2 && run.step.counts
    ? [
        { ...run, last: run.first, days: 1 },
        { ...run, first: run.last, days: 1, number: run.number + 1 },
      ]
    : [run]

const isSameBreath = (a: ExplainedDay, b: ExplainedDay): boolean =>
  a.reason.kind === b.reason.kind &&
  a.reason.kind !== 'make-up-day' &&
  a.counts === b.counts &&
  a.stretches.length + b.stretches.length === 0
