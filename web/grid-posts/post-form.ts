import type { GridWorkerView } from '#contract/grid.ts'
import { ActiveHours } from '#domain/city/grid-policy.ts'
import type { GridPost } from '#domain/grid/grid-part.ts'

/** What is being set, as it is typed; hours only count where `own` says so. */
export type PostForm = { post: GridPost; own: boolean; from: string; to: string; away: boolean; until: string }

export const formOf = ({ post, hours, away, awayUntil }: GridWorkerView, citywide: ActiveHours): PostForm => ({
  post,
  own: hours !== null,
  ...(hours ?? citywide),
  away,
  until: awayUntil ?? '',
})

/** 8:00, ８：００ and 800 are what people type. */
export function timeOf(typed: string): string {
  const found = /^(\d{1,2}):?(\d{2})$/.exec(
    typed
      .normalize('NFKC')
      .replace(/[\s点.]/g, ':')
      .replace(/^:|:$/g, ''),
  )
  return found === null ? typed.trim() : `${(found[1] ?? '').padStart(2, '0')}:${found[2]}`
}

type HoursFault = 'from' | 'to' | 'same'

/** The hours as they would be kept, or what is wrong with them; null: the city's. */
export function hoursOf(form: PostForm): { ok: true; hours: ActiveHours | null } | { ok: false; fault: HoursFault } {
  if (!form.own) return { ok: true, hours: null }
  const hours = { from: timeOf(form.from), to: timeOf(form.to) }
  const { shape } = ActiveHours
  if (!shape.from.safeParse(hours.from).success) return { ok: false, fault: 'from' }
  if (!shape.to.safeParse(hours.to).success) return { ok: false, fault: 'to' }
  return hours.from === hours.to ? { ok: false, fault: 'same' } : { ok: true, hours }
}

/** The last day of the absence as it would be kept: only where somebody is away, and null without one. */
export const untilOf = ({ away, until }: PostForm): string | null => (away && until !== '' ? until : null)

/** A day that has gone by is no last day; `today` in Shanghai, both as 2026-03-02. */
export const untilIsOver = (form: PostForm, today: string): boolean => {
  const until = untilOf(form)
  return until !== null && until < today
}
