import type { Order } from '#domain/order/order.ts'
import { isHotlineDesk, isSignedHandler } from './scope.ts'
import type { Shell } from './shell.ts'

/**
 * A picture's place and time may lead to the citizen's door. So they go with the citizen's identity: to the hotline's
 * desks, and to the unit that has signed for the order unless the citizen asked for confidentiality or stays unnamed.
 * Everybody else, machines and citizens included, gets the copy without them.
 */
export function mayHaveOriginal(shell: Pick<Shell, 'caller'>, order: Order): boolean {
  if (isHotlineDesk(shell.caller)) return true
  const { confidential, anonymous } = order.request
  return confidential === 'none' && !anonymous && isSignedHandler(shell, order)
}
