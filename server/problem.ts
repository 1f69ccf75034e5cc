import type { z } from 'zod'
import type { AnyRefusal } from '#contract/api.ts'
import type { CommonRefusal } from '#contract/endpoint.ts'
import { refusalWords } from '#contract/wording.ts'

export type RefusalCode = AnyRefusal | CommonRefusal
export type Fault = { in: 'body' | 'query' | 'path' | 'header'; path: string; expected: string; found: string }

/** RFC 9457: `type` names the refusal, `title` words it in the caller's language, `errors` say what, where, expected. */
type Problem = {
  type: string
  code: RefusalCode
  status: number
  title: string
  titleEn: string
  instance: string
  errors?: readonly Fault[]
}

export function problemOf(
  code: RefusalCode,
  instance: string,
  language: 'zh' | 'en',
  errors?: readonly Fault[],
): Problem {
  const words = refusalWords[code]
  return {
    type: `/docs/problems#${code}`,
    code,
    status: words.status,
    title: words[language],
    titleEn: words.en,
    instance,
    ...(errors === undefined ? {} : { errors }),
  }
}

/** What was found, by kind and size only: a value may be personal. */
function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (typeof value === 'string') return `text of ${value.length}`
  if (Array.isArray(value)) return `list of ${value.length}`
  return typeof value
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )
}

export const faultsOf = (place: Fault['in'], issues: readonly z.core.$ZodIssue[], given: unknown): Fault[] =>
  issues.slice(0, 20).map((issue) => ({
    in: place,
    path: issue.path.map(String).join('.'),
    expected: issue.message,
    found: kindOf(at(given, issue.path)),
  }))

const GONE = new Set([
  'ECONNREFUSED',
  'ENOENT',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08003',
  '08006',
])
const GONE_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/

/** What a thrown error means to the caller; anything unknown is ours and logged. */
export function refusalOfError(error: unknown): RefusalCode {
  const { code, message, constraint, statusCode } = error as {
    code?: string
    message?: string
    constraint?: string
    statusCode?: number
  }
  if (constraint === 'external_no_pkey') return 'external-number-taken'
  if (code === '53100' || code === 'ENOSPC') return 'storage-full'
  if (code !== undefined && GONE.has(code)) return 'database-unavailable'
  if (GONE_WORDS.test(message ?? '')) return 'database-unavailable'
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return 'unsupported-media-type'
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || statusCode === 413) return 'too-large'
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return 'invalid-request'
  return 'internal-error'
}
