import type { Channel } from '#domain/city/vocabulary.ts'
import type { EventKind, EventOf, OrderEvent } from '#domain/order/event.ts'
import { GROUND, METHOD, RESULT, SOLVED, type Words, wordsOf } from './event-words.ts'
import { exceptionWords, gridSentStory, gridStory } from './grid-words.ts'
import { mergeStory } from './merge-words.ts'
import { returnStory } from './return-words.ts'
import { type Line, line, listed, strong } from './story-line.ts'
import { clockWords } from './timeline-words.ts'

/** What a sentence needs and the event does not say: names, by the reader's right, and the promise given with it. */
export type StoryNames = {
  who: Words
  unit(id: string): string
  assignment(id: string): string
  /** whose unit a clock is; null for the citizen’s and the hotline’s own */
  clockUnit(clock: string): string | null
  /** the due moments promised to the citizen, in words; null where nothing was promised */
  promise: Words | null
  ruleBasis(id: string): string
}
export type Told = { zh: Line; en: Line; quotes?: readonly Words[]; tone?: 'citizen' | 'warn' }

const CALLED: Partial<Record<Channel, Words>> = {
  phone: { zh: '市民来电', en: 'A citizen called' },
  'voice-bot': { zh: '市民来电（语音助手）', en: 'A citizen called (voice assistant)' },
  sms: { zh: '市民发来短信', en: 'A citizen sent a text message' },
  wechat: { zh: '市民微信反映', en: 'A citizen wrote by WeChat' },
  'mini-program': { zh: '市民小程序反映', en: 'A citizen wrote by mini program' },
  app: { zh: '市民 App 反映', en: 'A citizen wrote by app' },
  web: { zh: '市民网上反映', en: 'A citizen wrote on the web' },
  mail: { zh: '市民来信', en: 'A citizen sent a letter' },
  'leader-box': { zh: '领导信箱来信', en: 'A letter to the leader’s box' },
  'grid-report': { zh: '网格上报', en: 'Reported by a grid worker' },
  'transfer-110': { zh: '110 转来', en: 'Handed over by 110' },
  upstream: { zh: '上级平台转来', en: 'Handed down from upstream' },
  media: { zh: '媒体反映', en: 'Raised by the media' },
  'walk-in': { zh: '市民来访', en: 'A citizen came in' },
  callback: { zh: '回访时提出', en: 'Raised in a callback' },
}
const same = (text: string): Words => ({ zh: text, en: text })
const said = (...texts: readonly (string | null)[]): Words[] =>
  texts.filter((text) => text !== null && text !== '').map((text) => same(text ?? ''))
const labelled = (zh: string, en: string, text: string | null): Words[] =>
  text === null || text === '' ? [] : [{ zh: `${zh}：${text}`, en: `${en}: ${text}` }]

/** "陈屿 审核通过" and its English: who did it, then what. */
const did = ({ who }: StoryNames, zh: string, en: string): Told => ({
  zh: line`${strong(who.zh)} ${zh}`,
  en: line`${strong(who.en)} ${en}`,
})
const byCitizen = (event: OrderEvent): boolean => event.by.kind === 'citizen'

function told(event: EventOf<'opened'>, { who, promise }: StoryNames): Told {
  const called = CALLED[event.channel] ?? wordsOf({}, event.channel)
  const own = byCitizen(event)
  return {
    zh: line`${strong(called.zh)}${own ? '' : `，${who.zh} 受理`}。${promise === null ? '' : `承诺${promise.zh}。`}`,
    en: line`${strong(called.en)}${own ? '' : `; accepted by ${who.en}`}.${promise === null ? '' : ` Promised: ${promise.en}.`}`,
    tone: 'citizen',
  }
}

function sent(event: EventOf<'dispatched'>, { who, unit, ruleBasis }: StoryNames): Told {
  const lead = unit(event.assignments.find((a) => a.role === 'lead')?.unit ?? '')
  const co = event.assignments.filter((a) => a.role === 'co').map((a) => unit(a.unit))
  const { rule } = event.choice
  const ground: Words[] =
    event.overrideReason !== null
      ? labelled('没有采用规则建议，理由', 'Against the rules’ proposal', event.overrideReason)
      : rule === null
        ? []
        : labelled(`按规则 ${rule}`, `By rule ${rule}`, ruleBasis(rule))
  return {
    zh: line`${strong(who.zh)} 派给 ${strong(lead)} 主办${co.length === 0 ? '' : '，'}${listed(co, '、')}${co.length === 0 ? '' : ' 协办'}。`,
    en: line`${strong(who.en)} dispatched it to ${strong(lead)}${co.length === 0 ? '' : ', with '}${listed(co, ', ')}.`,
    quotes: [...ground, ...exceptionWords(event), ...labelled('派单说明', 'Note', event.note)],
  }
}

function reported(event: EventOf<'reported'>, n: StoryNames): Told {
  const result = wordsOf(SOLVED, event.solved)
  return {
    ...did(n, `反馈办理结果：${result.zh}。`, `reported the result: ${result.en}.`),
    quotes: [
      ...labelled('答复市民', 'To the citizen', event.publicReply),
      ...labelled('办理情况（内部）', 'Handling (internal)', event.handling),
      ...labelled('未解决原因', 'Why not solved', event.solvedReason),
    ],
  }
}

function heard(event: EventOf<'callback-answered'>, n: StoryNames): Told {
  const { solved, satisfaction, reason, opinion } = event.answers
  const found = solved === null ? null : { yes: SOLVED.solved, partly: SOLVED.partly, no: SOLVED.unsolved }[solved]
  const zh = [found?.zh, satisfaction === null ? undefined : `满意度 ${satisfaction}/5`].filter(Boolean).join('，')
  const en = [found?.en, satisfaction === null ? undefined : `satisfaction ${satisfaction}/5`].filter(Boolean)
  const rated = byCitizen(event)
  const dull = solved === 'no' || (satisfaction ?? 5) <= 2
  return {
    zh: rated
      ? line`${strong('市民评价')}：${zh || '已评价'}。`
      : line`${strong(n.who.zh)} 回访市民：${zh || '已接通'}。`,
    en: rated
      ? line`${strong('The citizen rated it')}: ${en.join(', ') || 'rated'}.`
      : line`${strong(n.who.en)} called the citizen back: ${en.join(', ') || 'reached'}.`,
    quotes: said(reason, opinion),
    ...(dull ? { tone: 'warn' as const } : {}),
  }
}

/** For the citizen, or by the hotline in their name. */
function spoke(event: EventOf<'urged'> | EventOf<'supplemented'>, n: StoryNames, zh: string, en: string): Told {
  const rest = { quotes: said(event.text), tone: 'citizen' } as const
  if (event.merged !== undefined) {
    const { no } = event.merged
    const before = event.said !== undefined
    return {
      zh: line`${strong(`来自并案诉求 ${no} ${before ? '并案前' : ''}的${zh}`)}。`,
      en: line`${strong(`A caller of the merged order ${no} ${en}${before ? ' before the merge' : ''}`)}.`,
      ...rest,
    }
  }
  return byCitizen(event)
    ? { zh: line`${strong(`市民${zh}`)}。`, en: line`${strong(`The citizen ${en}`)}.`, ...rest }
    : { ...did(n, `代市民${zh}。`, `${en} for the citizen.`), ...rest }
}

type Tell = { [K in EventKind]: (event: EventOf<K>, names: StoryNames) => Told }

/** One sentence per kind of event, as somebody reads it who wants to know what became of the matter. */
const tell: Tell = {
  opened: told,
  amended: (e, n) => ({ ...did(n, '修改了诉求内容。', 'corrected the request.'), quotes: said(e.reason) }),
  answered: (e, n) => ({ ...did(n, '当场答复市民。', 'answered the citizen directly.'), quotes: said(e.answer) }),
  'not-accepted': (e, n) => ({
    ...did(n, '说明不予受理，并告知途径。', 'did not accept it and told the proper way.'),
    quotes: said(e.told),
  }),
  transferred: (e, n) =>
    did(
      n,
      `转接至 ${e.target}${e.threeWay ? '（三方通话）' : ''}。`,
      `put it through to ${e.target}${e.threeWay ? ' (three-way call)' : ''}.`,
    ),
  submitted: (_e, n) => did(n, '提交，等待派单。', 'submitted it for dispatch.'),
  'submitted-for-review': (_e, n) => did(n, '提交，等待预审。', 'submitted it for intake review.'),
  'intake-passed': (_e, n) => did(n, '预审通过，等待派单。', 'passed it at intake review.'),
  'intake-sent-back': (e, n) => ({
    ...did(n, '预审退回补充。', 'sent it back at intake review.'),
    quotes: said(e.defects),
    tone: 'warn',
  }),
  'sent-back-to-seat': (e, n) => ({
    ...did(n, '退回受理补充。', 'sent it back to the seat.'),
    quotes: said(e.defects),
    tone: 'warn',
  }),
  dispatched: (e, n) => gridSentStory(e, n) ?? sent(e, n),
  ...mergeStory,
  signed: (_e, n) => did(n, '签收。', 'signed for it.'),
  'auto-signed': (e, n) => ({
    zh: line`${strong(n.assignment(e.assignment))} 超时未签收，系统自动签收。`,
    en: line`${strong(n.assignment(e.assignment))} did not sign in time; signed by the platform.`,
    tone: 'warn',
  }),
  contacted: (e, n) => ({
    ...did(n, `${wordsOf(METHOD, e.method).zh}联系市民。`, `reached the citizen ${wordsOf(METHOD, e.method).en}.`),
    quotes: said(e.summary),
  }),
  'contact-attempted': (e, n) => ({
    ...did(
      n,
      `${wordsOf(METHOD, e.method).zh}联系市民，${wordsOf(RESULT, e.result).zh}。`,
      `tried the citizen ${wordsOf(METHOD, e.method).en}: ${wordsOf(RESULT, e.result).en}.`,
    ),
    quotes: said(e.summary),
  }),
  arrived: (_e, n) => did(n, '到达现场。', 'arrived at the place.'),
  'contact-exempted': (e, n) => ({
    zh: line`${strong(n.assignment(e.assignment))} 免联系：${wordsOf(GROUND, e.ground).zh}。`,
    en: line`${strong(n.assignment(e.assignment))} goes on without contact: ${wordsOf(GROUND, e.ground).en}.`,
  }),
  'sub-dispatched': (e, n) => ({
    zh: line`${strong(n.who.zh)} 下派给 ${strong(n.unit(e.to.unit))}。`,
    en: line`${strong(n.who.en)} handed it down to ${strong(n.unit(e.to.unit))}.`,
    quotes: [...said(e.note), ...exceptionWords(e)],
  }),
  reported,
  ...returnStory,
  ...gridStory,
  'handling-completed': () => ({
    zh: line`各单位都已反馈，等待办结审核。`,
    en: line`All units have reported; the reply is to be reviewed.`,
  }),
  'reply-rejected': (e, n) => ({
    ...did(n, '审核退回，要求补办。', 'sent the reply back.'),
    quotes: said(e.defects),
    tone: 'warn',
  }),
  'reply-approved': (_e, n) => did(n, '审核通过，已答复市民，等待回访。', 'approved the reply; the citizen has it.'),
  'callback-attempted': (e, n) =>
    did(n, `回访，${wordsOf(RESULT, e.result).zh}。`, `called back: ${wordsOf(RESULT, e.result).en}.`),
  'callback-answered': heard,
  closed: (e) => ({
    zh: line`${strong('办结')}：${wordsOf(GROUND, e.ground).zh}。`,
    en: line`${strong('Closed')}: ${wordsOf(GROUND, e.ground).en}.`,
    quotes: said(e.note),
  }),
  'rework-ordered': (e, n) => ({
    ...did(n, '发起重办。', 'ordered it to be done again.'),
    quotes: said(e.reason),
    tone: 'warn',
  }),
  withdrawn: (e, n) => ({
    ...did(n, '按市民要求撤单。', 'withdrew it at the citizen’s wish.'),
    quotes: [...said(e.reason), ...labelled('核实', 'Checked', e.checked)],
  }),
  reopened: (e, n) => ({
    ...did(n, `重开：${wordsOf(GROUND, e.ground).zh}。`, `reopened it: ${wordsOf(GROUND, e.ground).en}.`),
    quotes: said(e.reason),
    tone: 'warn',
  }),
  archived: () => ({ zh: line`归档。`, en: line`Archived.` }),
  supplemented: (e, n) => spoke(e, n, '补充', 'added something'),
  urged: (e, n) => ({ ...spoke(e, n, '催办', 'urged'), tone: 'warn' }),
  attached: (e, n) =>
    e.merged === undefined
      ? did(n, `上传附件 ${e.name}。`, `attached ${e.name}.`)
      : {
          zh: line`来自并案诉求 ${strong(e.merged.no)} 的附件 ${e.name}。`,
          en: line`From the merged order ${strong(e.merged.no)}: ${e.name}.`,
        },
  'clock-warned': (e) => ({
    zh: line`${clockWords(codeIn(e.clock)).zh}时限已用 ${String(e.percent)} %。`,
    en: line`${String(e.percent)} % of the time for ${clockWords(codeIn(e.clock)).en} is used.`,
  }),
  'clock-missed': (e, n) => {
    const unit = n.clockUnit(e.clock)
    const what = clockWords(e.code)
    return {
      zh:
        unit === null
          ? line`${whoseClock(e.clock).zh}${what.zh}超过时限。`
          : line`${strong(unit)} ${what.zh}超过时限。`,
      en:
        unit === null
          ? line`The limit ${whoseClock(e.clock).en} for ${what.en} has passed.`
          : line`${strong(unit)} is past its limit for ${what.en}.`,
      tone: 'warn',
    }
  },
  'clocks-recomputed': () => ({
    zh: line`节假日安排公布，时限重新计算。`,
    en: line`The holiday calendar arrived; due times worked out anew.`,
  }),
}

const codeIn = (clock: string): string => /C\d+/.exec(clock)?.[0] ?? clock
const whoseClock = (clock: string): Words =>
  clock.startsWith('citizen')
    ? { zh: '对市民承诺的', en: 'promised to the citizen' }
    : { zh: '热线', en: 'of the hotline' }

export const storyWords = (event: OrderEvent, names: StoryNames): Told =>
  (tell[event.kind] as (event: OrderEvent, names: StoryNames) => Told)(event, names)
