import { type Instant, instantOf, SHANGHAI_OFFSET_MS } from '#domain/ids.ts'

const CIVIL =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]*(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2})秒?)?分?(?:\.(\d{1,3})\d*)?)?$/
const PACKED = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/
const WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/

/** Days since 1899-12-30, as a sheet gives a time that a formula made: 1990 to 2099. */
const SERIAL = /^(3[3-9]|[4-6]\d|7[0-2])\d{3}(\.\d+)?$/
const SERIAL_START_MS = Date.UTC(1899, 11, 30)

export const MOMENT = 'a time such as 2026-03-02 10:15:00 (Beijing time) 应为时间,如 2026-03-02 10:15:00'

/** A time as tables write it, in Beijing time unless it names its zone; null for anything else, 30 February included. */
export function readMoment(text: string): Instant | null {
  if (WITH_ZONE.test(text)) {
    const ms = Date.parse(text)
    return Number.isNaN(ms) ? null : instantOf(ms)
  }
  if (SERIAL.test(text)) {
    const ms = Math.round((Number(text) * 86_400_000) / 1000) * 1000
    return instantOf(SERIAL_START_MS + ms - SHANGHAI_OFFSET_MS)
  }
  const parts = CIVIL.exec(text) ?? PACKED.exec(text)
  if (parts === null) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0] = parts
    .slice(1)
    .map((part, i) => (part === undefined ? 0 : Number(i === 6 ? part.padEnd(3, '0') : part)))
  const moment = Date.UTC(year, month - 1, day, hour, minute, second, ms)
  const read = new Date(moment)
  const real = read.getUTCMonth() === month - 1 && read.getUTCDate() === day && read.getUTCHours() === hour
  return real && year >= 1990 && minute < 60 && second < 60 ? instantOf(moment - SHANGHAI_OFFSET_MS) : null
}
