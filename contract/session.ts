import { z } from 'zod'
import { Role } from '#domain/city/vocabulary.ts'
import { Instant, RegionCode, StaffId, UnitId } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'

export const Me = z.object({
  id: StaffId,
  login: z.string(),
  name: z.string(),
  unit: UnitId,
  unitName: z.string(),
  region: RegionCode.nullable(),
  roles: z.array(Role),
  csrf: z.string(),
  /** what stands between this session and its work */
  must: z.array(z.enum(['change-password', 'second-factor', 'set-up-second-factor'])),
})
export type Me = z.infer<typeof Me>

const Password = z.string().min(1).max(200)

export const logIn = {
  method: 'POST',
  path: '/session',
  zh: '登录',
  en: 'Log in',
  body: z.object({ login: z.string().trim().min(1).max(64), password: Password, code: z.string().regex(/^\d{6}$/).optional() }),
  reply: Me,
  refusals: ['login-or-password-wrong', 'second-factor-wrong', 'account-closed'],
} as const satisfies Endpoint

export const whoAmI = {
  method: 'GET',
  path: '/session',
  zh: '当前登录',
  en: 'Who is logged in',
  reply: Me,
  refusals: [],
} as const satisfies Endpoint

export const logOut = {
  method: 'DELETE',
  path: '/session',
  zh: '退出登录',
  en: 'Log out',
  reply: z.object({ done: z.literal(true) }),
  refusals: [],
} as const satisfies Endpoint

export const changePassword = {
  method: 'POST',
  path: '/session/password',
  zh: '修改密码',
  en: 'Change one’s password; all other sessions end',
  body: z.object({ old: Password, new: Password }),
  reply: Me,
  refusals: ['login-or-password-wrong', 'password-too-weak', 'password-unchanged'],
} as const satisfies Endpoint

export const listSessions = {
  method: 'GET',
  path: '/sessions',
  zh: '我的登录会话',
  en: 'One’s own sessions',
  reply: z.object({
    sessions: z.array(
      z.object({ id: z.string(), current: z.boolean(), createdAt: Instant, seenAt: Instant, ip: z.string(), agent: z.string() }),
    ),
  }),
  refusals: [],
} as const satisfies Endpoint

export const endSessions = {
  method: 'DELETE',
  path: '/sessions',
  zh: '退出其他所有登录',
  en: 'Sign out everywhere else',
  reply: z.object({ ended: z.number().int() }),
  refusals: [],
} as const satisfies Endpoint
