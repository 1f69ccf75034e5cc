import type { CalibrationCase } from '#domain/calibration/calibration-case.ts'
import type { City, DispatchRule } from '#domain/city/city.ts'
import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import type { Matter } from '#domain/dispatch/matter.ts'
import { returnGrounds } from '#domain/dispatch/return-reasons.ts'
import { OrderId, type UnitId } from '#domain/ids.ts'
import { caseWords } from '#language/calibration/case-words.ts'
import { type LivedOrder, liveOrder } from '#sim/calibration/live-order.ts'
import { cityWith, type PlantedFault, plantFaults } from '#sim/calibration/planted-faults.ts'
import { recordedMatter } from '#sim/calibration/recorded-matter.ts'
import { habitsOf } from '#sim/calibration/staff-habits.ts'
import { realMatter, type TrueCity, trueCity } from '#sim/calibration/true-city.ts'
import { type Duties, trueDuties, trueHolder, unitAt } from '#sim/calibration/true-duties.ts'
import { wholeCatalogue } from '#sim/calibration/written-catalogue.ts'
import { randomOf } from '#sim/random.ts'

export type Known = { matter: Matter; truth: UnitId }

/** One seed's city: what is true, what stands in its catalogue, and what was planted there. */
export type SimulatedCity = {
  seed: number
  monthly: number
  world: TrueCity
  duties: Duties
  whole: City
  faulty: City
  faults: readonly PlantedFault[]
  /** matters with whose they really are, of no month: for judging proposals */
  fresh: readonly Known[]
}

const START = Date.UTC(2026, 0, 1)
const DAY = 86_400_000
/** the first of the n-th month, of thirty days each */
export const monthStart = (n: number): number => START + n * 30 * DAY

function matters(city: City, world: TrueCity, duties: Duties, n: number, month: number, seed: number): Known[] {
  const random = randomOf(seed, 'matters', month)
  return Array.from({ length: n }, () => {
    const real = realMatter(world, random)
    const day = new Date(monthStart(month) + Math.floor(random() * 30) * DAY)
    const matter = recordedMatter(city, real, day, random)
    return { matter, truth: unitAt(city, trueHolder(duties, real), matter.region) }
  })
}

const FRESH = 100_000

export function simulatedCity(base: City, seed: number, planting: { faults: number; monthly: number; share: number }) {
  const world = trueCity(base, seed)
  const duties = trueDuties(base, world, seed)
  const whole = cityWith(base, wholeCatalogue(duties))
  const fresh = matters(whole, world, duties, FRESH, -1, seed)
  const faults = plantFaults(
    whole,
    duties,
    fresh.map(({ matter }) => matter),
    planting,
    seed,
  )
  const rules = faults.reduce<readonly DispatchRule[]>((all, fault) => fault.damage(all), whole.rules)
  const faulty = cityWith(whole, rules)
  return { seed, monthly: planting.monthly, world, duties, whole, faulty, faults, fresh } satisfies SimulatedCity
}

export type Lived = LivedOrder & { truth: UnitId }

/** A month of orders under the catalogue in force. */
export function livedMonth(sim: SimulatedCity, city: City, month: number): Lived[] {
  const random = randomOf(sim.seed, 'staff', month)
  const habits = habitsOf(sim.whole, sim.world.scenes.items, sim.seed)
  const choose = (matter: Matter, excluded: ReadonlySet<UnitId>) => chooseUnit(matter, city, excluded).lead
  return matters(sim.whole, sim.world, sim.duties, sim.monthly, month, sim.seed).map(({ matter, truth }) => {
    const pool = (sim.duties.pools.get(matter.category?.slice(0, 1) ?? '') ?? []).map((holder) =>
      unitAt(sim.whole, holder, matter.region),
    )
    return { ...liveOrder(matter, truth, { habits, pool, choose }, random), truth }
  })
}

/** As the house measures it (domain.md §5.4): a return about duty, place or ownership let go, or a ruling for another. */
const isFirstWrong = ({ returns, ruled, first, final }: LivedOrder): boolean =>
  returns[0]?.approved === true || (ruled && final !== first)

export function figuresOf(month: readonly Lived[]) {
  const wrong = month.filter(isFirstWrong).length
  const unclear = month
    .filter(({ ruled }) => ruled)
    .reduce((sum, { returns }) => sum + returns.filter(({ reason }) => returnGrounds[reason].unclear).length, 0)
  const truly = month.filter(({ first, truth }) => first === truth).length
  return { accuracy: 1 - wrong / month.length, trueAccuracy: truly / month.length, unclear }
}

/** What the house hands to the learner: outcomes, and nothing of what is true. */
export function casesOf(month: readonly Lived[], n: number): CalibrationCase[] {
  return month.map(({ matter, final, ruled, returns, overriddenBy }, i) => ({
    id: OrderId.parse(`m${n}-${i}`),
    matter,
    words: caseWords(`${matter.title}\n${matter.content}`),
    final,
    evidence: ruled
      ? 'ruled'
      : returns.some(({ approved }) => approved)
        ? 'returned'
        : overriddenBy === null
          ? 'kept'
          : 'overridden',
    overriddenBy,
  }))
}
