import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { rights } from '#contract/rights.ts'
import { listNotices, type Notice, type OtherNotice, seeNotices } from '#contract/waiting.ts'
import { isTold, noticedKinds } from '#domain/desk/notice-rules.ts'
import { useLanguage, useWords } from '../language.ts'
import { useChangesAtMost } from '../live-at-most.ts'
import { useNow } from '../now.ts'
import { type ReplyOf, send } from '../send.ts'
import { useMe } from '../session/use-me.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Icon } from '../ui/Icon.tsx'
import { LightDot } from '../ui/Light.tsx'
import { Empty, Failed, Loading } from '../ui/States.tsx'
import { useApi } from '../use-api.ts'
import { momentWords } from '../words/time.ts'
import { noticeWords } from './notice-words.ts'
import './notices.css'

const wordsOf = {
  zh: {
    bell: (n: string) => (n === '0' ? '通知' : `通知，${n} 条新的`),
    title: '通知',
    consultation: (n: string) => `${n} 条派单规则的修改征求贵单位意见`,
    published: (n: string) => `派单规则校准已发布，改了 ${n} 条`,
    handedIn: (who: string) => `${who} 提交了派单目录草稿，等您审定`,
    sentBack: (who: string) => `${who} 退回了您的派单目录草稿`,
    adopted: (who: string) => `${who} 采用了您的派单目录草稿`,
    until: (when: string) => `截止 ${when}，不表态视为同意`,
    more: '最近 7 天，只列 100 条；更早的在工单的过程记录里。',
    fresh: '新',
    told: '知晓即可',
    none: '没有通知',
    noneWhy: '与您有关的派单、催办、退回和红灯会出现在这里，不用刷新。',
    what: '通知',
  },
  en: {
    bell: (n: string) => (n === '0' ? 'Notices' : `Notices, ${n} new`),
    title: 'Notices',
    consultation: (n: string) => `${n} changes of dispatch rules for your unit to comment on`,
    published: (n: string) => `Dispatch rules were calibrated: ${n} changes`,
    handedIn: (who: string) => `${who} handed in a draft of the catalogue for your approval`,
    sentBack: (who: string) => `${who} sent your draft of the catalogue back`,
    adopted: (who: string) => `${who} adopted your draft of the catalogue`,
    until: (when: string) => `until ${when}; silence is consent`,
    more: 'The last seven days, the latest 100; older ones stand in the orders’ stories.',
    fresh: 'new',
    told: 'for information',
    none: 'No notices',
    noneWhy: 'What concerns you, such as dispatches, urges, returns and red lights, appears here by itself.',
    what: 'the notices',
  },
}

const MINUTE_MS = 60_000
const noticed = new Set<string>(noticedKinds)

/** An alert is read where all of them stand; anything else on its order's page. */
const whereOf = ({ kind, orderId }: Notice) =>
  kind === 'alert-raised' ? ({ to: '/alerts' } as const) : ({ to: '/orders/$orderId', params: { orderId } } as const)

function Item({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  const words = useWords(wordsOf)
  const language = useLanguage()
  const now = useNow()
  return (
    <li className={notice.isNew ? 'new' : undefined}>
      <Link {...whereOf(notice)} onClick={onOpen} preload={false}>
        <LightDot light={notice.light} />
        <span className="what">
          {noticeWords(notice, language)}
          {notice.isNew && <span className="tag b">{words.fresh}</span>}
          {notice.forInformation && <span className="tag">{words.told}</span>}
        </span>
        <time className="xs m3" dateTime={notice.at}>
          {momentWords(notice.at, now, language)}
        </time>
        <span className="cut s m2 title">{notice.title}</span>
      </Link>
    </li>
  )
}

type DraftNotice = Extract<OtherNotice, { draft: number }>
type RoundNotice = Exclude<OtherNotice, DraftNotice>

const isOfDraft = (notice: OtherNotice): notice is DraftNotice => 'draft' in notice

/** What stands in a notice beyond single orders: a sentence, since when, and a second line. */
function Said({ notice, what, more }: { notice: OtherNotice; what: string; more: string | null }) {
  const words = useWords(wordsOf)
  const language = useLanguage()
  const now = useNow()
  return (
    <>
      <Icon name="dispatch" />
      <span className="what">
        {what}
        {notice.isNew && <span className="tag b">{words.fresh}</span>}
      </span>
      <time className="xs m3" dateTime={notice.at}>
        {momentWords(notice.at, now, language)}
      </time>
      {more !== null && <span className="cut s m2 title">{more}</span>}
    </>
  )
}

/** A draft of the catalogue: to be approved, or one's own that was sent back or adopted. */
function OfDraft({ notice, onOpen }: { notice: DraftNotice; onOpen: () => void }) {
  const words = useWords(wordsOf)
  const { what, search } = {
    'rules-handed-in': { what: words.handedIn(notice.by), search: { view: 'drafts', draft: notice.draft } },
    'rules-sent-back': { what: words.sentBack(notice.by), search: {} },
    'rules-adopted': { what: words.adopted(notice.by), search: { view: 'versions' } },
  }[notice.kind]
  return (
    <li className={notice.isNew ? 'new' : undefined}>
      <Link to={'/catalogue' as string} search={search as never} onClick={onOpen} preload={false}>
        <Said notice={notice} what={what} more={notice.note} />
      </Link>
    </li>
  )
}

/** A round of calibration: to be commented on, or published. */
function OfRound({ notice, onOpen }: { notice: RoundNotice; onOpen: () => void }) {
  const words = useWords(wordsOf)
  const language = useLanguage()
  const { roles } = useMe()
  const now = useNow()
  const changes = String(notice.changes)
  const asked = notice.kind === 'consultation'
  const until = notice.until === null ? null : words.until(momentWords(notice.until, now, language))
  const said = (
    <Said notice={notice} what={asked ? words.consultation(changes) : words.published(changes)} more={until} />
  )
  const readsRules = rights.listCityVersions.may
  const mayRead = typeof readsRules !== 'string' && roles.some((role) => readsRules.includes(role))
  return (
    <li className={notice.isNew ? 'new' : undefined}>
      {asked || mayRead ? (
        <Link to={asked ? '/consultations' : '/catalogue'} onClick={onOpen} preload={false}>
          {said}
        </Link>
      ) : (
        <div>{said}</div>
      )}
    </li>
  )
}

function Listed({ told, onOpen }: { told: ReplyOf<typeof listNotices>; onOpen: () => void }) {
  const words = useWords(wordsOf)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    // After the dialog has opened, which itself would put the focus on its closing button.
    const opened = requestAnimationFrame(() => list.current?.querySelector('a')?.focus())
    return () => cancelAnimationFrame(opened)
  }, [])
  if (told.notices.length + told.others.length === 0) return <Empty title={words.none}>{words.noneWhy}</Empty>
  return (
    <>
      <ul ref={list} className="notices" onKeyDown={step}>
        {told.others.map((notice) =>
          isOfDraft(notice) ? (
            <OfDraft key={`${notice.kind} ${notice.draft}`} notice={notice} onOpen={onOpen} />
          ) : (
            <OfRound key={`${notice.kind} ${notice.round}`} notice={notice} onOpen={onOpen} />
          ),
        )}
        {told.notices.map((notice) => (
          <Item key={`${notice.orderId} ${notice.seq}`} notice={notice} onOpen={onOpen} />
        ))}
      </ul>
      {told.more && <p className="xs m3">{words.more}</p>}
    </>
  )
}

/** Up and down through the list; the rest is Tab's. */
function step(event: React.KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  const links = [...event.currentTarget.querySelectorAll('a')]
  const at = links.findIndex((link) => link.contains(document.activeElement))
  event.preventDefault()
  links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus()
}

/** Opened, it shows what it knew; what was new stays marked until it is closed, and counts as seen. */
function Panel({ onClose }: { onClose: () => void }) {
  const words = useWords(wordsOf)
  const queries = useQueryClient()
  const { data, error, refetch } = useApi(listNotices, {}, { staleTime: Number.POSITIVE_INFINITY })
  const [shown, setShown] = useState(data)
  const told = shown ?? data
  useEffect(() => {
    if (data === undefined) return
    setShown((before) => before ?? data)
  }, [data])
  const until = told?.now
  useEffect(() => {
    if (until !== undefined)
      void send(seeNotices, { body: { until } }).then(() => queries.invalidateQueries({ queryKey: [listNotices.path] }))
  }, [until, queries])
  // In the work area, since the head of a dialog within the top line would be a second banner.
  return createPortal(
    <Dialog title={words.title} shape="drawer" onClose={onClose}>
      {told !== undefined ? (
        <Listed told={told} onOpen={onClose} />
      ) : error === null ? (
        <Loading rows={4} />
      ) : (
        <Failed no={error.no} what={words.what} again={() => void refetch()} />
      )}
    </Dialog>,
    document.getElementById('work') ?? document.body,
  )
}

function Bell() {
  const words = useWords(wordsOf)
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const { data } = useApi(listNotices, {}, { refetchInterval: open ? false : MINUTE_MS, keep: true })
  useChangesAtMost(
    2000,
    () => void queries.invalidateQueries({ queryKey: [listNotices.path] }),
    (change) => noticed.has(change.kind),
  )
  const unread = data?.unread ?? 0
  const shown = unread > 99 ? '99+' : String(unread)
  return (
    <>
      <button
        type="button"
        className="ghost"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-label={words.bell(shown)}
        onClick={() => setOpen(!open)}
      >
        <Icon name="bell" size={18} />
        {unread > 0 && (
          <span className="n" aria-hidden="true">
            {shown}
          </span>
        )}
      </button>
      <span className="sr" role="status">
        {unread > 0 ? words.bell(shown) : ''}
      </span>
      {open && <Panel onClose={() => setOpen(false)} />}
    </>
  )
}

/** The bell: what happened to one's own orders. Roles that are told of nothing have none. */
export function Notices() {
  const { roles } = useMe()
  return isTold(roles) ? <Bell /> : null
}
