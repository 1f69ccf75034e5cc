import type { AssignmentId } from '../ids.ts'
import type { Actor } from '../order/actor.ts'
import type { Assignment, Order } from '../order/order.ts'

/** What a grid worker has is theirs: a fellow worker of the community does not act on it, its liaison may. */
const isTheirs = ({ grid }: Assignment, by: Actor): boolean =>
  grid === null || by.role !== 'grid-worker' || grid.worker === by.id

/** The assignment by that id, if it belongs to the actor's own unit: nobody acts for another unit. */
export const ownAssignment = (order: Order, id: AssignmentId, by: Actor): Assignment | undefined =>
  order.assignments.find((a) => a.id === id && a.unit === by.unit && isTheirs(a, by))

/** Assignments handed down from this one, at any depth. */
export function subAssignmentsOf<A extends Pick<Assignment, 'id' | 'parent'>>(
  order: { assignments: readonly A[] },
  parent: AssignmentId,
): readonly A[] {
  const direct = order.assignments.filter((a) => a.parent === parent)
  return [...direct, ...direct.flatMap((a) => subAssignmentsOf(order, a.id))]
}
