import type { Page } from 'playwright-core'

const CALLER = '13700002716'
const WISH = '尽快恢复供暖，并告知恢复时间；不达标期间按规定退费。'

type Place = { name: string; kind: string; region: string; lng: number; lat: number }
type Said = { title: string; content: string; category: string; step: number; phone: string; name: string }

const before: readonly Said[] = [
  {
    title: '2 号楼电梯异响',
    content: '2 号楼电梯运行时有异响。',
    category: 'C0602',
    step: 2,
    phone: CALLER,
    name: '周女士',
  },
  {
    title: '7 号楼楼道照明不亮',
    content: '7 号楼楼道灯三天不亮。',
    category: 'D0101',
    step: -1,
    phone: '13700002717',
    name: '李女士',
  },
  {
    title: '5 号楼室温只有 15 ℃',
    content: '5 号楼暖气不热，室内实测 15 ℃，物业说换热站在抢修。',
    category: 'E0801',
    step: 1,
    phone: '13700002718',
    name: '陈女士',
  },
]

const orderOf = (place: Place, { title, content, category, step, phone, name }: Said) => ({
  channel: 'phone',
  request: {
    requestType: 'help',
    title: `${place.name} ${title}`,
    content: `${place.name}${content}`,
    category,
    region: place.region,
    lng: place.lng + step * 0.0005,
    lat: place.lat + step * 0.0003,
    address: place.name,
    contactWindow: '工作日 18:00 后',
  },
  appellant: { name, gender: 'female', callerPhone: phone },
})

/** Two neighbours and the caller have called before, once for all pictures of a demo; then the phone rings here. */
async function ringHere(page: Page): Promise<string> {
  const { request } = page
  const me = await (await request.get('/api/session')).json()
  const headers = { 'x-csrf-token': String(me.csrf) }
  const post = async (path: string, data: unknown) => (await request.post(`/api${path}`, { headers, data })).json()
  const { ring } = await (await request.get('/api/ring')).json()
  if (ring !== null) await post(`/ring/${ring.callId}/end`, {})
  await request.delete('/api/drafts/accept/new', { headers })
  await page.reload()
  await page.getByText('空闲').first().waitFor()
  const { places } = await (await request.get('/api/places', { params: { q: '小区', limit: 20 } })).json()
  const place = (places as Place[]).find(({ kind, name }) => kind === 'estate' && name.endsWith('小区'))
  if (place === undefined) throw new Error('this city has no estate to call from')
  const { calls } = await post('/caller', { phone: CALLER })
  if (calls === 0) for (const said of before) await post('/orders', orderOf(place, said))
  await post('/ring', { callId: `call-${Date.now()}`, phone: CALLER, login: me.login })
  return place.name
}

/** A call in the middle: who it is, where, what, the category taken, the same matter found, the sentence to read. */
export async function takeCall(page: Page): Promise<void> {
  await page.getByRole('region', { name: '受理单' }).waitFor()
  const place = await ringHere(page)
  const { keyboard } = page
  await page.getByText('137****2716').first().waitFor()
  await page.getByText('周女士').first().waitFor()
  await keyboard.press('F2')
  await page.getByText('通话中').first().waitFor()
  await keyboard.press('2')
  await keyboard.press('Alt+d')
  await keyboard.insertText(place)
  await page.getByRole('listbox').getByRole('option').first().waitFor()
  await keyboard.press('Enter')
  await keyboard.insertText(' 3 号楼')
  await keyboard.press('Alt+t')
  await keyboard.insertText(`${place} 3 号楼暖气不热，室内实测 14 ℃`)
  await keyboard.press('Alt+x')
  await keyboard.insertText(WISH)
  await keyboard.press('Alt+w')
  await keyboard.insertText(
    `来电人反映，11 月 20 日起${place} 3 号楼 2 单元暖气不热，昨晚室内实测 14 ℃，家中有两岁幼儿。已两次致电热力客服，答复“正在排查”，未告知恢复时间。同单元多户情况相同，业主群里有人说换热站在抢修，但物业没有正式通知。`,
  )
  await page.getByRole('list', { name: '分类建议' }).waitFor()
  await keyboard.press('Alt+c')
  await keyboard.press('1')
  await page.getByText('很可能是同一件事').waitFor()
  await page.getByText('请念给来电人：').waitFor()
  await page.locator('.citymap[data-state="drawn"]').waitFor()
  await keyboard.press('Alt+w')
  await page.getByText('草稿已存').waitFor()
}
