import { expect, test } from 'vitest'
import { loadCity } from '#city/load-city.ts'
import { completeRequest } from '#domain/accept/open-order.ts'
import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import { matterOf } from '#domain/dispatch/matter.ts'
import type { Instant } from '#domain/ids.ts'
import { rowRequest } from './row-request.ts'

const external = { system: 'upstream', no: 'UP-1' }

test('what a file says of place type, ownership and respondent is kept, and rules read it', async () => {
  const city = await loadCity('city/demo')
  const cells = { requestType: '投诉', content: '大树断枝', category: 'B0602', region: '990101001' }
  const nature = { placeType: '小区内', ownership: '业主共有', respondentType: '物业' }
  const read = rowRequest(2, { ...cells, ...nature }, external, 'upstream', city)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const { request } = read.value
  expect(request).toMatchObject({
    placeType: 'residential-area',
    ownership: 'community',
    respondentType: 'property-company',
  })
  const matter = matterOf({
    request: completeRequest(request, city),
    receivedAt: '2026-03-02T02:00:00.000Z' as Instant,
  })
  expect(chooseUnit(matter, city, new Set()).rule).toBe('r-B0602-estate')
  const wrong = rowRequest(3, { ...cells, placeType: '月球' }, external, 'upstream', city)
  expect(wrong.ok ? [] : wrong.faults).toMatchObject([{ row: 3, column: '地点类型/placeType' }])
})
