import type { AssignmentId, OrderId } from '../ids.ts'

/** An assignment is named by its order and its number in it; addresses and tables carry the two apart. */
export const assignmentIdOf = ({ orderId, n }: { orderId: OrderId; n: number }): AssignmentId =>
  `${orderId}/${n}` as AssignmentId

/** The number again, from 1. */
export const assignmentNumberOf = (id: string): number => Number(id.slice(id.lastIndexOf('/') + 1))
