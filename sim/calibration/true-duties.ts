import type { City } from '#domain/city/city.ts'
import { CategoryCode, type RegionCode, type UnitId } from '#domain/ids.ts'
import { chance, draw, pick, type Random, randomOf, weightedOf, wholeBetween } from '../random.ts'
import type { RealMatter } from './real-matter.ts'
import { realMatter, type TrueCity } from './true-city.ts'

/** Whose it is: a unit, or the office of the place. */
export type Holder = UnitId | '@town' | '@district'

export type When =
  | { is: 'place'; value: RealMatter['placeType'] }
  | { is: 'owner'; value: RealMatter['ownership'] }
  | { is: 'respondent'; value: RealMatter['respondentType'] }
  | { is: 'request'; value: RealMatter['requestType'] }
  | { is: 'region'; value: string }
  | { is: 'hours'; from: number; to: number }
  | { is: 'thing'; value: number }
  /** nobody writes it down, so no catalogue can ask for it */
  | { is: 'hidden'; below: number }

/** Under these circumstances the duty lies elsewhere than usual. `scope`: an item or a scene. */
export type Clause = { scope: CategoryCode; when: readonly When[]; holder: Holder }
export type Duties = {
  /** by item, and by scene where that differs */
  usual: ReadonlyMap<string, Holder>
  clauses: readonly Clause[]
  /** who is mistaken for whom: the units of a domain */
  pools: ReadonlyMap<string, readonly Holder[]>
}

function applies(when: When, matter: RealMatter): boolean {
  switch (when.is) {
    case 'place':
      return matter.placeType === when.value
    case 'owner':
      return matter.ownership === when.value
    case 'respondent':
      return matter.respondentType === when.value
    case 'request':
      return matter.requestType === when.value
    case 'region':
      return matter.town.startsWith(when.value)
    case 'hours':
      return when.from < when.to
        ? matter.hour >= when.from && matter.hour < when.to
        : matter.hour >= when.from || matter.hour < when.to
    case 'thing':
      return matter.things.includes(when.value)
    case 'hidden':
      return matter.hidden < when.below
  }
}

/** A scene's own clauses, its own holder, the item's clauses, the item's holder: the first that speaks. */
export function trueHolder({ usual, clauses }: Duties, matter: RealMatter): Holder {
  const item = matter.scene.slice(0, 3)
  const clauseOf = (scope: string) =>
    clauses
      .filter((clause) => clause.scope === scope && clause.when.every((when) => applies(when, matter)))
      .toSorted((a, b) => b.when.length - a.when.length)[0]?.holder
  const holder = clauseOf(matter.scene) ?? usual.get(matter.scene) ?? clauseOf(item) ?? usual.get(item)
  if (holder === undefined) throw new Error(`nobody holds ${matter.scene}`)
  return holder
}

/** The unit that a holder means at a place; a town without an office of its own is seen to by its district. */
export function unitAt(city: City, holder: Holder, town: RegionCode): UnitId {
  if (holder !== '@town' && holder !== '@district') return holder
  const [type, length] = holder === '@town' ? (['town', 9] as const) : (['district', 6] as const)
  for (const unit of city.units.values())
    if (unit.type === type && unit.region === town.slice(0, length)) return unit.id
  if (holder === '@town') return unitAt(city, '@district', town)
  throw new Error(`no district at ${town}`)
}

const other = (random: Random, pool: readonly Holder[], not: Holder): Holder => {
  const rest = pool.filter((one) => one !== not)
  return pick(random, rest)
}

const HOURS = [
  [22, 6],
  [20, 7],
  [18, 8],
  [21, 6],
  [12, 14],
  [23, 5],
] as const

const KINDS = weightedOf([
  ['place', 26],
  ['region', 15],
  ['respondent', 15],
  ['owner', 9],
  ['request', 7],
  ['hours', 10],
  ['thing', 12],
] as const)

/** A circumstance that occurs in this scope, taken from a matter of it. */
function whenLike(random: Random, matter: RealMatter): When | null {
  switch (draw(random, KINDS)) {
    case 'place':
      return { is: 'place', value: matter.placeType }
    case 'region':
      return { is: 'region', value: matter.town.slice(0, chance(random, 0.6) ? 6 : 9) }
    case 'respondent':
      return { is: 'respondent', value: matter.respondentType }
    case 'owner':
      return { is: 'owner', value: matter.ownership }
    case 'request':
      return { is: 'request', value: matter.requestType }
    case 'hours': {
      const [from, to] = pick(random, HOURS)
      return { is: 'hours', from, to }
    }
    default:
      return matter.things[0] === undefined ? null : { is: 'thing', value: matter.things[0] }
  }
}

function poolsOf(city: City, random: Random): Map<string, Holder[]> {
  const units = [...city.units.values()].filter(({ type }) =>
    ['department', 'public-enterprise', 'vertical'].includes(type),
  )
  const domains = [...city.categories.values()].filter(({ level }) => level === 1).map(({ code }) => code)
  return new Map(
    domains.map((domain) => {
      const own = new Set(Array.from({ length: wholeBetween(random, 5, 7) }, () => pick(random, units).id))
      return [domain, [...own, '@town', '@district']]
    }),
  )
}

/** Circumstances worth a clause hold for some and not for most; two at once now and then. */
function clauseFor(random: Random, matters: readonly RealMatter[], scope: CategoryCode, not: Holder, pool: Holder[]) {
  for (let i = 0; i < 12; i++) {
    const like = pick(random, matters)
    const first = whenLike(random, like)
    const second = chance(random, 0.18) ? whenLike(random, like) : null
    if (first === null || (second !== null && second.is === first.is)) continue
    const when = second === null ? [first] : [first, second]
    const share = matters.filter((matter) => when.every((one) => applies(one, matter))).length / matters.length
    if (share >= 0.04 && share <= 0.45) return { scope, when, holder: other(random, pool, not) }
  }
  return null
}

const EXPLORED = 60_000
const CLAUSES = 190

type ByScope = ReadonlyMap<string, readonly RealMatter[]>

/** What occurs in each item and scene, so that circumstances are those of its matters. */
function explored(world: TrueCity, seed: number): ByScope {
  const random = randomOf(seed, 'explored')
  const byScope = new Map<string, RealMatter[]>()
  for (let i = 0; i < EXPLORED; i++) {
    const matter = realMatter(world, random)
    for (const scope of [matter.scene, matter.scene.slice(0, 3)]) {
      const known = byScope.get(scope)
      if (known === undefined) byScope.set(scope, [matter])
      else known.push(matter)
    }
  }
  return byScope
}

type Pool = (code: string) => Holder[]

/** Three scenes of ten are somebody else's than the rest of their item. */
function usualHolders(scenes: readonly CategoryCode[], pool: Pool, random: Random): Map<string, Holder> {
  const usual = new Map<string, Holder>()
  for (const scene of scenes) {
    const item = scene.slice(0, 3)
    const common = usual.get(item) ?? pick(random, pool(item))
    usual.set(item, common)
    if (chance(random, 0.3)) usual.set(scene, other(random, pool(item), common))
  }
  return usual
}

const MOST_TRIED = 250

function clausesOf(
  scenes: readonly CategoryCode[],
  usual: ReadonlyMap<string, Holder>,
  byScope: ByScope,
  pool: Pool,
  random: Random,
) {
  const clauses: Clause[] = []
  const tried = new Set<string>()
  while (clauses.length < CLAUSES && tried.size <= MOST_TRIED) {
    const scene = pick(random, scenes)
    const scope = chance(random, 0.2) ? CategoryCode.parse(scene.slice(0, 3)) : scene
    const matters = byScope.get(scope) ?? []
    const fresh = !tried.has(scope) && matters.length >= 20
    tried.add(scope)
    const holder = usual.get(scope) ?? usual.get(scope.slice(0, 3))
    const clause = fresh && holder !== undefined ? clauseFor(random, matters, scope, holder, pool(scope)) : null
    if (clause !== null) clauses.push(clause)
  }
  return clauses
}

/** Who really holds what, in this city and under this seed: written from the scenes alone, without sight of any catalogue. */
export function trueDuties(city: City, world: TrueCity, seed: number): Duties {
  const random = randomOf(seed, 'duties')
  const pools = poolsOf(city, random)
  const pool = (code: string): Holder[] => pools.get(code.slice(0, 1)) ?? []
  const scenes = world.scenes.items.toSorted()
  const usual = usualHolders(scenes, pool, random)
  const clauses = clausesOf(scenes, usual, explored(world, seed), pool, random)
  // In one scene of twenty-five duty hangs on what nobody writes down, for one matter of seven.
  const secret = scenes.filter((scene) => chance(random, 0.04) && !clauses.some(({ scope }) => scope === scene))
  const hidden = secret.map((scope): Clause => {
    const not = usual.get(scope) ?? usual.get(scope.slice(0, 3)) ?? '@town'
    return { scope, when: [{ is: 'hidden', below: 0.15 }], holder: other(random, pool(scope), not) }
  })
  return { usual, clauses: [...clauses, ...hidden], pools }
}
