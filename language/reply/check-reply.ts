import { findPersonal } from '../privacy/find-personal.ts'
import { sentencesOf } from '../text/sentences.ts'
import { demandPoints, isAnswered } from './demand-points.ts'
import { nearCopy } from './near-copy.ts'
import { AHEAD, BASIS, DATE, DONE, EMPTY, NOT_OURS, REFUSES, SUBSTANCE, UNFILLED } from './phrases.ts'
import type { Reply, ReplyFinding } from './reply.ts'

/** Longer than any field takes: what is beyond is not read. */
const LONGEST = 5000

type Sentence = ReturnType<typeof sentencesOf>[number]
type Check = (reply: Reply, sentences: readonly Sentence[]) => ReplyFinding[]

const at = (
  code: ReplyFinding['code'],
  weight: ReplyFinding['weight'],
  { from, to }: { from: number; to: number },
): ReplyFinding => ({
  code,
  field: 'publicReply',
  weight,
  from,
  to,
})
const whole = ({ publicReply }: Reply) => ({ from: 0, to: Math.min(LONGEST, publicReply.length) })

/** A sentence of promises in which nothing is done, found, dated or cited. */
const empty: Check = (_reply, sentences) =>
  sentences
    .filter(({ text }) => EMPTY.test(text) && !SUBSTANCE.test(text))
    .map((sentence) => at('empty', 'hint', sentence))

/** Each wish of the citizen that no word of the reply takes up. */
const unanswered: Check = (reply) => {
  const said = `${reply.publicReply}\n${reply.solvedReason ?? ''}`
  const points = demandPoints(reply)
  const open = points.filter((point) => !isAnswered(point, said))
  const weight = open.length === points.length ? 'strong' : 'hint'
  return open.map(({ field, from, to }) => ({ code: 'unanswered', field, weight, from, to }))
}

/** A "no" without a law, a rule or a document that says so. */
const noBasis: Check = (reply, sentences) => {
  if (BASIS.test(reply.publicReply) || (reply.policyBasis ?? '').trim() !== '') return []
  const refusal = sentences.find(({ text }) => REFUSES.test(text))
  if (refusal !== undefined) return [at('no-basis', 'strong', refusal)]
  return reply.solved === 'explained' ? [at('no-basis', 'hint', whole(reply))] : []
}

/** Blanks of a form, or nearly what the unit wrote to somebody else. */
const copied: Check = (reply, sentences) => {
  const blanks = sentences.filter(({ text }) => UNFILLED.test(text)).map((sentence) => at('copied', 'strong', sentence))
  if (blanks.length > 0) return blanks
  return nearCopy(reply.publicReply, reply.earlier) === null ? [] : [at('copied', 'hint', whole(reply))]
}

const personal: Check = ({ publicReply }) =>
  findPersonal(publicReply.slice(0, LONGEST)).map((find) => at('personal', 'strong', find))

/** The flag says one thing and a sentence another. */
const contradiction: Check = (reply, sentences) => {
  const against = ({ text }: Sentence): boolean => {
    if (reply.solved === 'solved') return (AHEAD.test(text) || NOT_OURS.test(text)) && !DONE.test(text)
    return (reply.solved === 'unsolved' || reply.solved === 'planned') && DONE.test(text) && !AHEAD.test(text)
  }
  return sentences.filter(against).map((sentence) => at('contradiction', 'strong', sentence))
}

/** Not done yet, and no word of when. */
const noDate: Check = (reply, sentences) => {
  if (reply.solved !== 'partly' && reply.solved !== 'planned' && reply.solved !== 'unsolved') return []
  if (sentences.length === 0 || DATE.test(reply.publicReply) || REFUSES.test(reply.publicReply)) return []
  return [at('no-date', 'hint', sentences.find(({ text }) => AHEAD.test(text)) ?? whole(reply))]
}

const CHECKS: readonly Check[] = [personal, contradiction, unanswered, noBasis, copied, empty, noDate]

/**
 * What a reviewer would ask about a reply, each with the stretch it concerns; transparent checks, no model. Empty while
 * nothing is written. Never throws; time linear in the texts.
 */
export function checkReply(reply: Reply): ReplyFinding[] {
  const text = reply.publicReply.slice(0, LONGEST)
  if (!/[\p{L}\p{N}]/u.test(text)) return []
  const sentences = sentencesOf(text)
  return CHECKS.flatMap((check) => check({ ...reply, publicReply: text }, sentences))
}
