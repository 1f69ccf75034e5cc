import { z } from 'zod'
import { Role } from '#domain/city/vocabulary.ts'
import { Day, Instant, RegionCode, StaffId, UnitId } from '#domain/ids.ts'
import { TableFormat, tableRefusals } from './city-versions.ts'
import type { Endpoint } from './endpoint.ts'
import type { Download } from './files.ts'

const StaffView = z.object({
  id: StaffId,
  login: z.string(),
  name: z.string(),
  unit: UnitId,
  unitName: z.string(),
  region: RegionCode.nullable(),
  roles: z.array(Role),
  active: z.boolean(),
  passwordIs: z.enum(['own', 'first', 'demo']),
  secondFactor: z.boolean(),
  lastSeenAt: Instant.nullable().describe('of the sessions still open'),
  createdAt: Instant,
  version: z.number().int(),
})
export type StaffView = z.infer<typeof StaffView>

const Login = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}._@-]{2,64}$/u)
const Name = z.string().trim().min(1).max(40)
const Roles = z.array(Role).min(1)
const staffParams = z.object({ staffId: StaffId })
const placeRefusals = ['unknown-unit', 'unknown-region'] as const

export const listStaff = {
  method: 'GET',
  path: '/staff',
  zh: '人员列表',
  en: 'The people, by log-in',
  query: z.object({
    text: z.string().trim().min(1).max(40).optional().describe('part of log-in or name'),
    unit: UnitId.optional(),
    role: Role.optional(),
    active: z.enum(['true', 'false']).optional(),
    cursor: z.string().max(64).optional().describe('the last log-in of the page before'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ staff: z.array(StaffView), next: z.string().nullable() }),
  refusals: [],
} as const satisfies Endpoint

export const createStaff = {
  method: 'POST',
  path: '/staff',
  zh: '新增人员',
  en: 'Add a person; the first password is shown this once and must be changed at the first log-in',
  body: z.object({ login: Login, name: Name, unit: UnitId, region: RegionCode.nullable().default(null), roles: Roles }),
  reply: z.object({ staff: StaffView, password: z.string() }),
  refusals: ['login-taken', ...placeRefusals],
} as const satisfies Endpoint

export const updateStaff = {
  method: 'PUT',
  path: '/staff/:staffId',
  zh: '修改人员',
  en: 'Change a person’s name, roles, unit or region, or close the account; closing ends its sessions',
  params: staffParams,
  body: z.object({
    name: Name.optional(),
    unit: UnitId.optional(),
    region: RegionCode.nullable().optional(),
    roles: Roles.optional(),
    active: z.boolean().optional(),
  }),
  reply: StaffView,
  refusals: ['last-administrator', ...placeRefusals],
  version: 'required',
} as const satisfies Endpoint

export const resetPassword = {
  method: 'POST',
  path: '/staff/:staffId/password',
  zh: '重置密码',
  en: 'Give a new first password, shown this once; ends the person’s sessions and lifts the log-in lock',
  params: staffParams,
  body: z.object({ secondFactor: z.enum(['keep', 'remove']).default('keep').describe('remove: the phone is lost') }),
  reply: z.object({ staff: StaffView, password: z.string() }),
  refusals: [],
} as const satisfies Endpoint

export const endStaffSessions = {
  method: 'DELETE',
  path: '/staff/:staffId/sessions',
  zh: '结束人员的登录',
  en: 'End all sessions of a person; the account stays open',
  params: staffParams,
  reply: z.object({ ended: z.number().int() }),
  refusals: [],
} as const satisfies Endpoint

export const exportStaff = {
  method: 'GET',
  path: '/staff-table',
  zh: '导出人员',
  en: 'The people as XLSX or CSV, without anything that opens a door; logged',
  query: z.object({ format: TableFormat.default('xlsx') }),
  reply: z.custom<Download>((value) => typeof value === 'object' && value !== null && 'stream' in value),
  refusals: [],
  raw: 'download',
} as const satisfies Endpoint

/** Known log-ins are changed, new ones made; with any fault nothing is done. */
export const importStaff = {
  method: 'POST',
  path: '/staff-table',
  zh: '导入人员',
  en: 'Read people from XLSX or CSV: new log-ins get a first password, shown this once; all of them or none',
  query: z.object({ dryRun: z.enum(['yes', 'no']).default('no').describe('yes: only say what would happen') }),
  reply: z.object({
    faults: z.array(
      z.object({
        row: z.number().int().nullable(),
        column: z.string().nullable(),
        found: z.string(),
        expected: z.string(),
      }),
    ),
    created: z.array(z.object({ login: z.string(), name: z.string(), password: z.string().nullable() })),
    changed: z.array(z.object({ login: z.string(), name: z.string(), fields: z.array(z.string()) })),
    unchanged: z.number().int(),
  }),
  refusals: ['last-administrator', ...tableRefusals],
  raw: 'upload',
} as const satisfies Endpoint

/** What each role may call stands in contract/rights.ts; here is who has it and how far it reaches. */
export const listRoles = {
  method: 'GET',
  path: '/roles',
  zh: '角色与人数',
  en: 'The roles with how far each reaches, what it knows of the citizen, and how many active people have it',
  reply: z.object({
    roles: z.array(
      z.object({
        role: Role,
        people: z.number().int(),
        reaches: z.enum(['city', 'unit']),
        knowsCitizen: z.enum(['yes', 'once-signed', 'no']),
      }),
    ),
  }),
  refusals: [],
} as const satisfies Endpoint

/** The log of who may do what, as everyone with the right sees it; nothing secret is ever in it. */
export const listAdminLog = {
  method: 'GET',
  path: '/admin-log',
  zh: '管理日志',
  en: 'Log-ins and changes of people and tokens, newest first',
  query: z.object({
    before: z.coerce.number().int().optional().describe('the last id of the page before'),
    actor: z.string().trim().min(1).max(64).optional().describe('id, log-in or name of who did it'),
    action: z
      .string()
      .regex(/^[a-z-]+(,[a-z-]+)*$/)
      .max(400)
      .optional()
      .describe('one kind or several, by comma'),
    target: z.string().trim().min(1).max(64).optional().describe('id, log-in or name of what it was done to'),
    from: Day.optional(),
    to: Day.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({
    entries: z.array(
      z.object({
        id: z.number().int(),
        at: Instant,
        actor: z.string(),
        actorName: z.string().nullable(),
        action: z.string(),
        target: z.string(),
        targetName: z.string().nullable(),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
  refusals: [],
} as const satisfies Endpoint
