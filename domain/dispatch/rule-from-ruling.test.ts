import { beforeAll, describe, expect, test } from 'vitest'
import { folderRows } from '#city/folder-rows.ts'
import { loadCity } from '#city/load-city.ts'
import type { RequestWish } from '../accept/open-order.ts'
import type { City } from '../city/city.ts'
import type { PartRow } from '../city/part.ts'
import type { CategoryCode, Day, RegionCode, UnitId } from '../ids.ts'
import { agent, at, submitted } from '../order/order.fixture.ts'
import type { Order } from '../order/order.ts'
import { checkCatalogue } from './check-catalogue.ts'
import { chooseUnit } from './choose-unit.ts'
import { matterOf } from './matter.ts'
import { ruleFromRuling } from './rule-from-ruling.ts'

const FOLDER = 'city/demo'
let city: City
let rows: readonly PartRow[]
beforeAll(async () => {
  city = await loadCity(FOLDER)
  rows = await folderRows(FOLDER, 'rules')
})

const TOWN = '990101001' as RegionCode
/** As an order stands after a ruling; how it comes there is another test's matter. */
function ruled(wish: Partial<RequestWish>, lead: string): Order {
  const order = submitted(city, { region: TOWN, ...wish }, at('2026-03-02 09:00'))
  const ruling = {
    lead: lead as UnitId,
    co: [],
    ruling: '归其办理',
    opinions: [],
    minutes: '会商',
    minutesNo: '会商〔2026〕1',
    evidence: [],
    at: at('2026-03-02 15:00'),
    by: agent,
  }
  return { ...order, adjudication: { ...order.adjudication, ruling } as Order['adjudication'] }
}
const learnt = (catalogue: readonly PartRow[]) => loadCity(FOLDER, new Map([['rules', { number: 1, rows: catalogue }]]))
const draftOf = (order: Order, ...more: [] | [readonly ('placeType' | 'ownership' | 'respondentType')[]]) => {
  const drafted = ruleFromRuling(order, 'city', rows, city, ...more)
  if (drafted === null) throw new Error('nothing was ruled')
  return drafted
}

describe('a ruling as a rule', () => {
  test('about what a rule with conditions decides, it changes that rule and leaves the others', async () => {
    const wish = { category: 'B0602' as CategoryCode, placeType: 'river' as const, content: '河堤大树倒伏' }
    const order = ruled(wish, 'parks')
    const { rule, replaced, rows: next } = draftOf(order)
    expect([rule.id, rule.lead, rule.placeType, replaced]).toEqual(['r-B0602-river', 'parks', 'river', true])
    const city2 = await learnt(next)
    expect(chooseUnit(matterOf(order), city2, new Set()).lead).toBe('parks')
    expect(chooseUnit({ ...matterOf(order), placeType: 'residential-area' }, city2, new Set()).rule).toBe(
      'r-B0602-estate',
    )
  })

  test('where the ruling hangs on the place type, the rule asks for it and speaks of no other', async () => {
    const wish = { category: 'E0205' as CategoryCode, placeType: 'residential-area' as const, content: '下水堵了' }
    const order = ruled(wish, `town-${TOWN}`)
    const { rule, replaced, rows: next } = draftOf(order, ['placeType'])
    expect(replaced).toBe(false)
    expect(rule).toMatchObject({ id: 'r-E0205-residential-area', placeType: 'residential-area', lead: '@town' })
    const city2 = await learnt(next)
    expect(chooseUnit(matterOf(order), city2, new Set()).rule).toBe('r-E0205-residential-area')
    expect(chooseUnit({ ...matterOf(order), placeType: 'road' }, city2, new Set()).lead).toBe('municipal-works')
  })

  test('what is drafted contradicts nothing', async () => {
    const orders = [
      ruled({ category: 'B0602' as CategoryCode, placeType: 'river' }, 'parks'),
      ruled({ category: 'F0101' as CategoryCode, placeType: 'road', content: '人行道停满车' }, 'city-management'),
      ruled({ category: 'E0202' as CategoryCode, ownership: 'unknown' }, 'housing'),
      ruled({ category: 'J0401' as CategoryCode, content: '烧烤店无照经营，油烟直排' }, 'environment'),
    ]
    for (const order of orders) {
      const city2 = await learnt(draftOf(order).rows)
      expect(chooseUnit(matterOf(order), city2, new Set()).lead).toBe(order.adjudication?.ruling?.lead)
      expect(checkCatalogue(city2, '2026-03-02' as Day).filter(({ blocking }) => blocking)).toEqual([])
    }
  })
})
