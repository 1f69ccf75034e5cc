import type { Page } from 'playwright-core'
import { DEMO_PASSWORD } from '#server/demo-password.ts'

/** A month of a demo's orders, up to yesterday: what is of today is not settled yet. */
const DAYS = 50
const DAY_MS = 86_400_000
const dayBefore = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10)

const firstProposal = (page: Page) => page.locator('.calibration-proposal').first().waitFor({ timeout: 120_000 })

/** The page of calibration with a round that has proposals; where a demo has none yet, one is begun as a person would. */
export async function roundWithProposals(page: Page): Promise<void> {
  const begin = page.getByRole('button', { name: '形成批次' })
  await page.locator('.calibration-proposal').or(begin).first().waitFor()
  if ((await page.locator('.calibration-proposal').count()) === 0) {
    await page.getByLabel('起', { exact: true }).fill(dayBefore(DAYS))
    await page.getByLabel('止', { exact: true }).fill(dayBefore(1))
    await begin.click()
  }
  await firstProposal(page)
}

/** The dispatch lead accepts what the machine found and asks the units; does nothing where that was done before. */
async function consult(page: Page): Promise<void> {
  await page.goto('/calibration')
  await roundWithProposals(page)
  const open = page.locator('.calibration-proposal').filter({ hasText: '待处理' })
  for (let left = await open.count(); left > 0; left--) {
    await open.first().getByRole('button', { name: '采纳', exact: true }).click()
    await open.nth(left - 1).waitFor({ state: 'detached' })
  }
  const ask = page.getByRole('button', { name: '征求单位意见' })
  if ((await ask.count()) === 0) return
  await ask.click()
  await page.getByText(/^意见截止/).waitFor()
}

/** A unit that is asked about changes; whom they concern differs from demo to demo. */
export async function askedUnit(page: Page): Promise<void> {
  const context = page.context()
  const logIn = async (login: string) => {
    // A log-in beside another would need its CSRF value.
    await context.clearCookies()
    const said = await context.request.post('/api/session', { data: { login, password: DEMO_PASSWORD } })
    if (!said.ok()) throw new Error(`log-in of ${login}: ${await said.text()}`)
  }
  await logIn('dispatchlead1')
  await consult(page)
  const units = await page.evaluate(async () => {
    type Round = { round: number; proposals?: { state: string; units: { unit: string }[] }[] }
    const { rounds } = (await (await fetch('/api/calibration/rounds')).json()) as { rounds: Round[] }
    const round = (await (await fetch(`/api/calibration/rounds/${rounds[0]?.round}`)).json()) as Round
    const accepted = (round.proposals ?? []).filter(({ state }) => state === 'accepted')
    return accepted.flatMap((one) => one.units.map(({ unit }) => unit))
  })
  // Who is asked most has most to show.
  const asked = (unit: string) => units.filter((one) => one === unit).length
  const most = [...new Set(units)].toSorted((a, b) => asked(b) - asked(a))[0]
  if (most === undefined) throw new Error('no unit is asked')
  await logIn(most)
  await page.goto('/consultations')
  await firstProposal(page)
}
