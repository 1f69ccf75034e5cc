import type { GridTask } from '#contract/grid.ts'
import type { GridAction } from '#contract/grid-actions.ts'
import type { Outgoing } from '#domain/grid/outbox.ts'
import { useGridOutbox } from './grid-outbox.ts'
import { useGridTasks } from './grid-tasks.ts'

/** A task as the phone knows it: what the server said, and what was done here since. */
export type LocalTask = GridTask & {
  unsent: readonly GridAction['kind'][]
  /** a result or a report up is on its way: nothing more to do */
  settled: boolean
  signed: boolean
  there: boolean
}

const isOf = (task: GridTask, { action }: Outgoing<GridAction>): boolean =>
  'orderId' in action && action.orderId === task.orderId && action.n === task.n

function localTask(task: GridTask, waiting: readonly Outgoing<GridAction>[]): LocalTask {
  const unsent = waiting.filter((one) => isOf(task, one)).map(({ action }) => action.kind)
  const said = (kind: GridAction['kind']) => unsent.includes(kind)
  return {
    ...task,
    unsent,
    settled: said('result') || said('report-up'),
    signed: task.state !== 'pending-sign' || said('sign'),
    there: task.arrivedAt !== null || said('arrive'),
  }
}

export function useLocalTasks(): readonly LocalTask[] {
  const { waiting } = useGridOutbox()
  const { tasks } = useGridTasks()
  return (tasks?.tasks ?? []).map((task) => localTask(task, waiting))
}

export const useLocalTask = (orderId: string, n: number): LocalTask | undefined =>
  useLocalTasks().find((task) => task.orderId === orderId && task.n === n)
