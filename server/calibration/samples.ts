import type { Handlers } from '#contract/api.ts'
import type { CalibrationSample } from '#contract/calibration.ts'
import { findRound } from '#db/calibration-rounds.ts'
import { markSample, samplesOf } from '#db/calibration-samples.ts'
import { loadOrders } from '#db/orders.ts'
import { leadOf, type Order } from '#domain/order/order.ts'
import { categoryName, regionName, unitName } from '../order-view.ts'
import { redactedRequest } from '../redacted.ts'
import type { Shell } from '../shell.ts'
import { staffOf } from '../staff-caller.ts'
import { done, no, onRound } from './acting.ts'

type Drawn = Awaited<ReturnType<typeof samplesOf>>[number]

/** Analysts judge the matter and never learn who asks: text is masked as the public reads it. */
function sampleView({ city }: Shell, drawn: Drawn, order: Order): CalibrationSample {
  const { title, content, category, region } = redactedRequest(order.request, 'public')
  const lead = leadOf(order)
  return {
    id: order.id,
    no: order.no,
    title,
    content,
    categoryName: (category === null ? null : categoryName(city, category)) ?? '',
    regionName: regionName(city, region) || region,
    leadName: lead === undefined ? '' : unitName(city, lead.unit),
    profileName: city.slaProfiles.find(({ code }) => code === order.profile)?.name ?? order.profile ?? '',
    classRight: drawn.class_right,
    unitRight: drawn.unit_right,
    slaRight: drawn.sla_right,
    note: drawn.note,
    marked: drawn.marked_by !== null,
    unsure: drawn.unsure
      ? {
          suggestedName: drawn.suggested === null ? null : (categoryName(city, drawn.suggested) ?? drawn.suggested),
          probability: drawn.probability,
        }
      : null,
  }
}

export const sampleHandlers = {
  calibrationSamples: async (shell, { params: { round }, query: { scene } }) => {
    if ((await findRound(shell.db, round)) === undefined) return no('not-found')
    const drawn = await samplesOf(shell.db, round, scene)
    const orders = await loadOrders(
      shell.db,
      drawn.map(({ order_id }) => order_id),
    )
    const samples = drawn.flatMap((one) => {
      const stored = orders.get(one.order_id)
      return stored === undefined ? [] : [sampleView(shell, one, stored.order)]
    })
    return { ok: true, reply: { samples } }
  },

  markCalibrationSample: (shell, { params: { round, orderId }, body }) =>
    onRound(shell, round, 'mark-sample', async ({ db, at }) =>
      (await markSample(db, round, orderId, body, staffOf(shell).id, at)) ? done : no('not-found'),
    ),
} satisfies Partial<Handlers<Shell>>
