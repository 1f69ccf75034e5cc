import type { City, SlaProfile } from '../city/city.ts'
import type { Order } from '../order/order.ts'

/** 吹哨报到: whoever gets what a grid worker reported owes an arrival, also where the profile asks for none. */
export const withArrival = (order: Pick<Order, 'channel'>, city: City, profile: SlaProfile): SlaProfile =>
  order.channel === 'grid-report' && profile.limits.C4 === undefined
    ? { ...profile, limits: { ...profile.limits, C4: city.policy.grid.arrival } }
    : profile
