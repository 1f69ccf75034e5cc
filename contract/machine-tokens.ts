import { z } from 'zod'
import { Instant, UnitId } from '#domain/ids.ts'
import type { Endpoint } from './endpoint.ts'
import { tokenScopes } from './rights.ts'

const TokenView = z.object({
  id: z.string(),
  name: z.string(),
  unit: UnitId.nullable().describe('reaches this unit and those below it; null: the whole city'),
  scopes: z.array(z.string()),
  createdBy: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
  usedAt: Instant.nullable().describe('last use, to the hour'),
})
export type TokenView = z.infer<typeof TokenView>

export const listTokens = {
  method: 'GET',
  path: '/tokens',
  zh: '系统令牌列表',
  en: 'The tokens of other systems, without their secrets',
  reply: z.object({ tokens: z.array(TokenView) }),
  refusals: [],
} as const satisfies Endpoint

export const createToken = {
  method: 'POST',
  path: '/tokens',
  zh: '新增系统令牌',
  en: 'Give another system a token; it is shown this once, and lives 400 days at most',
  body: z.object({
    name: z.string().trim().min(2).max(60),
    scopes: z.array(z.enum(tokenScopes)).min(1),
    unit: UnitId.nullable().default(null),
    expiresAt: Instant,
  }),
  reply: z.object({ token: TokenView, secret: z.string() }),
  refusals: ['unknown-unit', 'expiry-out-of-range'],
} as const satisfies Endpoint

export const revokeToken = {
  method: 'DELETE',
  path: '/tokens/:tokenId',
  zh: '吊销系统令牌',
  en: 'End a token at once',
  params: z.object({ tokenId: z.string().min(1).max(64) }),
  reply: TokenView,
  refusals: [],
} as const satisfies Endpoint
