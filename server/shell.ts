import type { ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import type { TokenScope } from '#contract/rights.ts'
import type { Db } from '#db/sql.ts'
import type { Atlas } from '#domain/city/atlas.ts'
import type { City } from '#domain/city/city.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import type { Instant, RegionCode, UnitId } from '#domain/ids.ts'
import type { Actor } from '#domain/order/actor.ts'
import type { ModelState, Trainer } from './models/model-state.ts'
import type { Numbers } from './numbers.ts'
import type { SameState } from './same/same-state.ts'
import type { Vault } from './vault.ts'

/** Who is calling, as the session, the token or the open door says. */
export type Caller =
  | {
      kind: 'staff'
      id: string
      name: string
      login: string
      unit: UnitId
      region: RegionCode | null
      roles: readonly Role[]
      /** sha256 of the session's token, the key of its row */
      session: Buffer
      csrf: string
      secondFactor: boolean
      must: readonly ('change-password' | 'second-factor' | 'set-up-second-factor')[]
    }
  | { kind: 'machine'; id: string; name: string; unit: UnitId | null; scopes: readonly TokenScope[] }
  | { kind: 'citizen'; id: string }

/** What a process holds once. */
export type House = {
  db: Db
  /** replaced whole when administrators adopt a version: read at the time of use, never kept */
  city: City
  /** which adopted versions `city` holds */
  cityVersions: string
  cityFolder: string
  /** looks now, instead of within two seconds, whether another version was adopted */
  takeUpCity(): Promise<boolean>
  /** the model that reads categories; replaced whole like the city, and with it */
  models: ModelState
  takeUpModel(): Promise<boolean>
  trainer: Trainer
  atlas: Atlas
  /** a raster tile server for maps; null: the city's own base map alone */
  tiles: string | null
  vault: Vault
  numbers: Numbers
  filesFolder: string
  /** the time, as an argument: the simulator and tests bring their own */
  now: () => Instant
  mode: 'demo' | 'production'
  /** the gateway for text messages; null: none is sent */
  smsUrl: string | null
  /** an OpenAI-compatible service for summaries and forms; null: the built-in means alone */
  languageModel: LanguageModel | null
  /** what this process knows of what was said: for finding the same matter */
  same: SameState
  log: Log
}

export type LanguageModel = {
  /** up to and without /chat/completions */
  url: string
  name: string
  key: string | null
  timeoutMs: number
  /** tokens a day, questions and answers together */
  budget: number
}

export type Log = {
  info(fields: Record<string, unknown>, message: string): void
  error(fields: Record<string, unknown>, message: string): void
}

/** One call's view of the house: who asks, in which role the record will say they acted, when, from where. */
export type Shell = House & {
  caller: Caller
  actor: Actor
  at: Instant
  ip: string
  agent: string
  /** the version the caller has seen, from If-Match */
  expected: number | null
  /** the raw response, for an endpoint that streams */
  outgoing?: ServerResponse
  /** headers a handler may set: Set-Cookie and the like */
  reply: { header(name: string, value: string): void }
  /** the raw request of an upload endpoint */
  incoming?: Incoming
}

type Incoming = {
  stream: Readable
  contentType: string | undefined
  contentLength: number | undefined
  header(name: string): string | undefined
}
