import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { GridWorkerView } from '#contract/grid.ts'
import { photo } from '#tools/sample-files.ts'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'
import { gridMatter } from './grid.fixture.ts'

/** 400 ms and 3 Mbps: a phone at the edge of its cell (issue 5). */
const SLOW = { offline: false, latency: 400, downloadThroughput: 375_000, uploadThroughput: 375_000 }

describe('网格员的手机', () => {
  let town: Town
  let agent: Person
  let dispatcher: Person
  let worker: Person
  beforeAll(async () => {
    town = await openTown()
    // By the dispatcher's hand here: the platform's own sending is told in server/grid.test.ts.
    const { city } = town.open.house
    town.open.house.city = {
      ...city,
      policy: { ...city.policy, grid: { ...city.policy.grid, straight: false, dailyCap: 30 } },
    }
    agent = await town.person('agent1')
    dispatcher = await town.person('dispatcher1')
    const street = await town.person('town-990101001')
    const { workers } = await street.call('listGridWorkers')
    const mine = workers.find((one: GridWorkerView) => one.id === 's-grid1')
    if (mine === undefined) throw new Error('the demo city has no grid1')
    const hours = { from: '00:00', to: '24:00' }
    await street.call('setGridWorker', {
      params: { staffId: mine.id },
      body: { post: 'main', hours, away: false },
      headers: { 'if-match': `"${mine.version}"` },
    })
    worker = await town.person('grid1', { size: 'phone' })
    await worker.context.grantPermissions(['geolocation'])
    await worker.context.setGeolocation({ longitude: 111.3921, latitude: 33.9044, accuracy: 9 })
  }, 300_000)
  afterAll(() => town?.close())
  afterEach(() => worker?.context.setOffline(false))

  const granted = async (title: string) => {
    const { id } = await agent.call('acceptOrder', { body: gridMatter(title) })
    await dispatcher.call('dispatchToGrid', { params: { orderId: id }, body: {} })
    return id
  }
  const stateOf = async (orderId: string) => (await dispatcher.call('getOrder', { params: { orderId } })).state
  const eventually = (orderId: string, state: string) =>
    expect.poll(() => stateOf(orderId), { timeout: 60_000, interval: 300 }).toBe(state)
  const open = async () => {
    await worker.page.goto('/grid')
    await worker.page.getByRole('navigation').waitFor()
  }
  const take = async () => {
    const file = { name: 'place.jpg', mimeType: 'image/jpeg', buffer: await photo() }
    await worker.page.getByLabel('拍照').setInputFiles(file)
    await worker.page.getByRole('img', { name: '拍照 1' }).waitFor()
  }
  const pagesKept = () => worker.page.waitForFunction(() => document.documentElement.dataset.pages === 'grid-offline')

  test('three taps from the matter to its result, on a slow line', async () => {
    const id = await granted('楼后积存垃圾')
    const { page, context } = worker
    await open()
    expect(await faultsOf(page)).toEqual([])
    const line = await context.newCDPSession(page)
    await line.send('Network.enable')
    await line.send('Network.emulateNetworkConditions', SLOW)
    await page.getByRole('link', { name: /楼后积存垃圾/ }).click()
    await page.getByRole('heading', { name: '楼后积存垃圾', level: 1 }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: '办结' }).click()
    expect(await faultsOf(page)).toEqual([])
    await take()
    await page.getByRole('radio', { name: '当面告诉了' }).check()
    await page.getByRole('button', { name: '提交办结' }).click()
    await eventually(id, 'pending-reply-review')
    await page.getByRole('link', { name: '今天办的' }).click()
    await page.getByRole('link', { name: /楼后积存垃圾/ }).waitFor()
    const order = await dispatcher.call('getOrder', { params: { orderId: id } })
    expect(order.files).toHaveLength(1)
    expect(order.assignments[0]?.grid?.worker).toBe('s-grid1')
    await line.send('Network.emulateNetworkConditions', {
      ...SLOW,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    })
    await line.detach()
  })

  test('a photo that knows no place says so, on the phone and on the order’s page', async () => {
    const id = await granted('楼道口堆旧家具')
    const { page, context } = worker
    await context.clearPermissions()
    await open()
    await page.getByRole('link', { name: /楼道口堆旧家具/ }).click()
    await page.getByRole('button', { name: '办结' }).click()
    await take()
    await page.getByText('没有定位', { exact: true }).waitFor()
    await page.getByRole('radio', { name: '当面告诉了' }).check()
    await page.getByRole('button', { name: '提交办结' }).click()
    await eventually(id, 'pending-reply-review')
    await context.grantPermissions(['geolocation'])
    await dispatcher.page.goto(`/orders/${id}`)
    await dispatcher.page.getByRole('button', { name: /现场照片\.jpg/ }).waitFor()
    await dispatcher.page
      .getByText(/^没有定位 · /)
      .first()
      .waitFor()
    expect(await faultsOf(dispatcher.page)).toEqual([])
  })

  test('without a line the page opens, everything is kept over a reload, and goes out in order when it is back', async () => {
    const first = await granted('单元门口堆杂物')
    const second = await granted('车棚外堆纸箱')
    const { page, context } = worker
    await open()
    await page.getByRole('link', { name: /车棚外堆纸箱/ }).waitFor()
    await pagesKept()
    await context.setOffline(true)
    await page.reload()
    await page.getByText('没网。可以照常办，来网后自动发出。').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: /单元门口堆杂物/ }).click()
    await page.getByRole('button', { name: '接单' }).click()
    await page.getByRole('button', { name: '我到了' }).click()
    await page.getByText('没网。2 项已记下，来网后依次发出。').waitFor()
    await page.getByRole('button', { name: '办结' }).click()
    await take()
    await page.getByRole('radio', { name: '电话告诉了' }).check()
    await page.getByRole('button', { name: '提交办结' }).click()
    await page.getByRole('link', { name: /车棚外堆纸箱/ }).click()
    await page.getByRole('button', { name: '上报 / 不接' }).click()
    await page.getByRole('radio', { name: '要部门来办' }).check()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: '上报', exact: true }).click()
    await page.getByText('没网。4 项已记下，来网后依次发出。').waitFor()
    await page.reload()
    await page.getByText('没网。4 项已记下，来网后依次发出。').waitFor()
    await page.getByRole('link', { name: /没网/ }).click()
    await page.getByText('办结 · 单元门口堆杂物').waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect([await stateOf(first), await stateOf(second)]).toEqual(['in-handling', 'in-handling'])
    await context.setOffline(false)
    await eventually(first, 'pending-reply-review')
    await eventually(second, 'pending-dispatch')
    await page.getByText('都发出去了。').waitFor()
    const { assignments, files, reportsUp } = await dispatcher.call('getOrder', { params: { orderId: second } })
    expect(reportsUp).toHaveLength(1)
    expect(assignments).toHaveLength(1)
    expect(files).toHaveLength(0)
    const one = await dispatcher.call('getOrder', { params: { orderId: first } })
    expect(one.files).toHaveLength(1)
  })

  test('on the map the tasks are numbered as the list, a pin leads to its task in one tap, also without a line', async () => {
    await granted('桥头堆建筑废料')
    await granted('桥头堆旧沙发')
    const { page, context } = worker
    await open()
    await page.getByRole('button', { name: '地图' }).click()
    const map = page.locator('.citymap[data-state="drawn"]')
    await map.waitFor({ timeout: 60_000 })
    await page.getByRole('img', { name: '我的位置' }).waitFor()
    const rows = await page.locator('ul.tasks > li').allInnerTexts()
    const numberOf = (title: string) => rows.findIndex((row) => row.includes(title)) + 1
    const pin = page.getByRole('button', { name: new RegExp(`^${numberOf('桥头堆旧沙发')} 桥头堆旧沙发 · 正常`) })
    expect(await pin.textContent()).toBe(String(numberOf('桥头堆旧沙发')))
    const [one, other] = [
      await pin.boundingBox(),
      await page.getByRole('button', { name: /桥头堆建筑废料/ }).boundingBox(),
    ]
    // At one door, and yet each has its own place for a thumb.
    expect(Math.abs((one?.x ?? 0) - (other?.x ?? 0))).toBeGreaterThanOrEqual(40)
    expect(await faultsOf(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await pin.click()
    await page.getByRole('heading', { name: '桥头堆旧沙发', level: 1 }).waitFor()
    await page.getByRole('button', { name: '返回' }).click()
    await map.waitFor({ timeout: 60_000 })
    await page.waitForFunction(async () => {
      const shell = await caches.open('jiesu-grid-shell')
      return (await shell.keys()).some(({ url }) => url.includes('/engine-'))
    })
    await context.setOffline(true)
    await page.reload()
    await page.getByText('没网。可以照常办，来网后自动发出。').waitFor()
    await map.waitFor({ timeout: 60_000 })
    await pin.click()
    await page.getByRole('button', { name: '办结' }).waitFor()
    await context.setOffline(false)
    await page.goto('/grid#mine')
    await page.getByRole('button', { name: '按时限' }).click()
  })

  test('what the server no longer takes is shown with its words, and what comes after it still goes', async () => {
    const gone = await granted('花坛边堆枯枝')
    const { page, context } = worker
    await open()
    await page.getByRole('link', { name: /花坛边堆枯枝/ }).click()
    await page.getByRole('button', { name: '接单' }).waitFor()
    await pagesKept()
    await context.setOffline(true)
    await agent.call('withdrawOrder', {
      params: { orderId: gone },
      body: { askedBy: 'appellant', reason: '自己清了', checked: '回拨核实' },
    })
    await page.getByRole('button', { name: '接单' }).click()
    await page.goto('/grid#whistle')
    await page.getByLabel('看到什么').fill('路口井盖松动')
    await page.getByRole('button', { name: '吹哨', exact: true }).click()
    await page.getByText('没网。2 项已记下，来网后依次发出。').waitFor()
    await context.setOffline(false)
    await page.getByText('1 项没被接受，点开看原因').click()
    await page.getByText('接单 · 花坛边堆枯枝').waitFor()
    await page.getByText('没有找到，或您无权查看').waitFor()
    await page.getByRole('button', { name: '知道了' }).click()
    await page.getByText('都发出去了。').waitFor()
    await page.goto('/grid#whistles')
    await page.getByText('路口井盖松动').waitFor()
    expect(await faultsOf(page)).toEqual([])
  })

  test('logging out leaves nothing of a citizen on the phone, and says what would be lost', async () => {
    await granted('墙角堆瓷砖')
    const { page, context } = worker
    await open()
    await page.getByRole('link', { name: /墙角堆瓷砖/ }).click()
    await pagesKept()
    await context.setOffline(true)
    await page.getByRole('button', { name: '接单' }).click()
    await page.getByText('没网。1 项已记下，来网后依次发出。').waitFor()
    await page.goto('/grid#mine')
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('heading', { name: '还有 1 项没发出' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: '先不退出' }).click()
    await context.setOffline(false)
    await expect.poll(() => page.getByText('墙角堆瓷砖').count(), { timeout: 20_000 }).toBeGreaterThan(0)
    await expect.poll(() => page.getByText('待发').count(), { timeout: 30_000 }).toBe(0)
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('heading', { name: '登录' }).waitFor()
    const left = await page.evaluate(
      () =>
        new Promise<number[]>((resolve) => {
          const request = indexedDB.open('jiesu-grid')
          request.onsuccess = () => {
            const names = ['outbox', 'photos', 'kept']
            const stores = names.map((name) => request.result.transaction(name).objectStore(name).count())
            const counted = stores.map((one) => new Promise<number>((done) => (one.onsuccess = () => done(one.result))))
            void Promise.all(counted).then(resolve)
          }
        }),
    )
    expect(left).toEqual([0, 0, 0])
    await worker.logIn('grid1')
  })

  test.each(['light', 'dark'] as const)('at a desk’s width and in the %s theme it keeps its shape', async (theme) => {
    const wide = await town.person('grid1', { theme, language: 'en' })
    await wide.page.goto('/grid')
    await wide.page.getByRole('navigation').waitFor()
    expect(await faultsOf(wide.page)).toEqual([])
    await wide.context.close()
  })

  test('a session that has ended asks who it is, and then goes on', async () => {
    const id = await granted('门卫室旁堆轮胎')
    const { page, context } = worker
    await open()
    await page.getByRole('link', { name: /门卫室旁堆轮胎/ }).click()
    await page.getByRole('button', { name: '接单' }).waitFor()
    await context.clearCookies()
    await page.getByRole('button', { name: '接单' }).click()
    await page.getByLabel('账号').fill('grid1')
    await page.getByLabel('密码').fill('yunchuan-demo-2026')
    await page.getByRole('button', { name: '登录' }).click()
    await expect
      .poll(async () => (await dispatcher.call('getOrder', { params: { orderId: id } })).assignments[0]?.state, {
        timeout: 30_000,
      })
      .toBe('signed')
  })

  test('nothing went wrong behind it', () => {
    expect(town.faults).toEqual([])
  })
})
