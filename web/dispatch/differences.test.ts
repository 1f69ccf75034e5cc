import { expect, test } from 'vitest'
import type { OrderView } from '#contract/views.ts'
import { differencesOf, restored } from './differences.ts'
import { dispatchWords } from './dispatch-words.ts'
import { NO_PLAN } from './plan.ts'

const request = {
  title: '井盖松动',
  content: '在 118 号门前',
  demand: null,
  address: '柳堤大街 118 号',
  category: 'E0202',
  kind: 'general',
  urgency: 'normal',
  region: '990101001',
  lng: 1,
  lat: 2,
}
/** Only what is compared. */
const order = (more: object = {}, changed: object = {}): OrderView => {
  const read: unknown = {
    state: 'pending-dispatch',
    categoryName: '井盖破损异响',
    regionName: '青屏区 翠屏街道',
    assignments: [],
    request: { ...request, ...changed },
    ...more,
  }
  return read as OrderView
}
const differ = (fresh: OrderView, note = '') =>
  differencesOf(order(), fresh, { ...NO_PLAN, note }, dispatchWords.zh, 'zh').map(({ name, theirs, mine }) => [
    name,
    theirs,
    mine,
  ])

test('only what has changed is told, empty as none', () => {
  expect(differ(order())).toEqual([])
  expect(differ(order({}, { address: '柳堤大街 120 号', demand: '今晚修好' }))).toEqual([
    ['市民要什么', '今晚修好', '无'],
    ['地址', '柳堤大街 120 号', '柳堤大街 118 号'],
  ])
})

test('where somebody dispatched it, the unit they chose stands beside one’s own plan', () => {
  const assignments = [{ role: 'lead', state: 'pending-sign', unitName: '教育局' }]
  expect(differ(order({ state: 'in-handling', assignments }), '请围挡')).toEqual([
    ['状态', '办理中', '待派单'],
    ['主办单位', '教育局', '无'],
    ['派单意见', '无', '请围挡'],
  ])
})

test('what one keeps is put back, a region with its point, and the rest stays theirs', () => {
  const fresh = order({}, { address: '120 号', region: '990102001', lng: 8, lat: 9, content: '新的' })
  expect(restored(order(), fresh, ['region', 'address'])).toMatchObject({
    ...request,
    content: '新的',
  })
})
