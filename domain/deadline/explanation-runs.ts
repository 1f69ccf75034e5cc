import type { Day } from '../ids.ts'
import { dayNumberOf, weekdayOf } from './civil-time.ts'
import type { ExplainedDay } from './explain.ts'

/**
 * Neighbouring days told in one breath: `first` to `last`, all for the reason of `step`. `days` leaves out the weekends
 * that a run skips; `number` is the ordinal of its first day among those that count, from 1; `weekend` says that all are
 * a Saturday or Sunday; `names` are the holidays', each once (Mid-Autumn often falls within National Day).
 */
export type Run = {
  first: Day
  last: Day
  days: number
  number: number
  step: ExplainedDay
  weekend: boolean
  skipsWeekends: boolean
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
    } else
      runs.push({
        first: step.day,
        last: step.day,
        days: 1,
        number,
        step,
        weekend,
        names: [name],
        skipsWeekends: false,
      })
    if (step.counts) number += 1
  }
  return runs.length > LONG_TALE ? mergeWeeks(runs) : runs.flatMap(splitPair)
}

/** Beyond so many clauses ordinary weeks are told together: "03-02 to 04-03 (weekends excepted) are days 17 to 41". */
const LONG_TALE = 8

function mergeWeeks(runs: readonly Run[]): Run[] {
  const merged: Run[] = []
  for (const run of runs) {
    const [week, weekend] = merged.slice(-2)
    if (week && weekend && isPlainWork(week) && isWeekend(weekend) && isPlainWork(run)) {
      merged.splice(-2, 2, { ...week, last: run.last, days: week.days + run.days, skipsWeekends: true })
    } else merged.push(run)
  }
  return merged
}

const isPlainWork = ({ step }: Run): boolean =>
  step.reason.kind === 'working-day' && step.counts && step.stretches.length === 0

const isWeekend = ({ step, weekend }: Run): boolean => step.reason.kind === 'weekend' && weekend

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
