import type { Span } from '../text/span.ts'
import { demandPoints, isAnswered } from './demand-points.ts'
import { BASIS, DATE, EMPTY, REFUSES } from './phrases.ts'
import type { Reply, ReplyFinding } from './reply.ts'

export const DIMENSIONS = ['relevance', 'logic', 'solution', 'timeliness', 'attitude'] as const
type Dimension = (typeof DIMENSIONS)[number]

/** Why a dimension has the points it has; with the stretch of the public reply where there is one. */
const REASONS = [
  'points-answered',
  'same-words',
  'long-enough',
  'says-found',
  'says-why',
  'consistent',
  'says-done',
  'concrete',
  'basis',
  'dated',
  'contacted',
  'greets',
  'thanks',
  'regrets',
  'whom-to-ask',
  'empty-phrases',
] as const
type Reason = (typeof REASONS)[number]
type Evidence = { reason: Reason; points: number; at: Span | null }
type ReplyScore = Record<Dimension, { score: number; evidence: Evidence[] }>

const FOUND =
  /经(?:查|核实|调查|现场|了解|检查|核查|检测|走访)|现场(?:查看|核实|检查)|情况如下|调查(?:结果|了解)|核实如下/
const WHY = /由于|因为|原因|因此|所以|鉴于|因[^，。]{2,20}[，导致]|系[^，。]{2,20}/
const DID =
  /已(?:经)?(?:于|对|将|由|在|完成|修复|更换|清理|拆除|退还|安装|整改|查处|立案|约谈|处罚|恢复|调整|疏通|补发|发放|关停|协商|达成|责令|组织|安排|联系)|责令|约谈|罚款|立案|现已|完成了?/
const CONCRETE = /\d+(?:\.\d+)?\s?(?:处|个|台|名|户|家|米|元|吨|次|件|平方米|万元|人|辆|份|%)/
const GREETS = /您好|尊敬的|你好/
const THANKS = /感谢|谢谢/
const REGRETS = /抱歉|歉意|理解您|请您谅解|敬请谅解|给您(?:带来|造成)|不便/
const WHOM = /(?:联系|咨询|致电|拨打|电话)[^。]{0,24}(?:\d{5,}|〔电话〕|科|窗口|办公室|中心)/

const seen = (text: string, pattern: RegExp): Span | null => {
  const found = pattern.exec(text)
  return found === null ? null : { from: found.index, to: found.index + found[0].length }
}
const given = (reason: Reason, points: number, at: Span | null): Evidence[] =>
  at === null ? [] : [{ reason, points, at }]
const scored = (evidence: Evidence[]) => ({
  score: Math.max(0, Math.min(100, Math.round(evidence.reduce((sum, { points }) => sum + points, 0)))),
  evidence,
})

/** 0 at nothing, half at 80 characters, nearly all at 250: length alone tells most of whether a reply explains itself. */
const lengthShare = (text: string): number => 1 - Math.exp(-text.trim().length / 115)

const wordsShared = ({ title, content }: Reply, text: string): number => {
  const pairs = new Set<string>()
  const said = `${title}${content.slice(0, 600)}`.replace(/[^\p{Script=Han}]/gu, '')
  for (let i = 0; i + 1 < said.length; i++) pairs.add(said.slice(i, i + 2))
  let shared = 0
  for (const pair of pairs) if (text.includes(pair)) shared += 1
  return pairs.size === 0 ? 0 : Math.min(1, shared / Math.min(20, pairs.size))
}

/** One phrase of courtesy is no fault; each further one takes something away. */
function empties(text: string): Evidence[] {
  const count = text.match(new RegExp(EMPTY.source, 'g'))?.length ?? 0
  return count > 1 ? given('empty-phrases', -10 * Math.min(4, count), seen(text, EMPTY)) : []
}

/**
 * Five marks of a reply from 0 to 100, each the sum of what is seen in it: whether it takes up what was asked, hangs
 * together, says what was done, says when, and speaks to a person. A help for the eye, not a judgement: nothing is
 * refused by it.
 */
export function scoreReply(reply: Reply, findings: readonly ReplyFinding[]): ReplyScore {
  const text = reply.publicReply.slice(0, 5000)
  const points = demandPoints(reply)
  const answered = points.length === 0 ? 1 : points.filter((point) => isAnswered(point, text)).length / points.length
  const written = text.trim() !== ''
  const always = { from: 0, to: text.length }
  const has = (code: ReplyFinding['code']) => findings.some((finding) => finding.code === code)
  const basis = seen(text, BASIS) ?? ((reply.policyBasis ?? '').trim() === '' ? null : always)
  const isNo = REFUSES.test(text) || reply.solved === 'explained'
  return {
    relevance: scored([
      ...given('points-answered', 60 * answered, written ? always : null),
      ...given('same-words', 40 * wordsShared(reply, text), written ? always : null),
    ]),
    logic: scored([
      ...given('long-enough', 40 * lengthShare(text), written ? always : null),
      ...given('says-found', 20, seen(text, FOUND)),
      ...given('says-why', 20, seen(text, WHY)),
      ...given('consistent', 20, written && !has('contradiction') ? always : null),
    ]),
    solution: scored([
      ...given('says-done', isNo ? 20 : 50, seen(text, DID)),
      ...given('concrete', 20, seen(text, CONCRETE)),
      ...given('basis', isNo ? 60 : 30, basis),
    ]),
    timeliness: scored([
      ...given('dated', 60, seen(text, DATE)),
      ...(reply.contacted ? [{ reason: 'contacted' as const, points: 40, at: null }] : []),
    ]),
    attitude: scored([
      ...given('greets', 25, seen(text, GREETS)),
      ...given('thanks', 30, seen(text, THANKS)),
      ...given('regrets', 25, seen(text, REGRETS)),
      ...given('whom-to-ask', 20, seen(text, WHOM)),
      ...empties(text),
    ]),
  }
}
