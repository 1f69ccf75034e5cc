import { useSyncExternalStore } from 'react'
import type { z } from 'zod'
import type { listGridTasks } from '#contract/grid.ts'
import { serverNow } from '../now.ts'
import { ask } from './grid-line.ts'
import { gridOutbox } from './grid-outbox.ts'
import { keepValue, keptValue } from './grid-store.ts'

type GridTasks = z.output<(typeof listGridTasks)['reply']>
type TasksState = {
  tasks: GridTasks | null
  /** when the server last said it, in ms; null: never on this phone */
  asOf: number | null
  /** the last attempt did not reach the server */
  cut: boolean
}

const LIST: (typeof listGridTasks)['path'] = '/grid/tasks'
const AGAIN_MS = 60_000

let state: TasksState = { tasks: null, asOf: null, cut: false }
let who: string | null = null
/** the server no longer knows the session */
let lost: () => void = () => undefined
let timer: ReturnType<typeof setInterval> | undefined
const hearers = new Set<() => void>()

function become(part: Partial<TasksState>): void {
  state = { ...state, ...part }
  for (const hear of hearers) hear()
}

async function load(): Promise<void> {
  const person = who
  if (person === null) return
  const heard = await ask(LIST, 'GET')
  if (who !== person) return
  if (heard.status === 401) return lost()
  if (heard.status !== 200) return become({ cut: heard.status === null })
  const [tasks, asOf] = [heard.body as GridTasks, serverNow()]
  become({ tasks, asOf, cut: false })
  await keepValue(`tasks ${person}`, { tasks, asOf })
}

window.addEventListener('online', () => void load())
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void load())
gridOutbox.onSettled(() => void load())

export const gridTasks = {
  get: (): TasksState => state,
  listen: (hear: () => void) => {
    hearers.add(hear)
    return () => hearers.delete(hear)
  },
  begin: async (person: string): Promise<void> => {
    who = person
    const kept = await keptValue<Pick<TasksState, 'tasks' | 'asOf'>>(`tasks ${person}`)
    if (kept !== null && state.tasks === null) become(kept)
    clearInterval(timer)
    timer = setInterval(() => void load(), AGAIN_MS)
    await load()
  },
  end: (): void => {
    who = null
    clearInterval(timer)
    become({ tasks: null, asOf: null, cut: false })
  },
  load: (): void => void load(),
  onLost: (tell: () => void): void => {
    lost = tell
  },
}

export const useGridTasks = (): TasksState => useSyncExternalStore(gridTasks.listen, gridTasks.get)
