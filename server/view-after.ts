import type { OrderView } from '#contract/views.ts'
import type { OrderId } from '#domain/ids.ts'
import { type Changed, changeOrder } from './change-order.ts'
import { viewOf } from './order-view.ts'
import type { Shell } from './shell.ts'

type Viewed<R extends string> = { ok: true; reply: OrderView } | Extract<Changed<R>, { ok: false }>

/** A change's answer: the order as the caller sees it afterwards. */
export async function viewAfter<R extends string>(shell: Shell, changing: Promise<Changed<R>>): Promise<Viewed<R>> {
  const changed = await changing
  return changed.ok ? { ok: true, reply: viewOf(shell, changed.reply) } : changed
}

/** What most handlers do: let one decision change the order, and answer with it. */
export const changeAndView = <R extends string>(
  shell: Shell,
  id: OrderId,
  decideOn: Parameters<typeof changeOrder<R>>[2],
): Promise<Viewed<R>> => viewAfter(shell, changeOrder(shell, id, decideOn))
