import type { Page } from 'playwright-core'

/** At the corner where the demo city's first grid worker walks. */
export const AT_THE_GRID = { longitude: 111.3921, latitude: 33.9044, accuracy: 9 }
const DAYS_AWAY = 3
const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000

export async function drawTaskMap(page: Page): Promise<void> {
  await page.getByRole('button', { name: '地图' }).click()
  await page.locator('.taskmap .citymap[data-state="drawn"] .numberpin').first().waitFor()
  await page.getByRole('img', { name: '我的位置' }).waitFor()
  await page.waitForTimeout(2500)
}

/** A street's list with somebody on leave: the last of it, who stays so in this demo. */
export async function listPosts(page: Page): Promise<void> {
  const api = page.request
  const { csrf } = await (await api.get('/api/session')).json()
  const { workers, now } = await (await api.get('/api/grid/workers')).json()
  const { id, post, hours, version } = workers.at(-1)
  const last = new Date(Date.parse(now) + SHANGHAI_MS + DAYS_AWAY * DAY_MS)
  const said = await api.put(`/api/grid/workers/${id}`, {
    data: { post, hours, away: true, awayUntil: last.toISOString().slice(0, 10) },
    headers: { 'x-csrf-token': csrf, 'if-match': `"${version}"` },
  })
  if (!said.ok()) throw new Error(await said.text())
  await page.reload()
  await page.getByText('不在岗', { exact: true }).first().waitFor()
}

/** What the street is told of its grid: the notices, opened. */
export async function openNotices(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^通知/ }).click()
  await page.getByText('知晓即可').first().waitFor()
}
