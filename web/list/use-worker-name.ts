import { listGridWorkers } from '#contract/grid.ts'
import { mayCall } from '#contract/may-call.ts'
import { useMe } from '../session/use-me.ts'
import { useApi } from '../use-api.ts'

/** A grid worker's name for whoever may read the list of them; null: nobody is asked for, or the name may not be known. */
export function useWorkerName(id: string | null): string | null {
  const { roles } = useMe()
  const enabled = id !== null && mayCall('listGridWorkers', roles)
  const { data } = useApi(listGridWorkers, {}, { enabled })
  return data?.workers.find((worker) => worker.id === id)?.name ?? null
}
