import { z } from 'zod'
import { shortText } from '#domain/accept/request.ts'
import { ActiveHours } from '#domain/city/grid-policy.ts'
import { Channel, Light } from '#domain/city/vocabulary.ts'
import { gridPhotos } from '#domain/grid/attach-photos.ts'
import { DispatchToGrid } from '#domain/grid/dispatch-to-grid.ts'
import { GridPost, PhotoTaken } from '#domain/grid/grid-part.ts'
import { GridRefusal } from '#domain/grid/grid-refused.ts'
import { GridResult } from '#domain/grid/grid-result.ts'
import { ReportUp } from '#domain/grid/report-up.ts'
import { Duty } from '#domain/handling/next-duty.ts'
import { CategoryCode, Day, Instant, OrderId, RegionCode, StaffId, UnitId } from '#domain/ids.ts'
import { AssignmentState, OrderState } from '#domain/order/states.ts'
import { orderParams } from './accept.ts'
import { AssignmentNumber } from './assignments.ts'
import type { Endpoint } from './endpoint.ts'
import { OrderView } from './views.ts'

const assignmentParams = z.object({ orderId: OrderId, n: AssignmentNumber })
const words = z.object({ zh: z.string(), en: z.string() })

export const gridOffer = {
  method: 'GET',
  path: '/orders/:orderId/grid-offer',
  zh: '能否网格直派',
  en: 'Whether the order may go straight to a grid worker, to whom, or which guards speak against it',
  params: orderParams,
  reply: z.object({
    /** every guard of the matter, then that of the people; none: it may go */
    guards: z.array(z.object({ guard: GridRefusal, words, exceptable: z.boolean() })),
    worker: z
      .object({
        id: StaffId,
        name: z.string(),
        gridName: z.string(),
        unitName: z.string(),
        post: GridPost,
        today: z.number().int(),
        cap: z.number().int(),
      })
      .nullable(),
    streetName: z.string().nullable(),
    answerBy: Instant.nullable(),
  }),
  refusals: ['wrong-state'],
} as const satisfies Endpoint

export const dispatchToGrid = {
  method: 'POST',
  path: '/orders/:orderId/grid-dispatch',
  zh: '网格直派',
  en: 'Send straight to the grid worker of the place; a guard is set aside only by name and ground',
  params: orderParams,
  body: DispatchToGrid,
  reply: OrderView,
  refusals: ['wrong-state', ...GridRefusal.options],
  version: 'offered',
} as const satisfies Endpoint

const Clock = z.object({ due: Instant, stoppedAt: Instant.nullable() }).nullable()

/** All that the phone needs at the place, also without a line: no name and no number of the citizen. */
export const GridTask = z.object({
  orderId: OrderId,
  no: z.string(),
  n: z.number().int(),
  version: z.number().int(),
  state: AssignmentState,
  title: z.string(),
  content: z.string(),
  demand: z.string().nullable(),
  categoryName: z.string().nullable(),
  address: z.string().nullable(),
  regionName: z.string(),
  lng: z.number().nullable(),
  lat: z.number().nullable(),
  post: GridPost,
  light: Light,
  note: z.string().nullable(),
  dispatchedAt: Instant,
  duty: z.object({ kind: Duty, due: Instant.nullable() }).nullable(),
  arrive: Clock,
  answer: Clock,
  arrivedAt: Instant.nullable(),
  reportedAt: Instant.nullable(),
  /** the citizen wants to be told and can be */
  contactOwed: z.boolean(),
  sentBack: z.string().nullable(),
  urgeCount: z.number().int(),
  /** `mergedNo`: said on an order merged into this one */
  supplements: z.array(z.object({ text: z.string(), mergedNo: z.string().nullable() })),
})
export type GridTask = z.infer<typeof GridTask>

export const GridWhistle = z.object({
  orderId: OrderId,
  no: z.string(),
  title: z.string(),
  at: Instant,
  state: OrderState,
  leadUnitName: z.string().nullable(),
  /** by when the department must be there, and when it was */
  arriveBy: Instant.nullable(),
  arrivedAt: Instant.nullable(),
})
export type GridWhistle = z.infer<typeof GridWhistle>

export const listGridTasks = {
  method: 'GET',
  path: '/grid/tasks',
  zh: '网格员的任务',
  en: 'What the grid worker has to do and has reported today, and what became of their own reports',
  reply: z.object({
    now: Instant,
    unitName: z.string(),
    gridName: z.string(),
    hours: ActiveHours,
    today: z.number().int(),
    cap: z.number().int(),
    tasks: z.array(GridTask),
    whistles: z.array(GridWhistle),
  }),
  refusals: [],
} as const satisfies Endpoint

/** Small on purpose: a phone on a slow line needs to know that it is done. */
export const GridDone = z.object({ orderId: OrderId, version: z.number().int(), state: OrderState })

export const gridResult = {
  method: 'POST',
  path: '/orders/:orderId/assignments/:n/grid-result',
  zh: '网格办结',
  en: 'The grid worker’s result in one step: signed, at the place, photos, the citizen told, reported',
  params: assignmentParams,
  body: GridResult,
  reply: GridDone,
  refusals: [
    'not-your-assignment',
    'not-a-grid-assignment',
    'wrong-state',
    'contact-needed-first',
    'unknown-file',
    'too-many-files',
    'arrival-needed',
    'arrival-place-needed',
    'not-at-the-place',
    'unit-head-needed',
    'co-units-have-not-reported',
    'sub-units-have-not-reported',
  ],
} as const satisfies Endpoint

export const reportUp = {
  method: 'POST',
  path: '/orders/:orderId/assignments/:n/report-up',
  zh: '网格上报',
  en: 'The grid cannot settle it, or refuses it with a reason: back to dispatch with its whole history',
  params: assignmentParams,
  body: ReportUp,
  reply: GridDone,
  refusals: ['not-your-assignment', 'not-a-grid-assignment', 'wrong-state', 'unknown-file', 'too-many-files'],
} as const satisfies Endpoint

export const whistle = {
  method: 'POST',
  path: '/grid/whistles',
  zh: '网格吹哨',
  en: 'A grid worker reports a problem: an order of channel grid-report, to whose place a department must come',
  body: z.object({
    content: shortText(500),
    category: CategoryCode.nullable().default(null),
    address: shortText(100).nullable().default(null),
    place: PhotoTaken.nullable().default(null),
    photos: gridPhotos.default([]),
  }),
  reply: GridDone.extend({ no: z.string(), channel: Channel }),
  refusals: [
    'unknown-file',
    'too-many-files',
    'unknown-category',
    'category-closed',
    'unknown-region',
    'place-too-coarse',
  ],
} as const satisfies Endpoint

export const GridWorkerView = z.object({
  id: StaffId,
  name: z.string(),
  unit: UnitId,
  unitName: z.string(),
  region: RegionCode,
  gridName: z.string(),
  post: GridPost,
  hours: ActiveHours.nullable(),
  /** now; what ended is over by itself */
  away: z.boolean(),
  /** the last day of the absence, in Shanghai; null: open, or not away */
  awayUntil: Day.nullable(),
  /** of the post, for If-Match; 0: nobody has set it yet */
  version: z.number().int(),
  today: z.number().int(),
  inHand: z.number().int(),
})
export type GridWorkerView = z.infer<typeof GridWorkerView>

export const listGridWorkers = {
  method: 'GET',
  path: '/grid/workers',
  zh: '网格员名册',
  en: 'Grid workers within reach: grid, post, hours, how much they have',
  reply: z.object({ now: Instant, cap: z.number().int(), hours: ActiveHours, workers: z.array(GridWorkerView) }),
  refusals: [],
} as const satisfies Endpoint

export const setGridWorker = {
  method: 'PUT',
  path: '/grid/workers/:staffId',
  zh: '设置网格员岗位',
  en: 'Set a grid worker’s post, hours and absence',
  params: z.object({ staffId: StaffId }),
  body: z.object({
    post: GridPost,
    hours: ActiveHours.refine(
      ({ from, to }) => from !== to,
      'from and to differ; who is never there is away',
    ).nullable(),
    away: z.boolean(),
    /** its last day, in Shanghai; null: until further notice */
    awayUntil: Day.nullable().default(null),
  }),
  reply: GridWorkerView,
  refusals: ['absence-already-over'],
  version: 'required',
} as const satisfies Endpoint
