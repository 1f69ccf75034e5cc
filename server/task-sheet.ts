import { Readable } from 'node:stream'
import type { Handlers } from '#contract/api.ts'
import type { OrderView } from '#contract/views.ts'
import { logView } from '#db/view-log.ts'
import type { OrderId } from '#domain/ids.ts'
import type { Order } from '#domain/order/order.ts'
import { redact } from '#language/privacy/redact.ts'
import { reachableOrder } from './change-order.ts'
import { clockView } from './clock-view.ts'
import { downloadHeaders } from './download-headers.ts'
import { assignmentView, unitName, viewOf } from './order-view.ts'
import { readerOf, redactedRequest } from './redacted.ts'
import type { Shell } from './shell.ts'
import { taskSheet } from './task-sheet/sheet-document.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The address the caller reached us by leads back; a paper made without one carries the path alone. */
function linkTo(shell: Shell, id: OrderId): string {
  const host = shell.incoming?.header('host')
  if (host === undefined) return `/orders/${id}`
  const isLocal = /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host)
  const scheme = shell.incoming?.header('x-forwarded-proto')?.split(',')[0] ?? (isLocal ? 'http' : 'https')
  return `${scheme}://${host}/orders/${id}`
}

function takerOf({ caller, city }: Shell): { name: string; unit: string } {
  if (caller.kind !== 'staff') return { name: caller.kind, unit: '' }
  return { name: caller.name, unit: unitName(city, caller.unit) }
}

/** Paper is handed on and lies about: nobody's desk decides what it shows, and it leads to no door. */
function onPaper({ city }: Shell, order: Order, view: OrderView): OrderView {
  const reader = readerOf(order, view.appellant.address !== null)
  const request = redactedRequest(view.request, reader)
  return {
    ...view,
    request: { ...request, address: request.address === null ? null : redact(request.address, reader) },
    assignments: order.assignments.map((a) => assignmentView(city, a, reader)),
    answer: view.answer === null ? null : redact(view.answer, reader),
  }
}

export const taskSheetHandlers = {
  orderTaskSheet: async (shell, { params }) => {
    const stored = await reachableOrder(shell, params.orderId)
    if (stored === undefined) return { ok: false, refusal: 'not-found' }
    const { actor, at, ip, agent } = shell
    const view = onPaper(shell, stored.order, viewOf(shell, stored))
    const bytes = await taskSheet({
      city: shell.city.policy.name,
      order: view,
      clocks: stored.order.clocks.map((clock) => clockView(shell, stored.order, clock)),
      link: linkTo(shell, params.orderId),
      taker: takerOf(shell),
      now: at,
    })
    await logView(shell.db, {
      orderId: params.orderId,
      at,
      actor: actor.id,
      role: actor.role,
      unit: actor.unit,
      what: 'export',
      fields: ['task-sheet', ...(view.appellant.address === null ? [] : ['masked-appellant'])],
      reason: null,
      ip,
      agent,
    })
    const name = `工单 ${view.no}.docx`
    for (const [header, value] of Object.entries(downloadHeaders(name, DOCX))) shell.reply.header(header, value)
    return { ok: true, reply: { stream: Readable.from([bytes]), mime: DOCX, name, bytes: bytes.length } }
  },
} satisfies Partial<Handlers<Shell>>
