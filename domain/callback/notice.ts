import type { OrderEvent } from '../order/event.ts'
import { type Order, publicReplyOf } from '../order/order.ts'

/** Text messages hold 70 Chinese characters each; a notice stays within three. */
const REPLY_CHARS = 120

/**
 * What the citizen is told by text message, or null: accepted (with number and code), answered, doing it again, closed.
 * Never the request's own text: a phone lies on tables.
 */
export function noticeOf(event: OrderEvent, order: Order): string | null {
  if (order.request.anonymous || !order.request.replyWanted) return null
  switch (event.kind) {
    case 'submitted':
    case 'submitted-for-review':
      return `您的诉求已受理，编号 ${order.no}，查询码 ${order.queryCode}。`
    case 'merged':
      return `您的诉求 ${order.no} 与其他市民反映的是同一件事，已合并办理，结果会逐一告知您。`
    case 'unmerged':
      return `您的诉求 ${order.no} 已单独办理。`
    case 'returned-to-master':
      return `您的诉求 ${order.no} 已交承办单位重新办理。`
    case 'master-answered':
    case 'reply-approved':
      return `您的诉求 ${order.no} 已答复：${(publicReplyOf(order) ?? '').slice(0, REPLY_CHARS).toWellFormed()}`
    case 'rework-ordered':
    case 'reopened':
      return `您的诉求 ${order.no} 已交承办单位重新办理。`
    case 'closed':
      return `您的诉求 ${order.no} 已办结，感谢您的监督。`
    default:
      return null
  }
}
