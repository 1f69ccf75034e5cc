import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, openTown, type Person, type Town } from './browser.fixture.ts'

let town: Town
let agent: Person
let dispatcher: Person
beforeAll(async () => {
  town = await openTown()
  agent = await town.person('agent1')
  dispatcher = await town.person('dispatcher1')
})
afterAll(async () => {
  expect(town.faults).toEqual([])
  await town.close()
})

async function dispatched(
  title: string,
  lead: string,
  co: readonly string[] = [],
): Promise<{ id: string; no: string }> {
  const order = await agent.call('acceptOrder', {
    body: {
      channel: 'phone',
      request: {
        requestType: 'help',
        title,
        content: `${title}，请尽快处理。`,
        demand: '今天修好，修好前先围起来',
        category: 'E0202',
        region: '990101001',
        confidential: 'none',
      },
      appellant: { name: '何建国', gender: 'male', callerPhone: '13900000458' },
      outcome: { kind: 'submit', review: 'auto' },
    },
  })
  await dispatcher.call('dispatchOrder', {
    params: { orderId: order.id },
    body: { lead, co, overrideReason: '测试', note: '请先看现场' },
  })
  return order
}

const rowOf = ({ page }: Person, title: string) => page.getByRole('button', { name: title, exact: true })
const picture = () =>
  sharp({ create: { width: 320, height: 240, channels: 3, background: '#7a8796' } })
    .jpeg()
    .toBuffer()

test('several are signed with one key; one that a colleague has signed says who and when', async () => {
  const titles = ['路灯不亮一', '路灯不亮二', '路灯不亮三']
  const orders = []
  for (const title of titles) orders.push(await dispatched(title, 'housing'))
  const housing = await town.person('housing')
  const { page } = housing
  await page.goto('/unit')
  await rowOf(housing, titles[0] ?? '').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('a')
  await page.getByText('已选 3 件待签收').waitFor()
  // A colleague is faster, and the list here has not heard of it yet.
  await page.route('**/api/assignments?**', (route) => route.abort())
  const leader = await town.person('housing-leader')
  await leader.call('signAssignment', { params: { orderId: orders[1]?.id, n: 1 } })
  await page.keyboard.press('q')
  const card = page.getByRole('dialog', { name: '2 件成功，1 件没成' })
  await card.waitFor()
  expect(await card.textContent()).toMatch(/已于 \d\d-\d\d \d\d:\d\d 签收，不用再签/)
  expect(await faultsOf(page)).toEqual([])
})

test('an order goes through the desk: signed, contacted, a file that is no file of ours, a photo, reported', async () => {
  await dispatched('井盖破损', 'water-group')
  const unit = await town.person('water-group')
  const { page } = unit
  await page.goto('/unit')
  await rowOf(unit, '井盖破损').click()
  await page.getByText('今天修好，修好前先围起来').waitFor()
  await page.getByText('请先看现场').waitFor()
  await page.keyboard.press('s')
  await page.getByText('已签收').first().waitFor()
  const submit = page.getByRole('button', { name: /提交反馈/ })
  expect(await submit.getAttribute('aria-description')).toBe('还差：联系市民')
  expect(await faultsOf(page)).toEqual([])

  await page.keyboard.press('l')
  await page.keyboard.type('已约下午上门')
  await page.keyboard.press('Enter')
  await page.getByText('联系已登记').waitFor()
  await page.getByText('电话接通 · 已约下午上门').waitFor()

  await page.getByLabel('办理情况').fill('已更换井盖并复测')
  await page.getByLabel('公开答复').fill('您好，井盖已更换，可联系维修师傅 13800001234。')
  await page.getByText('公开答复里有 1 处手机号（第 1 行）').waitFor()
  await page.getByRole('button', { name: '自动遮盖' }).click()
  await page.getByText('未发现电话、证件号、车牌号').waitFor()
  expect(await page.getByLabel('公开答复').inputValue()).toContain('138****1234')
  await page.getByText('草稿已存').waitFor()
  await page.reload()
  await page.getByText('已恢复您上次写的内容').waitFor()
  expect(await page.getByLabel('办理情况').inputValue()).toBe('已更换井盖并复测')

  const folder = tmpdir()
  await writeFile(join(folder, 'setup.exe'), 'MZ')
  await writeFile(join(folder, 'after.jpg'), await picture())
  const choose = async (name: string) => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /现场照片/ }).click()
    await (await chooser).setFiles(join(folder, name))
  }
  await choose('setup.exe')
  await page.getByText('没有上传：setup.exe 这种文件不收').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '不要 setup.exe' }).click()
  await choose('after.jpg')
  await page.getByRole('button', { name: '打开 after.jpg' }).last().waitFor()
  await page.getByRole('button', { name: '打开 after.jpg' }).last().click()
  await page.getByRole('dialog', { name: /after\.jpg/ }).waitFor()
  await page.getByRole('button', { name: /放大/ }).waitFor()
  await page.keyboard.press('+')
  await page.keyboard.press('r')
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')

  await page.getByRole('radio', { name: '属实', exact: true }).click()
  await page.getByRole('radio', { name: '已解决' }).click()
  expect(await submit.getAttribute('aria-description')).toBe('还差：签发人')
  await page.getByRole('combobox', { name: '签发人' }).fill('周局长')
  await page.getByLabel('办理情况').focus()
  await page.keyboard.press('Control+Enter')
  await page.getByText('已反馈，等热线审核').first().waitFor()
}, 90_000)

test('handed down and the co-unit’s words: the lead sees who is still missing and takes in what has come', async () => {
  const order = await dispatched('路面坑洼', 'district-990101', ['municipal-works'])
  const district = await town.person('district-990101')
  const works = await town.person('municipal-works')
  const params = { orderId: order.id, n: 2 }
  await works.call('signAssignment', { params })
  await works.call('recordContact', { params, body: { method: 'phone', result: 'connected', summary: '已联系' } })
  await works.call('reportResult', {
    params,
    body: { handling: '夜间已修补', publicReply: '路面已修补', factTrue: 'yes', solved: 'solved', signer: '李局' },
  })
  const { page } = district
  await page.goto(`/unit?order=${order.id}&n=1`)
  await page.getByRole('heading', { name: '路面坑洼' }).waitFor()
  await page.keyboard.press('s')
  await page.getByText('已签收').first().waitFor()
  await page.getByRole('button', { name: '下派' }).click()
  const dialog = page.getByRole('dialog', { name: '下派给下级单位' })
  await dialog.getByRole('combobox', { name: '下级单位' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: '下派', exact: true }).click()
  // A department's by the catalogue: passing it down needs its ground (国办函〔2025〕66号).
  await dialog.getByRole('textbox', { name: '例外依据' }).fill('城市道路养护分工会议纪要')
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: '下派', exact: true }).click()
  await page.getByText('1 家 · 已回 0').waitFor()
  await page.keyboard.press('l')
  await page.keyboard.type('已说明安排')
  await page.keyboard.press('Enter')
  await page.getByText('联系已登记').waitFor()
  await page.getByRole('button', { name: '并入我的答复' }).click()
  expect(await page.getByLabel('公开答复').inputValue()).toMatch(/：路面已修补$/)
  expect(await page.getByRole('button', { name: /提交反馈/ }).getAttribute('aria-description')).toContain(
    '下级单位的反馈',
  )
  await page.getByRole('tab', { name: /我下派的/ }).click()
  await rowOf(district, '路面坑洼').waitFor()
  expect(await faultsOf(page)).toEqual([])
})

test('a picture is dropped; the citizen adds something meanwhile: nothing written is lost, and the next try goes through', async () => {
  const order = await dispatched('换热站异响', 'heating-office')
  const unit = await town.person('heating-office')
  const params = { orderId: order.id, n: 1 }
  await unit.call('signAssignment', { params })
  await unit.call('recordContact', { params, body: { method: 'phone', result: 'connected', summary: '已联系' } })
  const { page } = unit
  // The feed is cut, so the page cannot know.
  await page.route('**/api/changes', (route) => route.abort())
  await page.goto(`/unit?order=${order.id}&n=1`)
  await page.getByLabel('办理情况').fill('已更换轴承')
  await page.getByLabel('公开答复').fill('您好，已更换轴承。')
  await page.getByRole('radio', { name: '属实', exact: true }).click()
  await page.getByRole('radio', { name: '已解决' }).click()
  await page.getByRole('combobox', { name: '签发人' }).fill('周局长')
  const dropped = await page.evaluateHandle(
    (bytes) => {
      const data = new DataTransfer()
      data.items.add(new File([Uint8Array.from(bytes)], 'bearing.jpg', { type: 'image/jpeg' }))
      return data
    },
    [...(await picture())],
  )
  await page.getByRole('button', { name: /现场照片/ }).dispatchEvent('drop', { dataTransfer: dropped })
  await page.getByRole('button', { name: '打开 bearing.jpg' }).last().waitFor()

  await agent.call('supplementOrder', { params, body: { text: '夜里两点又响' } })
  await page.getByLabel('办理情况').focus()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('alert').getByText('您写的都在').waitFor()
  await page.getByText('夜里两点又响').first().waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  expect(await page.getByLabel('办理情况').inputValue()).toBe('已更换轴承')
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await page.getByText('已反馈，等热线审核').first().waitFor()
}, 90_000)

test('on a phone the list leads to the order and back, in the dark as well', async () => {
  await dispatched('楼道灯坏', 'education')
  const unit = await town.person('education', { size: 'phone', theme: 'dark' })
  const { page } = unit
  await page.goto('/unit')
  await rowOf(unit, '楼道灯坏').click()
  await page.getByText('今天修好，修好前先围起来').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '回到列表' }).click()
  await rowOf(unit, '楼道灯坏').waitFor()
  expect(await faultsOf(page)).toEqual([])
})
