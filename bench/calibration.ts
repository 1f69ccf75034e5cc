import { join } from 'node:path'
import { loadCity } from '#city/load-city.ts'
import { percent, sixMonths } from './calibration/six-months.ts'
import type { Options } from './options.ts'
import { type Cell, type Result, round } from './result.ts'

const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length

/**
 * Claim: in a simulated city with 40 planted wrong or missing rules one monthly round finds nine of ten of those that at
 * least five orders met, with one wrong proposal in ten at most; over six months with a round after each, accuracy of the
 * first dispatch climbs from about 92 % to 96.5 % and returns about unclear duty fall by 41 %.
 *
 * Simulated (`sim/calibration`, which knows nothing of the learner): who really holds which duty, by scene, place, region,
 * respondent, ownership, kind of request, time and thing named; matters in a long tail; seats that leave choices empty (6 to
 * 20 %) or take wrong ones (1.5 %); duties in some scenes that hang on what nobody writes down; units that give back
 * their own or keep others' orders; dispatchers who override rightly and wrongly, three of them from a wrong conviction; a
 * dispatch lead who errs, rulings that err. The shares stand with the code (`staff-habits.ts`, `live-order.ts`).
 * A fault counts as found when three of four fresh matters it sends astray go where they belong after the round; a proposal
 * as wrong when less than three of four fresh matters that it moves go to whom they belong.
 *
 * `--seed N` plants other faults in another city, `--seeds N` takes so many cities from there on; `--orders` a month,
 * `--show` prints what was missed and what was wrong.
 */
export async function run(options: Options): Promise<Result> {
  const base = await loadCity(join(import.meta.dirname, '..', 'city', 'demo'))
  const first = options.number('seed', 1)
  const seeds = Array.from({ length: options.number('seeds', 1) }, (_, i) => first + i)
  const planting = {
    faults: options.number('faults', 40),
    monthly: options.number('orders', 24_000),
    share: options.number('share', 8.3) / 100,
  }
  const months = options.number('months', 6)
  const told = options.flag('show')
  const cities = seeds.map((seed) => sixMonths(base, seed, planting, months, told))
  const notes = cities.flatMap((one) => one.notes)

  const foundShare = mean(cities.map(({ round1 }) => round1.found / Math.max(1, round1.of)))
  const wrongShare = mean(cities.map(({ round1 }) => round1.wrong / Math.max(1, round1.proposals)))
  const at = (i: number) => mean(cities.map(({ curve }) => curve.at(i)?.accuracy ?? 0))
  const unclear = (i: number) => mean(cities.map(({ curve }) => curve.at(i)?.unclear ?? 0))
  return {
    columns: [
      'seed',
      'found',
      'of ≥ 5',
      'wrong',
      'proposals',
      'from %',
      'to %',
      'unclear from',
      'to',
      'wrong, all rounds',
      's',
    ],
    rows: cities.map(({ seed, round1, seconds, curve, wrongLater }): Cell[] => [
      seed,
      round1.found,
      round1.of,
      round1.wrong,
      round1.proposals,
      percent(curve.at(0)?.accuracy ?? 0),
      percent(curve.at(-1)?.accuracy ?? 0),
      curve.at(0)?.unclear ?? 0,
      curve.at(-1)?.unclear ?? 0,
      percent(wrongLater),
      round(seconds),
    ]),
    notes,
    keys: {
      foundShare: percent(foundShare),
      wrongShare: percent(wrongShare),
      accuracyFrom: percent(at(0)),
      accuracyTo: percent(at(-1)),
      unclearReturnsChange: percent(unclear(-1) / Math.max(1, unclear(0)) - 1),
      curve: Array.from({ length: months }, (_, i) => percent(at(i))),
      trueCurve: Array.from({ length: months }, (_, i) =>
        percent(mean(cities.map(({ curve }) => curve[i]?.trueAccuracy ?? 0))),
      ),
      unclearReturns: Array.from({ length: months }, (_, i) => Math.round(unclear(i))),
      wrongAllRounds: percent(mean(cities.map(({ wrongLater }) => wrongLater))),
      worst: {
        found: percent(Math.min(...cities.map(({ round1 }) => round1.found / Math.max(1, round1.of)))),
        wrong: percent(Math.max(...cities.map(({ round1 }) => round1.wrong / Math.max(1, round1.proposals)))),
        accuracyTo: percent(Math.min(...cities.map(({ curve }) => curve.at(-1)?.accuracy ?? 0))),
        unclear: percent(
          Math.max(
            ...cities.map(({ curve }) => (curve.at(-1)?.unclear ?? 0) / Math.max(1, curve.at(0)?.unclear ?? 1) - 1),
          ),
        ),
      },
      seeds: seeds.length,
      faults: planting.faults,
      ordersAMonth: planting.monthly,
    },
  }
}
