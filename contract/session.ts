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
  secondFactor: z.boolean().describe('whether one is bound to the account'),
  /** what stands between this session and its work */
  must: z.array(z.enum(['change-password', 'second-factor', 'set-up-second-factor'])),
})
export type Me = z.infer<typeof Me>

const Password = z.string().min(1).max(200)
const Code = z.string().regex(/^\d{6}$/)

export const logIn = {
  method: 'POST',
  path: '/session',
  zh: '登录',
  en: 'Log in',
  body: z.object({ login: z.string().trim().min(1).max(64), password: Password, code: Code.optional() }),
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
      z.object({
        id: z.string(),
        current: z.boolean(),
        createdAt: Instant,
        seenAt: Instant,
        ip: z.string(),
        agent: z.string(),
      }),
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

export const passSecondFactor = {
  method: 'POST',
  path: '/session/second-factor',
  zh: '二次验证',
  en: 'Give the code of the second factor after the log-in',
  body: z.object({ code: Code }),
  reply: Me,
  refusals: ['second-factor-wrong', 'second-factor-not-set'],
} as const satisfies Endpoint

export const startTotp = {
  method: 'POST',
  path: '/session/totp',
  zh: '开始绑定动态验证码',
  en: 'Begin a second factor: a secret for the authenticator app, good for 15 minutes, kept only once confirmed',
  body: z.object({ password: Password }),
  reply: z.object({
    secret: z.string(),
    uri: z.string().describe('otpauth:// text of the QR code'),
    offer: z.string().describe('to be sent back with the first code'),
  }),
  refusals: ['login-or-password-wrong', 'second-factor-already-set'],
} as const satisfies Endpoint

export const confirmTotp = {
  method: 'PUT',
  path: '/session/totp',
  zh: '确认绑定动态验证码',
  en: 'Keep the offered second factor: its first code proves that the secret arrived',
  body: z.object({ offer: z.string().max(400), code: Code }),
  reply: Me,
  refusals: ['second-factor-wrong', 'second-factor-already-set', 'totp-offer-expired'],
} as const satisfies Endpoint

/** POST, because proxies drop the body of a DELETE. */
export const removeTotp = {
  method: 'POST',
  path: '/session/totp/removal',
  zh: '解除动态验证码',
  en: 'Remove one’s second factor; all other sessions end',
  body: z.object({ password: Password, code: Code }),
  reply: Me,
  refusals: ['login-or-password-wrong', 'second-factor-wrong', 'second-factor-not-set'],
} as const satisfies Endpoint
