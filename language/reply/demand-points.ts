import { sentencesOf } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import { wordsOf } from '../text/words.ts'
import type { Reply } from './reply.ts'

const ASKS = /希望|要求|请求?|诉求|建议|咨询|想问|请问|恳请|能否|是否|何时|什么时候|多久|怎么|如何|尽快/
const APART = /[，,。；;！!？?、\n]|(?:以及|并且|同时|另外)/
/** Words of asking and of every request: that they come back says nothing. */
const COMMON = new Set(
  '希望 要求 请求 诉求 建议 咨询 请问 想问 恳请 能否 是否 尽快 相关 部门 有关 单位 处理 解决 问题 给予 答复 回复 情况 反映 市民 核实 一下 进行 我们 你们 他们 可以 没有 什么 时候 何时 怎么 如何 已经 现在 因为 所以 但是 而且 一直 政府 热线 工作人员 协调 落实 督促 加强 管理 谢谢 领导 合理 妥善 马上 立即'.split(
    ' ',
  ),
)

type Point = Span & { field: 'demand' | 'content'; words: readonly string[] }

const keysOf = (text: string): string[] => [
  ...new Set(wordsOf(text.slice(0, 400)).filter((word) => /^[\p{Script=Han}\w]{2,}$/u.test(word) && !COMMON.has(word))),
]

function partsOf(text: string, from: number, field: Point['field']): Point[] {
  const points: Point[] = []
  let at = 0
  for (const part of text.split(APART)) {
    const start = text.indexOf(part, at)
    at = start + part.length
    const words = keysOf(part)
    if (words.length > 0) points.push({ field, from: from + start, to: from + at, words })
  }
  return points
}

/** What the citizen wants, one by one, with the words an answer to it would share: the demand, or the asking sentences. */
export function demandPoints({ demand, content }: Pick<Reply, 'demand' | 'content'>): Point[] {
  if (demand !== null && demand.trim() !== '') return partsOf(demand, 0, 'demand').slice(0, 8)
  const asking = sentencesOf(content.slice(0, 4000)).filter(({ text }) => ASKS.test(text))
  return asking
    .slice(-2)
    .flatMap(({ text, from }) => {
      const asked = text.search(ASKS)
      return partsOf(text.slice(Math.max(0, asked)), from + Math.max(0, asked), 'content')
    })
    .slice(0, 8)
}

/** A point is taken up when the reply has one of its words, or two neighbouring characters of one. */
export const isAnswered = ({ words }: Point, reply: string): boolean =>
  words.some(
    (word) =>
      reply.includes(word) ||
      (word.length > 2 &&
        Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2)).some((pair) => reply.includes(pair))),
  )
