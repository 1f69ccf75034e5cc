import type { SeatRow } from '#contract/seat.ts'
import type { ListedOrder } from '#db/listed-order.ts'
import type { City } from '#domain/city/city.ts'
import type { CategoryCode, Instant, OrderId } from '#domain/ids.ts'
import type { OrderState } from '#domain/order/states.ts'
import { categoryName, unitName } from './order-view.ts'

export function seatRow(city: City, row: ListedOrder): SeatRow {
  return {
    id: row.order_id as OrderId,
    no: row.order_no,
    title: row.title,
    state: row.state as OrderState,
    light: row.light as SeatRow['light'],
    category: row.category === '' ? null : (row.category as CategoryCode),
    categoryName: categoryName(city, row.category),
    receivedAt: row.received_at as Instant,
    endedAt: row.ended_at as Instant | null,
    citizenDue: row.citizen_due as Instant | null,
    leadUnitName: row.lead_unit === '' ? null : unitName(city, row.lead_unit),
  }
}
