import type { Handlers } from '#contract/api.ts'
import type { Shell } from './shell.ts'
import { readText } from './understand/read-text.ts'

export const understandHandlers = {
  understand: async (shell, { body }) => ({ ok: true, reply: readText(shell, body) }),
} satisfies Partial<Handlers<Shell>>
