import type { Handlers } from '#contract/api.ts'
import { COUNTED } from '#contract/order-list.ts'
import { listOrders } from '#db/order-list.ts'
import { urgeOrder } from '#domain/accept/supplement-order.ts'
import { narrowedBy } from './board-filter.ts'
import { eachOrder } from './bulk.ts'
import { changeOrder } from './change-order.ts'
import { exportOf } from './export-orders.ts'
import { sayNothing } from './order-filter.ts'
import type { Shell } from './shell.ts'

export const orderListHandlers = {
  countOrders: async (shell, { query }) => {
    if (sayNothing(query)) return { ok: true, reply: { count: 0, more: false } }
    // Found by the same way as the list itself, so it can neither disagree with it nor be slower than some pages of it.
    const found = (await listOrders(shell.db, await narrowedBy(shell, query), COUNTED + 1)).length
    return { ok: true, reply: { count: Math.min(found, COUNTED), more: found > COUNTED } }
  },

  urgeOrders: async (shell, { body: { orders, ...wish } }) => ({
    ok: true,
    reply: {
      results: await eachOrder(shell, orders, (one, id) =>
        changeOrder(one, id, (order) => urgeOrder(order, wish, one.actor, one.at)),
      ),
    },
  }),

  exportOrders: async (shell, { query }) => ({ ok: true, reply: await exportOf(shell, query) }),
} satisfies Partial<Handlers<Shell>>
