import type { Handlers } from '#contract/api.ts'
import type { GridTask, GridWhistle } from '#contract/grid.ts'
import { claimFile } from '#db/files.ts'
import { gridTaskKeys, gridWorker, whistlesOf } from '#db/grid.ts'
import { loadOrders, type StoredOrder } from '#db/orders.ts'
import { RequestWish } from '#domain/accept/open-order.ts'
import { Appellant } from '#domain/accept/request.ts'
import { regionAt } from '#domain/city/region-at.ts'
import { attachPhotos, type GridPhoto, type KnownFile } from '#domain/grid/attach-photos.ts'
import { gridResult } from '#domain/grid/grid-result.ts'
import { reportUp } from '#domain/grid/report-up.ts'
import { nextDuty } from '#domain/handling/next-duty.ts'
import { exemptionOf } from '#domain/handling/sign-assignment.ts'
import { type AssignmentId, instantOf, msOf, type RegionCode } from '#domain/ids.ts'
import { assignmentIdOf, assignmentNumberOf } from '#domain/order/assignment-id.ts'
import { type Assignment, leadOf, lightOf, type Order } from '#domain/order/order.ts'
import { redact } from '#language/privacy/redact.ts'
import { accept } from './accept.ts'
import { type Changed, changeOrder } from './change-order.ts'
import { suggestCategory } from './models/suggest-category.ts'
import { categoryName, regionName, unitName } from './order-view.ts'
import type { Shell } from './shell.ts'

const WHISTLES = 20
/** What was reported in the last day stays on the phone's list. */
const SHOWN_MS = 86_400_000

/** The uploads behind the hashes, each the caller's own; null where one is not. */
async function claimed(shell: Shell, photos: readonly GridPhoto[]): Promise<KnownFile[] | null> {
  const files: KnownFile[] = []
  for (const { file: hash } of photos) {
    const file = await claimFile(shell.db, hash, shell.actor, shell.at)
    if (file === undefined) return null
    const name = `现场照片.${file.mime === 'image/png' ? 'png' : file.mime === 'image/webp' ? 'webp' : 'jpg'}`
    files.push({ file: file.hash, name, mime: file.mime, bytes: file.bytes })
  }
  return files
}

const NO_FILES = { ok: false, refusal: 'unknown-file' } as const

async function doneAfter<R extends string>(changing: Promise<Changed<R>>) {
  const changed = await changing
  if (!changed.ok) return changed
  const { id, version, state } = changed.reply.order
  return { ok: true as const, reply: { orderId: id, version, state } }
}

function clockOf(order: Order, assignment: AssignmentId, code: 'C4' | 'C5' | 'C8'): GridTask['answer'] {
  const clock = order.clocks.findLast((c) => c.assignment === assignment && c.code === code)
  return clock === undefined ? null : { due: clock.due, stoppedAt: clock.stoppedAt }
}

/** As whoever goes there may read it: the door, no name, no number. */
function taskOf({ city }: Shell, { order }: StoredOrder, a: Assignment): GridTask | null {
  if (a.grid === null) return null
  const { request } = order
  const read = (text: string) => redact(text, 'public')
  return {
    orderId: order.id,
    no: order.no,
    n: assignmentNumberOf(a.id),
    version: order.version,
    state: a.state,
    title: read(request.title),
    content: read(request.content),
    demand: request.demand === null ? null : read(request.demand),
    categoryName: categoryName(city, request.category),
    address: request.address === null ? null : redact(request.address, 'visitor'),
    regionName: regionName(city, request.region),
    lng: request.lng,
    lat: request.lat,
    post: a.grid.post,
    light: lightOf(order),
    note: a.note === null ? null : read(a.note),
    dispatchedAt: a.dispatchedAt,
    duty: nextDuty(order, a),
    arrive: clockOf(order, a.id, 'C4'),
    answer: clockOf(order, a.id, 'C8') ?? clockOf(order, a.id, 'C5'),
    arrivedAt: a.arrivedAt,
    reportedAt: a.reportedAt,
    contactOwed: exemptionOf(order) === null && !a.contactExempt && a.contactedAt === null,
    sentBack: a.sentBack === null ? null : read(a.sentBack.reason),
    urgeCount: order.urgeCount,
    supplements: order.supplements.map(({ text, merged }) => ({ text: read(text), mergedNo: merged?.no ?? null })),
  }
}

function whistleOf({ city }: Shell, { order }: StoredOrder): GridWhistle {
  const lead = leadOf(order)
  return {
    orderId: order.id,
    no: order.no,
    title: redact(order.request.title),
    at: order.receivedAt,
    state: order.state,
    leadUnitName: lead === undefined ? null : unitName(city, lead.unit),
    arriveBy: lead === undefined ? null : (clockOf(order, lead.id, 'C4')?.due ?? null),
    arrivedAt: lead?.arrivedAt ?? null,
  }
}

const known = <T>(found: T | null | undefined): T[] => (found === null || found === undefined ? [] : [found])

/** Where a whistle was blown: by the phone's point, else the worker's own grid. */
function whistleRegion(shell: Shell, place: { lng: number | null; lat: number | null } | null): RegionCode | null {
  const at = place?.lng == null || place.lat == null ? null : regionAt(shell.atlas, { lng: place.lng, lat: place.lat })
  return at ?? (shell.caller.kind === 'staff' ? shell.caller.region : null)
}

/** What the grid worker's phone reads and sends. */
export const gridTaskHandlers = {
  listGridTasks: async (shell) => {
    const { actor, at, city, db } = shell
    const me = await gridWorker(db, actor.id, at)
    const [keys, blown] = await Promise.all([
      gridTaskKeys(db, actor.id, instantOf(msOf(at) - SHOWN_MS)),
      whistlesOf(db, actor.id, WHISTLES),
    ])
    const orders = await loadOrders(db, [...new Set([...keys.map(({ id }) => id), ...blown])])
    const tasks = keys.flatMap(({ id, n }) => {
      const stored = orders.get(id)
      const assignment = stored?.order.assignments[n - 1]
      return stored === undefined || assignment === undefined ? [] : known(taskOf(shell, stored, assignment))
    })
    return {
      ok: true,
      reply: {
        now: at,
        unitName: actor.unit === null ? '' : unitName(city, actor.unit),
        gridName: me === undefined ? '' : (city.regions.get(me.region as RegionCode)?.name ?? me.region),
        hours:
          me?.hours_from == null || me.hours_to === null
            ? city.policy.grid.hours
            : { from: me.hours_from, to: me.hours_to },
        today: me?.today ?? 0,
        cap: city.policy.grid.dailyCap,
        tasks,
        whistles: blown.flatMap((id) => known(orders.get(id))).map((stored) => whistleOf(shell, stored)),
      },
    }
  },

  gridResult: async (shell, { params, body }) => {
    const files = await claimed(shell, body.photos)
    if (files === null) return NO_FILES
    const signer = shell.caller.kind === 'staff' ? shell.caller.name : shell.actor.id
    return doneAfter(
      changeOrder(shell, params.orderId, (order) =>
        gridResult(order, assignmentIdOf(params), { ...body, files, signer }, shell.actor, shell.city, shell.at),
      ),
    )
  },

  reportUp: async (shell, { params, body }) => {
    const files = await claimed(shell, body.photos)
    if (files === null) return NO_FILES
    return doneAfter(
      changeOrder(shell, params.orderId, (order) =>
        reportUp(order, assignmentIdOf(params), { ...body, files }, shell.actor, shell.city, shell.at),
      ),
    )
  },

  whistle: async (shell, { body }) => {
    const files = await claimed(shell, body.photos)
    if (files === null) return NO_FILES
    const region = whistleRegion(shell, body.place)
    if (region === null) return { ok: false, refusal: 'place-too-coarse' }
    const { category, content, address, place } = body
    const suggestion = suggestCategory(shell, '', content)
    const [best] = suggestion.suggestions
    const request = RequestWish.parse({
      requestType: 'help',
      content,
      category: category ?? best?.category ?? null,
      region,
      address,
      lng: place?.lng ?? null,
      lat: place?.lat ?? null,
      tags: ['网格吹哨'],
      // Nobody is to be called: the worker stands at the place and sees whether the department comes.
      anonymous: true,
      replyWanted: false,
    })
    const accepted = await accept(shell, {
      channel: 'grid-report',
      request,
      appellant: Appellant.parse({}),
      outcome: { kind: 'submit', review: category === null && !suggestion.sure ? 'yes' : 'auto' },
    })
    if (!accepted.ok) return accepted as { ok: false; refusal: 'unknown-category' }
    const { id, no, channel } = accepted.reply.order
    const changed = await changeOrder(shell, id, (order) =>
      attachPhotos(order, body.photos, files, shell.actor, shell.at),
    )
    if (!changed.ok) return changed as { ok: false; refusal: 'too-many-files' }
    const { version, state } = changed.reply.order
    return { ok: true, reply: { orderId: id, version, state, no, channel } }
  },
} satisfies Partial<Handlers<Shell>>
