import type { Handlers } from '#contract/api.ts'
import { Notice, WAITING_LIMIT, type Waiting } from '#contract/waiting.ts'
import { markNoticesSeen, type NoticeRow, noticesFor, noticesSeenAt } from '#db/notices.ts'
import { countWaiting, type Wait } from '#db/waiting.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import { DAY_MS } from '#domain/deadline/civil-time.ts'
import { NEW_TO_NEWCOMERS_DAYS, NOTICE_DAYS, NOTICE_LIMIT, noticeRulesFor } from '#domain/desk/notice-rules.ts'
import { type Instant, instantOf, msOf } from '#domain/ids.ts'
import { daySpan } from '#domain/measures/day-span.ts'
import { consultationWaiting, otherNotices } from './calibration/other-notices.ts'
import { draftsWaiting, ruleDraftNotices } from './rule-draft-notices.ts'
import { reachOf } from './scope.ts'
import type { Shell } from './shell.ts'
import { staffId, staffOf } from './staff-caller.ts'

type Step = Exclude<keyof Waiting, 'now' | 'consultations' | 'consultUntil' | 'drafts'>

/** Whose work each step is, and what of it waits. */
const steps: Record<Step, { roles: readonly Role[]; waits: (shell: Shell) => Wait }> = {
  dispatch: { roles: ['dispatcher', 'dispatch-lead'], waits: () => ({ states: ['pending-dispatch'] }) },
  returns: { roles: ['dispatch-lead'], waits: () => ({ returns: true }) },
  problems: { roles: ['dispatch-lead', 'leader'], waits: () => ({ states: ['in-adjudication'] }) },
  review: { roles: ['reviewer'], waits: () => ({ states: ['pending-review', 'pending-reply-review'] }) },
  handle: {
    roles: ['liaison', 'unit-leader', 'grid-worker'],
    waits: (shell) => ({ dueOf: staffOf(shell).unit, by: daySpan(shell.at, 0).end }),
  },
  supervise: {
    roles: ['supervisor', 'leader', 'shift-lead', 'unit-leader'],
    waits: (shell) => ({ red: reachOf(shell).units }),
  },
  callback: { roles: ['callback-agent'], waits: (shell) => ({ callbacksBy: shell.at }) },
}

async function waitingAt(shell: Shell, step: Step): Promise<number | null> {
  const { roles, waits } = steps[step]
  if (!staffOf(shell).roles.some((role) => roles.includes(role))) return null
  return countWaiting(shell.db, waits(shell), reachOf(shell).region, WAITING_LIMIT)
}

function fromWhom({ by_kind: kind, by_role: role }: NoticeRow) {
  if (kind === 'citizen' || kind === 'system') return kind
  if (role === 'supervisor') return 'supervisor'
  return role === 'liaison' || role === 'unit-leader' || role === 'grid-worker' ? 'unit' : 'hotline'
}

const noticeView = (row: NoticeRow, seen: Instant, dispatches: boolean) =>
  Notice.parse({
    orderId: row.order_id,
    seq: row.seq,
    no: row.order_no,
    title: row.title,
    kind: row.kind,
    at: row.at,
    brought: row.brought,
    light: row.light,
    clock: /C\d+/.exec(row.clock ?? '')?.[0] ?? null,
    forInformation: row.grid && !dispatches,
    ground: row.kind === 'reported-up' ? row.ground : null,
    from: fromWhom(row),
    isNew: row.at > seen,
  })

const daysBefore = (at: Instant, days: number): Instant => instantOf(msOf(at) - days * DAY_MS)

export const waitingHandlers = {
  getWaiting: async (shell) => {
    const [dispatch, returns, problems, review, handle, supervise, callback, consultation, drafts] = await Promise.all([
      waitingAt(shell, 'dispatch'),
      waitingAt(shell, 'returns'),
      waitingAt(shell, 'problems'),
      waitingAt(shell, 'review'),
      waitingAt(shell, 'handle'),
      waitingAt(shell, 'supervise'),
      waitingAt(shell, 'callback'),
      consultationWaiting(shell),
      draftsWaiting(shell),
    ])
    const ofOrders = { dispatch, returns, problems, review, handle, supervise, callback }
    return { ok: true, reply: { now: shell.at, ...ofOrders, ...consultation, drafts } }
  },

  listNotices: async (shell) => {
    const { unit, roles } = staffOf(shell)
    // Who sends it on has something to do; the street and the community only learn of it.
    const dispatches = steps.dispatch.roles.some((role) => roles.includes(role))
    const reader = { id: staffId(staffOf(shell)), unit, region: reachOf(shell).region, rules: noticeRulesFor(roles) }
    const [seenAt, rows] = await Promise.all([
      noticesSeenAt(shell.db, reader.id),
      noticesFor(shell.db, reader, daysBefore(shell.at, NOTICE_DAYS), NOTICE_LIMIT + 1),
    ])
    const seen = seenAt ?? daysBefore(shell.at, NEW_TO_NEWCOMERS_DAYS)
    const notices = rows.slice(0, NOTICE_LIMIT).map((row) => noticeView(row, seen, dispatches))
    const since = daysBefore(shell.at, NOTICE_DAYS)
    const others = [...(await ruleDraftNotices(shell, since, seen)), ...(await otherNotices(shell, since, seen))]
    const unread = [...notices, ...others].filter((notice) => notice.isNew).length
    return { ok: true, reply: { now: shell.at, seenAt, unread, more: rows.length > NOTICE_LIMIT, notices, others } }
  },

  seeNotices: async (shell, { body }) => {
    // A computer whose clock is ahead must not hide what has not happened yet.
    const until = instantOf(Math.min(msOf(body.until), msOf(shell.at)))
    return { ok: true, reply: { seenAt: await markNoticesSeen(shell.db, staffId(staffOf(shell)), until) } }
  },
} satisfies Partial<Handlers<Shell>>
