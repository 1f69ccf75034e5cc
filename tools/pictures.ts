import type { Page } from 'playwright-core'

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

export const pictures: readonly Picture[] = [
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
]
