import type { Config } from '#server/config.ts'
import type { RawRequest } from './api-client.ts'

/** `config`: of the platform it is a process of, with the database by its address; `town`: where its callers live. */
export type HelperTask = { config: Config & { databaseUrl: string }; town: number }
export type ToHelper = { kind: 'open'; task: HelperTask } | { kind: 'ask'; no: number; request: RawRequest }

type Told = { status: number; text: string; etag: string | null }
export type FromHelper =
  | { kind: 'ready' }
  | { kind: 'told'; no: number; answer: Told }
  | { kind: 'fault'; message: string }
