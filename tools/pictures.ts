import type { Page } from 'playwright-core'
import { followRequest, writeRequest } from './citizen-pictures.ts'

/** One picture of the documents: who looks, at which address, what must be on the page before it is taken. */
export type Picture = {
  name: string
  path: string
  login?: string
  size?: 'desk' | 'phone'
  theme?: 'light' | 'dark'
  language?: 'zh' | 'en'
  /** the whole page instead of the window */
  whole?: boolean
  until: (page: Page) => Promise<unknown>
}

/** The page of the newest order that the list finds: its number differs from demo to demo. */
async function openOrder(page: Page, filter: string): Promise<void> {
  const id = await page.evaluate(async (query) => {
    const answer = await fetch(`/api/orders?${query}&limit=1`)
    return String((await answer.json()).orders[0]?.id)
  }, filter)
  await page.goto(`/orders/${id}`)
  await page.getByRole('meter').first().waitFor()
}

export const pictures: readonly Picture[] = [
  { name: 'citizen-submit', path: '/c', size: 'phone', until: writeRequest },
  { name: 'citizen-follow', path: '/c/follow', size: 'phone', until: followRequest },
  {
    name: 'log-in',
    path: '/',
    until: (page) => page.getByRole('button', { name: '登录' }).waitFor(),
  },
  {
    name: 'account',
    path: '/account',
    login: 'agent1',
    until: (page) => page.getByRole('heading', { name: '登录的地方' }).waitFor(),
  },
  {
    name: 'order',
    path: '/orders',
    login: 'shift1',
    until: (page) => openOrder(page, 'state=in-handling&light=yellow'),
  },
  {
    name: 'order-dark',
    path: '/orders',
    login: 'shift1',
    theme: 'dark',
    until: (page) => openOrder(page, 'state=in-handling&light=yellow'),
  },
]
