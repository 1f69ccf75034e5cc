import type { Handlers } from '#contract/api.ts'
import { COUNTED } from '#contract/order-list.ts'
import { listByDue, listOrders } from '#db/order-list.ts'
import { urgeOrder } from '#domain/accept/supplement-order.ts'
import { narrowedBy } from './board-filter.ts'
import { eachOrder } from './bulk.ts'
import { exportOf } from './export-orders.ts'
import { sayNothing } from './order-filter.ts'
import type { Shell } from './shell.ts'
import { changeAndTell } from './told-at-master.ts'

export const orderListHandlers = {
  countOrders: async (shell, { query }) => {
    const { sort, ...filters } = query
    if (sayNothing(filters)) return { ok: true, reply: { count: 0, more: false } }
    // Found by the same way as the list itself, so it can neither disagree with it nor be slower than some pages of it.
    const filter = await narrowedBy(shell, filters)
    const found = await (sort === 'due'
      ? listByDue(shell.db, filter, null, COUNTED + 1)
      : listOrders(shell.db, filter, COUNTED + 1))
    return { ok: true, reply: { count: Math.min(found.length, COUNTED), more: found.length > COUNTED } }
  },

  urgeOrders: async (shell, { body: { orders, ...wish } }) => ({
    ok: true,
    reply: {
      results: await eachOrder(shell, orders, (one, id) =>
        changeAndTell(one, id, (order) => urgeOrder(order, wish, one.actor, one.at)),
      ),
    },
  }),

  exportOrders: async (shell, { query }) => ({ ok: true, reply: await exportOf(shell, query) }),
} satisfies Partial<Handlers<Shell>>
