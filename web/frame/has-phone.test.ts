import { expect, test } from 'vitest'
import { hasPhone } from './has-phone.ts'

test.each(['13800001234', '138 0000 1234', '+86-138-0000-1234', '电话 13800001234 路灯', '010-88886666', '88886666'])(
  '%s is a phone',
  (text) => expect(hasPhone(text)).toBe(true),
)

test.each(['HL2611250032552', '32552', '路灯不亮', '2026-11-25', 'UP-2026-000123', '3 号楼 1201 室'])(
  '%s is none',
  (text) => expect(hasPhone(text)).toBe(false),
)
