import type { Page } from 'playwright-core'
import { DEMO_PASSWORD } from '#server/demo-password.ts'

const TEXT = '石桥路路口往南第三盏路灯不亮，从上周五到现在，晚上老人出门看不见路，已经有人绊倒。希望尽快修好。'

/** A street lamp at night, drawn: the pictures of the documents show nobody's photo. */
async function photoOfLamp(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 600
    const pen = canvas.getContext('2d')
    if (pen === null) return ''
    // Colour, then left, top, width, height; a list, since a named function would need the compiler's own helper here.
    const blocks: [string, number, number, number, number][] = [
      ['#dfe4e8', 0, 0, 600, 600],
      ['#c3cad1', 0, 460, 600, 140],
      ['#4a5462', 250, 130, 18, 350],
      ['#4a5462', 250, 120, 120, 18],
      ['#333b46', 340, 136, 60, 22],
    ]
    for (const [colour, left, top, width, height] of blocks) {
      pen.fillStyle = colour
      pen.fillRect(left, top, width, height)
    }
    return canvas.toDataURL('image/png')
  })
  return { name: 'lamp.png', mimeType: 'image/png', buffer: Buffer.from(url.split(',')[1] ?? '', 'base64') }
}

/** A request as somebody has just written it, the place on the map. */
export async function writeRequest(page: Page): Promise<void> {
  await page.getByLabel('发生了什么').fill(TEXT)
  await page.getByLabel('加照片').setInputFiles(await photoOfLamp(page))
  await page.getByRole('button', { name: '删除照片 1' }).waitFor()
  await page.getByRole('combobox', { name: '写路名' }).fill('枫丹花园')
  await page.getByRole('option', { name: '枫丹花园' }).click()
  await page.getByRole('button', { name: '在地图上指' }).click()
  await page.getByRole('region', { name: '在地图上指出地点' }).waitFor()
  await page.getByLabel('手机号').fill('13900000452')
  await page.evaluate(() => scrollTo(0, 0))
}

/** Somebody of the staff, in a browser of their own, who does something; a refusal is thrown. */
export async function staff(page: Page, login: string) {
  const context = await page
    .context()
    .browser()
    ?.newContext({ baseURL: new URL(page.url()).origin })
  if (context === undefined) throw new Error('the browser is closed')
  const begun = await context.request.post('/api/session', { data: { login, password: DEMO_PASSWORD } })
  const { csrf } = await begun.json()
  const send = async (path: string, data: object = {}) => {
    const said = await context.request.post(`/api${path}`, { data, headers: { 'x-csrf-token': csrf } })
    if (!said.ok()) throw new Error(`${login} ${path}: ${await said.text()}`)
    return said.json()
  }
  const read = async (path: string) => (await context.request.get(`/api${path}`)).json()
  return Object.assign(send, { read })
}

/** A request on its way: accepted, dispatched, the unit has called. */
export async function followRequest(page: Page): Promise<void> {
  const request = { requestType: 'help', title: '石桥路路口三盏路灯不亮', content: TEXT, region: '990101001' }
  const sent = await page.request.post('/api/citizen/orders', {
    data: { request: { ...request, address: '枫丹花园南门' }, appellant: { contactPhone: '13900000452' } },
  })
  const { no, code } = await sent.json()
  const dispatcher = await staff(page, 'dispatcher1')
  const found = await dispatcher('/search', { q: no })
  const { id, state } = found.orders[0].order
  if (state === 'pending-review') {
    const reviewer = await staff(page, 'reviewer1')
    await reviewer(`/orders/${id}/intake-review`, { verdict: 'pass' })
  }
  const dispatch = { lead: 'municipal-works', co: [], overrideReason: '路灯' }
  await dispatcher(`/orders/${id}/dispatch`, dispatch)
  const unit = await staff(page, 'municipal-works')
  await unit(`/orders/${id}/assignments/1/sign`)
  await unit(`/orders/${id}/assignments/1/contact`, { method: 'phone', result: 'connected', summary: '约好今晚到现场' })
  await page.getByLabel('诉求编号').fill(no)
  await page.getByLabel('查询码').fill(code)
  await page.getByRole('button', { name: '查看' }).click()
  await page.getByText('承办单位已联系您').waitFor()
}
