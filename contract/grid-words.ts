import type { ReportUpGround } from '#domain/grid/grid-part.ts'
import type { EventOf } from '#domain/order/event.ts'
import type { Words } from './event-words.ts'
import { line, strong } from './story-line.ts'
import type { StoryNames, Told } from './story-words.ts'
import type { Names } from './timeline-words.ts'

/** 网格上报理由, as phone, desk, timeline and story say it. */
export const reportUpWords: Record<ReportUpGround, Words> = {
  'cannot-settle': { zh: '网格解决不了', en: 'the grid cannot settle it' },
  'needs-department': { zh: '要部门来办', en: 'a department is needed' },
  'needs-enforcement': { zh: '要执法', en: 'law enforcement is needed' },
  'not-this-grid': { zh: '不在本网格', en: 'not in this grid' },
  'not-safe': { zh: '现场有危险', en: 'the place is not safe' },
  'over-24-hours': { zh: '24 小时没有办结', en: 'not settled in 24 hours' },
}

type Sent = EventOf<'dispatched'>
const toGrid = (event: Sent) => event.assignments.find((a) => a.grid !== undefined)

/** Empty where no guard was set aside. */
export function exceptionWords(event: { exception?: { guard: string; ground: string } | undefined }): Words[] {
  if (event.exception === undefined) return []
  const { ground } = event.exception
  return [{ zh: `例外依据：${ground}`, en: `Exception, on the ground: ${ground}` }]
}

/** The sentence of a dispatch to a grid worker; null for any other. */
export function gridSentWords(event: Sent, unit: (id: string) => string): Words | null {
  const to = toGrid(event)
  if (to?.grid === undefined) return null
  const { street } = to.grid
  return {
    zh: `网格直派至 ${unit(to.unit)} 网格员${street === null ? '' : `，同时告知 ${unit(street)}`}`,
    en: `Sent straight to the grid worker of ${unit(to.unit)}${street === null ? '' : `; ${unit(street)} is told`}`,
  }
}

type Tell<N, T> = { 'reported-up': (event: EventOf<'reported-up'>, names: N) => T }

export const gridTimeline: Tell<Names, Words> = {
  'reported-up': (e, n) => ({
    zh: `${n.assignment(e.assignment)} 网格上报（${reportUpWords[e.ground].zh}）${e.note === null ? '' : `：${e.note}`}，回到待派单`,
    en: `${n.assignment(e.assignment)} reports it up (${reportUpWords[e.ground].en})${e.note === null ? '' : `: ${e.note}`}; back to dispatch`,
  }),
}

export const gridStory: Tell<StoryNames, Told> = {
  'reported-up': (e, n) => ({
    zh:
      e.ground === 'over-24-hours'
        ? line`${strong(n.assignment(e.assignment))} 网格员 24 小时没有办结，转部门派单。`
        : line`${strong(n.who.zh)} 网格上报：${reportUpWords[e.ground].zh}。`,
    en:
      e.ground === 'over-24-hours'
        ? line`The grid worker of ${strong(n.assignment(e.assignment))} did not settle it in 24 hours; it goes to a department.`
        : line`${strong(n.who.en)} reported it up: ${reportUpWords[e.ground].en}.`,
    quotes: e.note === null ? [] : [{ zh: e.note, en: e.note }],
    tone: 'warn',
  }),
}

export function gridSentStory(event: Sent, n: StoryNames): Told | null {
  const to = toGrid(event)
  if (to?.grid === undefined) return null
  const street = to.grid.street === null ? '' : n.unit(to.grid.street)
  return {
    zh: line`${strong(n.who.zh)} 网格直派给 ${strong(n.unit(to.unit))} 网格员${street === '' ? '' : '，同时告知 '}${strong(street)}。`,
    en: line`${strong(n.who.en)} sent it straight to the grid worker of ${strong(n.unit(to.unit))}${street === '' ? '' : '; told '}${strong(street)}.`,
    quotes: [
      ...exceptionWords(event),
      ...(event.note === null ? [] : [{ zh: `派单说明：${event.note}`, en: `Note: ${event.note}` }]),
    ],
  }
}
