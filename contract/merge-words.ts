import type { EventOf } from '#domain/order/event.ts'
import type { AlertKind } from '#domain/order/merge-events.ts'
import type { Words } from './event-words.ts'
import { line, strong } from './story-line.ts'
import type { StoryNames, Told } from './story-words.ts'
import type { Names } from './timeline-words.ts'

type Kind =
  | 'merged'
  | 'took-in'
  | 'unmerged'
  | 'let-go'
  | 'master-answered'
  | 'returned-to-master'
  | 'repeat-linked'
  | 'alert-raised'
  | 'opinion-filed'
  | 'handed-over'
type Tell<N, T> = { [K in Kind]: (event: EventOf<K>, names: N) => T }

/** 预警 */
export const alertWords: Record<AlertKind, Words> = {
  'many-callers': { zh: '热点', en: 'hot topic' },
  burst: { zh: '突发', en: 'sudden' },
  identical: { zh: '群体性', en: 'organised' },
}

export const mergeTimeline: Tell<Names, Words> = {
  merged: (e) => ({ zh: `并入主单 ${e.masterNo}：${e.reason}`, en: `Merged into ${e.masterNo}: ${e.reason}` }),
  'took-in': (e) => ({ zh: `并入工单 ${e.mergedNo}`, en: `Took in ${e.mergedNo}` }),
  unmerged: (e) => ({
    zh: `${e.reopened === undefined ? '' : '重开，'}从 ${e.masterNo} 拆出：${e.reason}`,
    en: `${e.reopened === undefined ? 'Split' : 'Reopened and split'} off from ${e.masterNo}: ${e.reason}`,
  }),
  'let-go': (e) => ({ zh: `拆出工单 ${e.releasedNo}：${e.reason}`, en: `Let go ${e.releasedNo}: ${e.reason}` }),
  'master-answered': (e) => ({
    zh: `主单 ${e.masterNo} 已答复：${e.reply}`,
    en: `The master ${e.masterNo} is answered: ${e.reply}`,
  }),
  'returned-to-master': (e) => ({
    zh: `随主单 ${e.masterNo} 重新办理：${e.reason}`,
    en: `Done again with the master ${e.masterNo}: ${e.reason}`,
  }),
  'repeat-linked': (e) => ({ zh: `记为 ${e.ofNo} 的重复投诉`, en: `Linked as a repeat of ${e.ofNo}` }),
  'alert-raised': (e) => ({
    zh: `${alertWords[e.alert].zh}预警：${e.callers} 人，${e.orders} 件`,
    en: `Alert (${alertWords[e.alert].en}): ${e.callers} callers, ${e.orders} orders`,
  }),
  'opinion-filed': (e, n) => ({
    zh: `${n.unit(e.unit)} 提交裁定意见：${e.opinion}`,
    en: `${n.unit(e.unit)} gave its opinion: ${e.opinion}`,
  }),
  'handed-over': (e, n) => ({
    zh: `${n.unit(e.from)} 的派件移交 ${n.unit(e.to)}：${e.reason}`,
    en: `Handed over from ${n.unit(e.from)} to ${n.unit(e.to)}: ${e.reason}`,
  }),
}

const same = (text: string): Words[] => (text === '' ? [] : [{ zh: text, en: text }])
const did = ({ who }: StoryNames, zh: string, en: string): Told => ({
  zh: line`${strong(who.zh)} ${zh}`,
  en: line`${strong(who.en)} ${en}`,
})

export const mergeStory: Tell<StoryNames, Told> = {
  merged: (e, n) => ({
    ...did(n, `并入主单 ${e.masterNo}。`, `merged it into ${e.masterNo}.`),
    quotes: same(e.reason),
  }),
  'took-in': (e, n) => did(n, `把 ${e.mergedNo} 并入本单。`, `merged ${e.mergedNo} into this order.`),
  unmerged: (e, n) => ({
    ...(e.reopened === undefined
      ? did(n, `从主单 ${e.masterNo} 拆出，回到派单台。`, `split it off from ${e.masterNo}; it is to be dispatched.`)
      : did(
          n,
          `重开本单，从主单 ${e.masterNo} 拆出，单独派办。`,
          `reopened it by itself, split off from ${e.masterNo}; it is to be dispatched.`,
        )),
    quotes: same(e.reason),
    tone: 'warn',
  }),
  'let-go': (e, n) => ({
    ...did(n, `把 ${e.releasedNo} 从本单拆出。`, `split ${e.releasedNo} off from this order.`),
    quotes: same(e.reason),
  }),
  'master-answered': (e, n) => ({
    ...did(
      n,
      `审核通过主单 ${e.masterNo} 的答复，已告知本单市民，等待回访。`,
      `approved the reply of ${e.masterNo}; this caller has it too and will be called back.`,
    ),
    quotes: same(e.reply),
  }),
  'returned-to-master': (e, n) => ({
    ...(e.ground === 'own-reopening'
      ? did(n, `重开本单，随主单 ${e.masterNo} 重新办理。`, `reopened it; it is done again with ${e.masterNo}.`)
      : did(
          n,
          `要求重新办理，本单随主单 ${e.masterNo} 等新的答复。`,
          `has it done again; it waits with ${e.masterNo}.`,
        )),
    quotes: same(e.reason),
    tone: 'warn',
  }),
  'repeat-linked': (e, n) => ({
    ...did(n, `记为 ${e.ofNo} 的重复投诉。`, `linked it as a repeat of ${e.ofNo}.`),
    tone: 'warn',
  }),
  'alert-raised': (e) => ({
    zh: line`${strong(`${alertWords[e.alert].zh}预警`)}：${String(e.callers)} 人反映，共 ${String(e.orders)} 件。`,
    en: line`${strong(`Alert, ${alertWords[e.alert].en}`)}: ${String(e.callers)} callers, ${String(e.orders)} orders.`,
    tone: 'warn',
  }),
  'opinion-filed': (e, n) => ({
    zh: line`${strong(n.unit(e.unit))} 对派单争议提交意见，${e.signer} 签字。`,
    en: line`${strong(n.unit(e.unit))} gave its opinion on the dispute, signed by ${e.signer}.`,
    quotes: same(e.opinion),
  }),
  'handed-over': (e, n) => ({
    zh: line`${strong(n.unit(e.from))} 撤并，由 ${strong(n.unit(e.to))} 接办，时限照走。`,
    en: line`${strong(n.unit(e.from))} is dissolved; ${strong(n.unit(e.to))} takes over, every limit runs on.`,
    quotes: same(e.reason),
    tone: 'warn',
  }),
}
