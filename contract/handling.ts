import { z } from 'zod'
import { HandDown } from '#domain/handling/hand-down.ts'
import { RecordArrival } from '#domain/handling/record-arrival.ts'
import { RecordContact } from '#domain/handling/record-contact.ts'
import { ReportResult } from '#domain/handling/report-result.ts'
import { ReviewReply } from '#domain/handling/review-reply.ts'
import { OrderId } from '#domain/ids.ts'
import { orderParams } from './accept.ts'
import { AssignmentNumber } from './assignments.ts'
import type { Endpoint } from './endpoint.ts'
import { OrderView } from './views.ts'

const assignmentParams = z.object({ orderId: OrderId, n: AssignmentNumber })

export const signAssignment = {
  method: 'POST',
  path: '/orders/:orderId/assignments/:n/sign',
  zh: '签收',
  en: 'Sign for an assignment',
  params: assignmentParams,
  reply: OrderView,
  refusals: ['not-your-assignment', 'wrong-state'],
  version: 'offered',
} as const satisfies Endpoint

export const recordContact = {
  method: 'POST',
  path: '/orders/:orderId/assignments/:n/contact',
  zh: '登记联系群众',
  en: 'Record a contact with the citizen',
  params: assignmentParams,
  body: RecordContact,
  reply: OrderView,
  refusals: ['not-your-assignment', 'wrong-state', 'unknown-file'],
  version: 'offered',
} as const satisfies Endpoint

export const recordArrival = {
  method: 'POST',
  path: '/orders/:orderId/assignments/:n/arrive',
  zh: '登记到场',
  en: 'Record the arrival at the place',
  params: assignmentParams,
  body: RecordArrival,
  reply: OrderView,
  refusals: ['not-your-assignment', 'wrong-state', 'unknown-file', 'arrival-place-needed', 'not-at-the-place'],
  version: 'offered',
} as const satisfies Endpoint

export const handDown = {
  method: 'POST',
  path: '/orders/:orderId/assignments/:n/hand-down',
  zh: '下派',
  en: 'Hand an assignment down to a unit below',
  params: assignmentParams,
  body: HandDown,
  reply: OrderView,
  refusals: [
    'not-your-assignment',
    'wrong-state',
    'not-your-unit-below',
    'unit-closed',
    'unit-named-twice',
    'departmental-matter',
  ],
  version: 'offered',
} as const satisfies Endpoint

export const reportResult = {
  method: 'POST',
  path: '/orders/:orderId/assignments/:n/report',
  zh: '反馈办理结果',
  en: 'Report the result of handling',
  params: assignmentParams,
  body: ReportResult,
  reply: OrderView,
  refusals: [
    'not-your-assignment',
    'wrong-state',
    'co-units-have-not-reported',
    'sub-units-have-not-reported',
    'unit-head-needed',
    'arrival-needed',
    'unknown-file',
  ],
  version: 'offered',
} as const satisfies Endpoint

export const reviewReply = {
  method: 'POST',
  path: '/orders/:orderId/reply-review',
  zh: '办结审核',
  en: 'Review the reply before the citizen gets it',
  params: orderParams,
  body: ReviewReply,
  reply: OrderView,
  refusals: ['wrong-state', 'unknown-assignment'],
  version: 'offered',
} as const satisfies Endpoint
