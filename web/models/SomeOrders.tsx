import { OrderLink } from '../list/OrderLink.tsx'

/** Some of the orders a number counts: their last digits open them. */
export const SomeOrders = ({ orders }: { orders: readonly { id: string; no: string }[] }) => (
  <span className="models-orders">
    {orders.map(({ id, no }) => (
      <OrderLink key={id} id={id} title={no.slice(-5)} />
    ))}
  </span>
)
