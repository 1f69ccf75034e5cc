import type { Page } from 'playwright-core'
import { channelNames, stateNames } from '#contract/vocabulary-words.ts'

/**
 * Acts on the list as a person does and waits, inside the page, until what was asked for is painted: the panel says which
 * list it shows (`data-shows`), and two frames later it is on the screen. The time runs from just before the act.
 */
async function timed(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const shows = () => document.querySelector('[data-shows]')?.getAttribute('data-shows') ?? null
    const before = shows()
    const painted = new Promise<number>((done) => {
      let begun = 0
      const begin = (event: Event) => {
        begun = event.timeStamp
        for (const kind of ['pointerdown', 'keydown']) document.removeEventListener(kind, begin, true)
      }
      // The clock starts with the person's own press: what the driver does before it is not the page's time.
      for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, begin, true)
      const look = () => {
        const now = shows()
        if (begun === 0 || now === null || now === before) requestAnimationFrame(look)
        else requestAnimationFrame(() => done(performance.now() - begun))
      }
      requestAnimationFrame(look)
    })
    Object.assign(window, { painted })
  })
  await act()
  return Number(await page.evaluate(() => Reflect.get(window, 'painted')))
}

const { 'pending-dispatch': dispatch, 'in-handling': handling, rework, closed, archived, answered } = stateNames
const { 'pending-reply-review': review, 'pending-callback': callback } = stateNames
const STATES = [dispatch, handling, review, callback, rework, closed, archived, answered].map(({ zh }) => zh)
const { phone, 'mini-program': miniProgram, web, upstream } = channelNames
const CHANNELS = [phone, miniProgram, web, upstream].map(({ zh }) => zh)
const WORDS = ['路灯', '井盖', '停水', '噪声', '物业', '公交车站']

/** Filters changed one after the other, common and rare: each is a question of its own to the server. */
export async function filterTimes(page: Page): Promise<number[]> {
  const times: number[] = []
  const tab = (name: string) => timed(page, () => page.getByRole('tab', { name, exact: true }).click())
  for (const name of ['未了结', '已超期', '全部工单']) times.push(await tab(name))
  for (const [filter, values] of [
    ['状态', STATES],
    ['渠道', CHANNELS],
  ] as const) {
    await page.getByRole('button', { name: '筛选' }).click()
    await page.getByRole('button', { name: filter, exact: true }).click()
    for (const value of values)
      times.push(await timed(page, () => page.getByRole('checkbox', { name: value, exact: true }).press('Space')))
    await page.keyboard.press('Escape')
    times.push(await timed(page, () => page.getByRole('button', { name: `去掉条件 ${filter}` }).click()))
  }
  for (const word of WORDS) {
    await page.getByRole('textbox', { name: '按编号或文字查找' }).fill(word)
    times.push(await timed(page, () => page.keyboard.press('Enter')))
    times.push(await timed(page, () => page.getByRole('button', { name: '去掉条件 文字' }).click()))
  }
  return times
}

/** Wheels down by a screen and a half at a time, far beyond what was fetched first; painted when rows fill the screen. */
export const scrollTimes = (page: Page, steps: number): Promise<number[]> =>
  page.evaluate(async (count) => {
    const box = document.querySelector('.tablebox')
    if (box === null) throw new Error('no list')
    const covered = () => {
      const { left, bottom, top } = box.getBoundingClientRect()
      return [top + 60, (top + bottom) / 2, bottom - 30].every((y) => {
        const row = document.elementFromPoint(left + 300, y)?.closest('tr')
        return row !== null && row !== undefined && !row.classList.contains('spacer')
      })
    }
    const times: number[] = []
    for (let i = 0; i < count; i++) {
      const begun = performance.now()
      box.scrollTop += box.clientHeight * 1.5
      await new Promise<void>((done) => {
        const look = () => (covered() ? done() : requestAnimationFrame(look))
        requestAnimationFrame(() => requestAnimationFrame(look))
      })
      times.push(performance.now() - begun)
      // A person looks before scrolling on; the next page is fetched meanwhile, as it would be.
      await new Promise((done) => setTimeout(done, 120))
    }
    return times
  }, steps)

/** From the press on a link until the other page's own content is painted. */
export async function routeTime(page: Page, press: () => Promise<void>, arrived: string): Promise<number> {
  await page.evaluate((wanted) => {
    const painted = new Promise<number>((done) => {
      let begun = 0
      document.addEventListener('pointerdown', (event) => (begun = event.timeStamp), { capture: true, once: true })
      const look = () => {
        if (begun === 0 || document.querySelector(wanted) === null) requestAnimationFrame(look)
        else requestAnimationFrame(() => done(performance.now() - begun))
      }
      requestAnimationFrame(look)
    })
    Object.assign(window, { painted })
  }, arrived)
  await press()
  return Number(await page.evaluate(() => Reflect.get(window, 'painted')))
}
