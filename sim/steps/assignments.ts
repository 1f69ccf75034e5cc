import { assignmentNumberOf } from '#domain/order/assignment-id.ts'
import type { Life } from '../world.ts'

export type Assigned = NonNullable<Life['order']>['assignments'][number]

export const numberOf = (assignment: Assigned): number => assignmentNumberOf(assignment.id)
export const assignmentOf = (life: Life, n: number): Assigned | undefined =>
  life.order?.assignments.find((a) => numberOf(a) === n)

const OPEN = ['pending-sign', 'signed', 'processing', 'sent-back']
export const isOpenAssignment = (assignment: Assigned): boolean => OPEN.includes(assignment.state)
export const isBeforeReport = (assignment: Assigned | undefined): assignment is Assigned =>
  assignment !== undefined && isOpenAssignment(assignment) && assignment.state !== 'sent-back'
