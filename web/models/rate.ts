import { FEW, shareOf } from '../board/change.ts'

export const whole = (n: number): string => n.toLocaleString('en')

/** `386 / 388 · 99.5 %`; too few to say a percentage: the counts alone. */
export function rate(right: number, of: number): string {
  const share = of < FEW ? null : shareOf(right, of)
  return share === null ? `${whole(right)} / ${whole(of)}` : `${whole(right)} / ${whole(of)} · ${share}`
}

/** A share as such, of an average that has no counts. */
export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** How much better or worse, in points: `+1.2`, `−0.4`, `±0`. */
export function points(now: number, then: number): string {
  const tenths = Math.round((now - then) * 1000)
  return tenths === 0 ? '±0' : `${tenths > 0 ? '+' : '−'}${(Math.abs(tenths) / 10).toFixed(1)}`
}

export function bytes(n: number): string {
  return n < 1024 * 1024 ? `${Math.round(n / 1024)} kB` : `${(n / 1024 / 1024).toFixed(1)} MB`
}
