import { loadCity } from '#city/load-city.ts'
import { type City, DispatchRule } from '../city/city.ts'
import type { CategoryCode, RegionCode, RuleId } from '../ids.ts'
import { at } from '../order/order.fixture.ts'
import type { Matter } from './matter.ts'

/** The smallest city, whose catalogue a test brings along. */
const tiny = await loadCity('tools/fixtures/tiny-city')

type Cells = Partial<Record<keyof DispatchRule, unknown>> & { id: string }

/** A rule for road damage, led by the road office, unless the test says otherwise. */
export const ruleOf = (cells: Cells): DispatchRule =>
  DispatchRule.parse({
    priority: 0,
    category: 'R0101',
    region: null,
    requestType: null,
    lead: { unit: 'roads' },
    co: [],
    basis: '测试',
    ...cells,
  })

export const cityWith = (rules: readonly DispatchRule[], more: Partial<City> = {}): City => ({
  ...tiny,
  ...more,
  rules,
})

/** With a rule for all else, so that nothing is uncovered. */
export const coveredCity = (rules: readonly DispatchRule[], more: Partial<City> = {}): City =>
  cityWith([...rules, ruleOf({ id: 'all', category: null, lead: { unit: 'east' } })], more)

export const id = (text: string): RuleId => text as RuleId

/** Daytime in March, in the eastern town, nothing further said. */
export const matter = (more: Partial<Matter> = {}): Matter => ({
  category: 'R0101' as CategoryCode,
  region: '980101001001' as RegionCode,
  requestType: 'complaint',
  kind: 'general',
  placeType: null,
  ownership: null,
  respondentType: null,
  respondentName: null,
  tags: [],
  title: '路面坑洼',
  content: '门口路面坑洼，请修补',
  receivedAt: at('2026-03-02 10:00'),
  ...more,
})
