import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

/** Twelve orders of one kind: one came back as another unit's, eleven stayed where they were sent. */
describe('the measures of dispatch', () => {
  let town: Town
  let leader: Person

  beforeAll(async () => {
    town = await openTown()
    const { house } = town.open
    house.city = { ...house.city, policy: { ...house.city.policy, reviewShare: 0 } }
    const agent = await town.person('agent1')
    const lead = await town.person('dispatchlead1')
    const unit = await town.person('housing')
    for (let n = 1; n <= 12; n++) {
      const { id } = await agent.call('acceptOrder', {
        body: {
          channel: 'phone',
          request: {
            requestType: 'help',
            title: `路灯不亮 ${n}`,
            content: '路灯整段不亮，晚上看不见',
            category: 'E0101',
            region: '990101001',
            confidential: 'none',
          },
          appellant: { name: '王小明', gender: 'male', callerPhone: `139000012${10 + n}` },
          outcome: { kind: 'submit' },
        },
      })
      const body = { lead: 'housing', co: [], overrideReason: '按分工' }
      await lead.call('dispatchOrder', { params: { orderId: id }, body })
      if (n > 1) continue
      const asked = {
        reason: 'not-our-duty',
        explanation: '路灯归市政',
        basis: '职责清单',
        document: '云编办〔2025〕12号',
      }
      const params = { orderId: id, n: 1 }
      await unit.call('requestReturn', { params, body: { ...asked, suggestedUnit: 'municipal-works', signer: '王局' } })
      await lead.call('decideReturn', { params, body: { verdict: 'approve', finding: '核对职责清单，属市政' } })
    }
    leader = await town.person('leader1')
  }, 120_000)
  afterAll(async () => {
    expect(town.faults).toEqual([])
    await town.close()
  })

  test('says how right dispatch is against the aim, and each number opens its orders', async () => {
    const { page } = leader
    await page.goto('/board')
    await page.getByRole('link', { name: '派单质量' }).click()
    const tiles = page.getByRole('region', { name: '派单质量', exact: true })
    await tiles.getByText('91.7 %').waitFor()
    await tiles.getByText('离目标 96.5 % 差 4.8 个百分点').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await tiles.getByRole('link', { name: /首派有误 1 \/ 12/ }).click()
    await page.waitForURL('**firstWas=wrong**')
    await page.getByRole('link', { name: '路灯不亮 1', exact: true }).waitFor()
    expect(await page.getByRole('link', { name: /^路灯不亮/ }).count()).toBe(1)
    await page.getByText('首派有误').first().waitFor()
  }, 60_000)

  test('row by row: sorted by a head, narrowed by a name, days in a table', async () => {
    const { page } = leader
    await page.goto('/measures?by=category')
    const rows = page.getByRole('region', { name: '按小类' })
    await rows.getByRole('button', { name: '退单' }).click()
    await page.waitForURL('**sort=returns**')
    const sorted = rows.getByRole('columnheader', { name: '退单' })
    expect(await sorted.getAttribute('aria-sort')).toBe('descending')
    await rows.getByRole('row').nth(1).getByRole('button').click()
    await page.waitForURL('**of=category**')
    await page
      .getByRole('region', { name: '按首派单位' })
      .getByRole('button', { name: '云川市住房和城乡建设局' })
      .waitFor()
    await page.getByRole('button', { name: '看全部' }).click()
    await page.getByRole('button', { name: '看表格' }).click()
    await page.getByRole('region', { name: '逐日派单准确率' }).getByRole('row').nth(1).getByRole('link').click()
    await page.getByRole('link', { name: '路灯不亮 1', exact: true }).waitFor()
  }, 60_000)

  test('leaves as a file; a period that is none is said', async () => {
    const { page } = leader
    await page.goto('/measures')
    await page.getByRole('button', { name: '导出' }).click()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'CSV' }).click(),
    ])
    expect(await readFile(await file.path(), 'utf8')).toContain('\r\nhousing,云川市住房和城乡建设局,12,1,')
    await page.goto('/measures?from=2026-03-02&to=2026-03-01')
    await page.getByText('日期范围不对').waitFor()
  }, 60_000)

  test.each([
    ['desk', 'light', 'zh'],
    ['desk', 'dark', 'en'],
    ['phone', 'light', 'zh'],
  ] as const)('passes axe and fits the window: %s, %s, %s', async (size, theme, language) => {
    const { page } = await town.person('leader1', { size, theme, language })
    await page.goto('/measures')
    await page.locator('.chart svg').waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await page.context().close()
  })
})
