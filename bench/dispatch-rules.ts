import { loadCity } from '#city/load-city.ts'
import { type City, DispatchRule } from '#domain/city/city.ts'
import { checkCatalogue } from '#domain/dispatch/check-catalogue.ts'
import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import { dayOf, instantOf } from '#domain/ids.ts'
import { CITY_FOLDER } from './data/folder.ts'
import { makeMatters, makeRules } from './data/rule-matters.ts'
import { percentile } from './measure/times.ts'
import type { Options } from './options.ts'
import { type Result, round } from './result.ts'

const WARM_UP = 20_000
const NOW = instantOf(Date.parse('2026-07-01T04:00:00Z'))

/** Processor time, the collector's included: whoever else is on the machine does not count. */
function secondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began)
  return (user + system) / 1e6
}

/**
 * Claim: with 2,000 rules of all conditions one core resolves 50,000 orders a second, each with its full trace; 300,000
 * orders are run through another catalogue in 30 s; the catalogue's check takes less than a second.
 * `--rules 2000 --orders 300000 --seed 1`
 */
export async function run(options: Options): Promise<Result> {
  const base = await loadCity(CITY_FOLDER)
  const [count, orders, seed] = [
    options.number('rules', 2000),
    options.number('orders', 300_000),
    options.number('seed', 1),
  ]
  const rules = makeRules(base, count, seed).map((rule) => DispatchRule.parse(rule))
  const was: City = { ...base, rules }
  // The same with every tenth rule sent elsewhere: what a month's calibration might propose.
  const units = [...base.units.keys()]
  const will: City = {
    ...base,
    rules: rules.map((rule, i) => {
      const unit = units[i % units.length]
      return i % 10 !== 0 || unit === undefined ? rule : { ...rule, lead: { unit } }
    }),
  }
  const matters = makeMatters(base, orders, seed)
  const nobody = new Set<never>()
  for (const matter of matters.slice(0, WARM_UP)) chooseUnit(matter, was, nobody)

  const began = process.cpuUsage()
  let traced = 0
  let proposed = 0
  for (const matter of matters) {
    const { trace, lead } = chooseUnit(matter, was, nobody)
    traced += trace.length
    if (lead !== null) proposed += 1
  }
  const seconds = secondsSince(began)

  const replayed = process.cpuUsage()
  let moved = 0
  for (const matter of matters)
    if (chooseUnit(matter, was, nobody).lead !== chooseUnit(matter, will, nobody).lead) moved += 1
  const replaySeconds = secondsSince(replayed)

  const single = matters.slice(0, 50_000).map((matter) => {
    const from = process.hrtime.bigint()
    chooseUnit(matter, was, nobody)
    return Number(process.hrtime.bigint() - from) / 1000
  })
  const checking = process.cpuUsage()
  const issues = checkCatalogue(was, dayOf(NOW)).length
  const checkMs = Math.round(secondsSince(checking) * 1000)
  const keys = {
    perSecond: Math.round(orders / seconds),
    replaySeconds: round(replaySeconds, 2),
    rules: count,
    orders,
    traced: round(traced / orders, 2),
    checkMs,
  }
  return {
    columns: ['what', 'measured'],
    rows: [
      [`resolutions a second with trace, ${count} rules`, keys.perSecond],
      ['one resolution, p50 µs', round(percentile(single, 0.5), 2)],
      ['one resolution, p99 µs', round(percentile(single, 0.99), 2)],
      ['rules in a trace, on average', keys.traced],
      ['orders with a proposal', `${round((100 * proposed) / orders)} %`],
      [`${orders} orders through both catalogues, s`, keys.replaySeconds],
      ['orders that would move', `${round((100 * moved) / orders)} %`],
      [`the catalogue’s check, ms (${issues} issues)`, checkMs],
    ],
    keys,
  }
}
