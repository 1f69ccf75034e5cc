import { join, resolve } from 'node:path'
import { z } from 'zod'
import { checkKeyFile } from './key-file.ts'
import { isWeakPassword } from './password-rules.ts'
import type { LanguageModel } from './shell.ts'

/** Everything wrong with the settings, at once, in sentences that name the setting. */
export class ConfigFault extends Error {
  override name = 'ConfigFault'
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    const list = faults.map((fault) => `  - ${fault}`).join('\n')
    super(`Jiesu cannot start with these settings. 配置有误,无法启动:\n${list}`)
    this.faults = faults
  }
}

const isPostgres = (text: string) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)
const isWeb = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
const isTiles = (text: string) => isWeb(text) && ['{z}', '{x}', '{y}'].every((part) => text.includes(part))
const flag = z.enum(['true', 'false'], 'true or false. 应为 true 或 false。').transform((text) => text === 'true')
const hops = z
  .string()
  .regex(/^\d$/, 'the number of proxies in front, 0 to 9. 应为前置代理的层数,0 至 9。')
  .transform(Number)
const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'a port, 0 to 65535. 应为 0 至 65535 的端口号。')
  .transform(Number)

const count = (min: number, max: number, told: string) =>
  z
    .string()
    .refine((text) => /^\d{1,10}$/.test(text) && Number(text) >= min && Number(text) <= max, told)
    .transform(Number)

const Env = z.object({
  PORT: port.default(12345),
  HOST: z.string().optional(),
  JIESU_DATA: z.string().default('./data'),
  DATABASE_URL: z
    .string()
    .refine(isPostgres, 'a URL postgres://user:password@host/database. 应为 postgres:// 开头的数据库地址。')
    .optional(),
  JIESU_MODE: z.enum(['demo', 'production'], 'demo or production. 应为 demo 或 production。').default('demo'),
  JIESU_CITY: z.string().optional(),
  JIESU_KEYS: z.string().optional(),
  JIESU_ADMIN: z
    .string()
    .regex(/^[\p{L}\p{N}._@-]{2,64}$/u, '2 to 64 letters, digits or . _ @ -. 应为 2 至 64 位字母、数字或 . _ @ -。')
    .optional(),
  JIESU_ADMIN_PASSWORD: z.string().optional(),
  JIESU_SMS_URL: z.string().refine(isWeb, 'a URL https://… 应为 https:// 开头的地址。').optional(),
  JIESU_MODEL_URL: z.string().refine(isWeb, 'a URL https://…/v1 应为 https:// 开头的接口地址。').optional(),
  JIESU_MODEL_NAME: z.string().max(100).optional(),
  JIESU_MODEL_KEY: z.string().max(500).optional(),
  JIESU_MODEL_TIMEOUT: count(500, 60_000, 'milliseconds, 500 to 60000. 应为 500 至 60000 的毫秒数。').default(8000),
  JIESU_MODEL_BUDGET: count(0, 1_000_000_000, 'tokens a day. 应为每日可用的 token 数。').default(200_000),
  JIESU_TILES: z
    .string()
    .refine(isTiles, 'a URL https://…/{z}/{x}/{y}.png 应为含 {z}、{x}、{y} 的 https:// 地址。')
    .optional(),
  JIESU_TRUST_PROXY: hops.default(0),
  JIESU_HISTORY: flag.optional(),
})
type Env = z.infer<typeof Env>
export type Environment = Readonly<Record<string, string | undefined>>

export type Config = {
  mode: 'demo' | 'production'
  port: number
  host: string
  dataFolder: string
  databaseUrl: string | null
  cityFolder: string
  keysFile: string
  admin: { login: string; password: string } | null
  smsUrl: string | null
  /** null: off, as it is by default */
  languageModel: LanguageModel | null
  /** raster tiles below the maps, WGS-84 web mercator */
  tiles: string | null
  /** how many proxies of one's own stand in front: each adds one address to X-Forwarded-For, the rest may be forged */
  trustProxy: number
  /** fill an empty demo with a synthetic past */
  history: boolean
}

function secretFaults(env: Environment): string[] {
  const { JIESU_ADMIN: login, JIESU_ADMIN_PASSWORD: password } = env
  const faults: string[] = []
  if (env.JIESU_CITY === undefined)
    faults.push(
      'JIESU_CITY: name the folder of your city; the demo city, too, must be named. 请指明城市数据目录;使用演示城市也须写明。',
    )
  if (env.JIESU_KEYS === undefined)
    faults.push(
      'JIESU_KEYS: name the keys file ("npm run new-keys -- FILE" makes one). 请指明密钥文件(npm run new-keys -- 文件名 可生成)。',
    )
  else {
    const keys = checkKeyFile(env.JIESU_KEYS, 'private')
    if (Array.isArray(keys)) faults.push(...keys.map((fault) => `JIESU_KEYS: ${fault}`))
  }
  if ((login === undefined) !== (password === undefined))
    faults.push('JIESU_ADMIN, JIESU_ADMIN_PASSWORD: give both or neither. 两项须同时给出或都不给。')
  if (password !== undefined && isWeakPassword(password, login ?? ''))
    faults.push(
      'JIESU_ADMIN_PASSWORD: at least 10 characters, not a common one nor the log-in. 至少 10 位,且不能过于常见或包含账号。',
    )
  return faults
}

/** Both or neither: checked before. */
function languageModelOf(env: Env): LanguageModel | null {
  const { JIESU_MODEL_URL: url, JIESU_MODEL_NAME: name } = env
  if (url === undefined || name === undefined) return null
  const { JIESU_MODEL_KEY: key = null, JIESU_MODEL_TIMEOUT: timeoutMs, JIESU_MODEL_BUDGET: budget } = env
  return { url, name, key, timeoutMs, budget }
}

function configOf(env: Env): Config {
  const isDemo = env.JIESU_MODE === 'demo'
  const dataFolder = resolve(env.JIESU_DATA)
  const { JIESU_ADMIN: login, JIESU_ADMIN_PASSWORD: password } = env
  return {
    mode: env.JIESU_MODE,
    port: env.PORT,
    // A demo's log-ins are public, so only this machine may reach it unless somebody says otherwise.
    host: env.HOST ?? (isDemo ? '127.0.0.1' : '0.0.0.0'),
    dataFolder,
    databaseUrl: env.DATABASE_URL ?? null,
    cityFolder: resolve(env.JIESU_CITY ?? join(import.meta.dirname, '../city/demo')),
    keysFile: resolve(env.JIESU_KEYS ?? join(dataFolder, 'keys.json')),
    admin: login === undefined || password === undefined ? null : { login, password },
    smsUrl: env.JIESU_SMS_URL ?? null,
    languageModel: languageModelOf(env),
    tiles: env.JIESU_TILES ?? null,
    trustProxy: env.JIESU_TRUST_PROXY,
    history: isDemo && (env.JIESU_HISTORY ?? true),
  }
}

/** The only reader of the environment. An empty setting counts as none: compose files cannot leave one out. */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = Env.safeParse(given)
  const faults = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  if ((given.JIESU_MODEL_URL === undefined) !== (given.JIESU_MODEL_NAME === undefined))
    faults.push('JIESU_MODEL_URL, JIESU_MODEL_NAME: give both or neither. 大模型的地址与名称须同时给出或都不给。')
  if (given.JIESU_MODE === 'production') faults.push(...secretFaults(given))
  if (!parsed.success || faults.length > 0) throw new ConfigFault(faults)
  return configOf(parsed.data)
}
