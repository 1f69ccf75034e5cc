import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { sql } from '#db/sql.ts'
import { FileHash } from '#domain/ids.ts'
import { contentPath } from '#server/file-store.ts'
import { faultsOf, type Look, openTown, type Person, type Town } from './browser.fixture.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const TEXT = '石桥路 42 号门前路灯不亮，从上周五到现在。希望尽快修好。'
const phone = (look: Look = {}) => town.visitor({ size: 'phone', ...look })

const Found = z.object({ id: z.string(), no: z.string(), files: z.number() })
/** Orders whose text begins so: what really arrived. */
const arrived = (beginning: string) =>
  town.open.house.db.rows(
    sql`select w.order_id as id, w.order_no as no,
               (select count(*)::int from order_event e where e.order_id = w.order_id and e.kind = 'attached') as files
        from   work_order w
        where  w.title like ${`${beginning}%`}`,
    Found,
  )

/** A picture as a phone makes one: larger than what is sent, with a word in it that is nobody's business. */
async function photo() {
  const plain = { width: 2600, height: 1300, channels: 3 as const, background: '#7a8' }
  const exif = { IFD0: { ImageDescription: 'secret-place', Make: 'camera' } }
  return {
    name: 'IMG_20261125.jpg',
    mimeType: 'image/jpeg',
    buffer: await sharp({ create: plain }).withExif(exif).jpeg().toBuffer(),
  }
}

async function fill({ page }: Person, text: string): Promise<void> {
  await page.goto('/c')
  await page.getByLabel('发生了什么').fill(text)
  await page.getByRole('combobox', { name: '写路名' }).fill('枫丹花园3号楼')
  await page.getByRole('option', { name: '枫丹花园' }).click()
  await page.getByLabel('手机号').fill('139 1111 2222')
}
const codeOf = async (page: Page) =>
  ((await page.getByText('查询码', { exact: true }).locator('+ dd').textContent()) ?? '').replace(/\s/g, '')

test('submit, follow, add, urge; the unit answers; rate: on a phone, without a log-in, without a fault for axe', async () => {
  const citizen = await phone()
  const { page } = citizen
  await page.goto('/c')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('还差：写下发生的事、地点、手机号，或选匿名。').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('what')
  expect(await faultsOf(page)).toEqual([])

  // Back and forth in the middle: what was written is still there.
  await page.goto('/c/follow')
  await fill(citizen, TEXT)
  await page.goBack()
  await page.getByRole('heading', { name: '凭编号和查询码看进展' }).waitFor()
  await page.goForward()
  expect(await page.getByLabel('发生了什么').inputValue()).toBe(TEXT)
  await page.getByText('锦澜区 钟鼓街道 钟楼东社区').waitFor()
  await page.getByLabel('加照片').setInputFiles(await photo())
  await page.getByRole('button', { name: '删除照片 1' }).waitFor()
  await page.getByRole('button', { name: '提交' }).dblclick()
  await page.getByRole('heading', { name: '收到了' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  const code = await codeOf(page)
  await expect.poll(async () => (await arrived('石桥路 42'))[0]?.files).toBe(1)
  const [stored] = await town.open.house.db.rows(
    sql`select hash from file order by at desc limit 1`,
    z.object({ hash: FileHash }),
  )
  if (stored === undefined) throw new Error('no photo was stored')
  const { width, exif } = await sharp(contentPath(town.open.house.filesFolder, stored.hash)).metadata()
  expect([width, exif]).toEqual([2000, undefined])
  const [order, ...more] = await arrived('石桥路 42')
  if (order === undefined) throw new Error('nothing arrived')
  expect(more).toEqual([])
  // Back from there leads past the form: what has been sent is no page any more.
  await page.goBack()
  await page.getByText('已受理', { exact: true }).first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  expect(page.url()).not.toContain(code)
  await page.getByRole('button', { name: '补充情况' }).click()
  await page.getByLabel('还有什么').fill('又坏了一盏')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByText('已补充，办理单位看得到').waitFor()
  await page.getByRole('button', { name: '催一下' }).click()
  await page.getByRole('button', { name: '催一下' }).last().click()
  await page.getByText('已催办，办理单位和热线都看得到').waitFor()

  const dispatcher = await town.person('dispatcher1')
  const unit = await town.person('housing')
  const reviewer = await town.person('reviewer1')
  const params = { orderId: order.id }
  await dispatcher.call('dispatchOrder', { params, body: { lead: 'housing', co: [], overrideReason: '测试' } })
  const work = { orderId: order.id, n: 1 }
  await unit.call('signAssignment', { params: work })
  const contact = { method: 'phone', result: 'connected', summary: '已联系' }
  await unit.call('recordContact', { params: work, body: contact })
  await page.reload()
  await page.getByText('承办单位已联系您').waitFor()
  const report = {
    handling: '换了三盏灯',
    publicReply: '路灯已修好，当晚亮了。',
    factTrue: 'yes',
    solved: 'solved',
    signer: '李局',
  }
  await unit.call('reportResult', { params: work, body: report })
  await reviewer.call('reviewReply', { params, body: { verdict: 'approve' } })

  await page.reload()
  await page.getByText('路灯已修好，当晚亮了。').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.getByText('还差：是否解决、满意程度。').waitFor()
  await page.getByRole('radio', { name: '解决了', exact: true }).check()
  await page.getByRole('radio', { name: '非常满意', exact: true }).check()
  await page.getByRole('button', { name: '提交评价' }).click()
  await page.getByText('评价收到了').waitFor()
  await page.getByText('已办结').first().waitFor()
  expect(await faultsOf(page)).toEqual([])

  // Somebody else with number and code sees the same; a wrong code is told in one sentence.
  const other = await phone({ theme: 'dark' })
  await other.page.goto('/c/follow')
  await other.page.getByLabel('诉求编号').fill(order.no.toLowerCase())
  await other.page.getByLabel('查询码').fill('000 000')
  await other.page.getByRole('button', { name: '查看' }).click()
  await other.page.getByText('编号或查询码不正确').waitFor()
  expect(await faultsOf(other.page)).toEqual([])
  await other.page.getByLabel('查询码').fill(`${code.slice(0, 3)} ${code.slice(3)}`.toLowerCase())
  await other.page.getByRole('button', { name: '查看' }).click()
  await other.page.getByText('路灯已修好').waitFor()
  expect(await faultsOf(other.page)).toEqual([])
}, 60_000)

test('a draft outlives a reload and a dead line, photos too, and is one order when the line is back', async () => {
  const citizen = await phone()
  const { page, context } = citizen
  await fill(citizen, '断网时写的：楼道灯不亮')
  await page.getByLabel('加照片').setInputFiles(await photo())
  await page.getByRole('button', { name: '删除照片 1' }).waitFor()
  await page.reload()
  expect(await page.getByLabel('发生了什么').inputValue()).toBe('断网时写的：楼道灯不亮')
  await page.getByRole('img', { name: '照片 1' }).waitFor()

  await context.setOffline(true)
  await page.getByRole('button', { name: '提交' }).dblclick()
  await page.getByText('没网。已记下，来网后发出。').waitFor()
  expect(await faultsOf(page)).toEqual([])
  expect(await arrived('断网时写的')).toEqual([])
  await page.getByRole('button', { name: '再改改' }).click()
  await page.getByLabel('发生了什么').fill('断网时写的：楼道灯不亮，改过')
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('没网。已记下，来网后发出。').waitFor()
  await page.close()
  await context.setOffline(false)
  // Nobody looks while it goes out: number and code wait until somebody has seen them.
  const later = await context.newPage()
  await later.goto('/c/follow')
  await expect.poll(async () => (await arrived('断网时写的')).length).toBe(1)
  await later.goto('/c')
  await later.getByRole('heading', { name: '收到了' }).waitFor()
  await expect.poll(async () => (await arrived('断网时写的')).map(({ files }) => files)).toEqual([1])
})

test('an answer that got lost on its way makes no second order', async () => {
  const citizen = await phone()
  const { page } = citizen
  await fill(citizen, '回音丢了：井盖松动')
  let lost = 0
  await page.route('**/api/citizen/orders', async (route) => {
    lost += 1
    // The order is made, only its answer never comes.
    await route.fetch()
    await route.abort()
    await page.unroute('**/api/citizen/orders')
  })
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByText('没收到回音').waitFor()
  expect(await faultsOf(page)).toEqual([])
  expect(await page.getByLabel('发生了什么').isDisabled()).toBe(true)
  await page.reload()
  await page.getByRole('heading', { name: '收到了' }).waitFor()
  expect([lost, (await arrived('回音丢了')).length]).toEqual([1, 1])
})

test('what a paste or a wrong file brings is told and not lost', async () => {
  const { page } = await phone()
  await page.goto('/c')
  const what = page.getByLabel('发生了什么')
  await what.fill('长'.repeat(100_000))
  await page.getByText('超出 98,000 字').waitFor()
  expect((await what.inputValue()).length).toBe(100_000)
  expect(await faultsOf(page)).toEqual([])
  await page.getByLabel('加照片').setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('text') })
  await page.getByText('只能加照片').waitFor()
  await page.getByLabel('加照片').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('text') })
  await page.getByText('这张照片打不开').waitFor()
  await what.fill('<b>门口</b> 😀 有积水')
  await page.getByRole('combobox', { name: '写路名' }).fill('没有人知道的地方')
  await page.getByLabel('发生了什么').focus()
  await page.getByLabel('所在街道').selectOption({ label: '钟鼓街道' })
  await page.getByRole('checkbox', { name: /^匿名反映/ }).check()
  await page.getByRole('button', { name: '提交' }).click()
  await page.getByRole('heading', { name: '收到了' }).waitFor()
  await page.getByRole('link', { name: '查进展' }).click()
  await page.getByRole('heading', { name: '<b>门口</b> 😀 有积水' }).waitFor()
  await page.getByRole('button', { name: '申请撤回' }).click()
  await page.getByLabel('为什么撤回').fill('水退了')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '撤回这件事' }).click()
  await page.getByText('已撤单').first().waitFor()
})

test('the place is put on the map by a tap and by the keyboard', async () => {
  const { page } = await phone()
  await page.goto('/c')
  await page.getByRole('button', { name: '在地图上指' }).click()
  const map = page.getByRole('region', { name: '在地图上指出地点' })
  await map.waitFor()
  await map.focus()
  await page.keyboard.press('Enter')
  await page
    .getByText(/区 .+(街道|镇|乡)/)
    .first()
    .waitFor()
  expect(await faultsOf(page)).toEqual([])
})

test.each(['light', 'dark'] as const)(
  'in English, %s, large, 320 px wide: nothing is cut and axe finds nothing',
  async (theme) => {
    const { page } = await phone({ language: 'en', theme })
    await page.setViewportSize({ width: 320, height: 640 })
    for (const path of ['/c', '/c/done', '/c/follow']) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      const large = page.getByRole('button', { name: 'Large text' })
      if ((await large.getAttribute('aria-pressed')) === 'false') await large.click()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
      expect(await page.locator('html').getAttribute('lang')).toBe('en')
      expect(await faultsOf(page)).toEqual([])
    }
  },
)

test('no fault of the platform was met on the way', () => {
  expect(town.faults).toEqual([])
})
