import { fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { setPriority } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { ModelCard } from '#contract/model-card.ts'
import type { FromTraining, ToTraining, TrainingStep } from './train-process.ts'
import type { TrainingOrder } from './training-order.ts'

export type Trained = { file: Uint8Array; card: ModelCard }
type Task = Omit<Extract<ToTraining, { kind: 'train' }>, 'kind'>
export type Training = ReturnType<typeof startTraining>

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const program = fileURLToPath(new URL('./train-process.ts', import.meta.url))

/**
 * Trains in a process of its own, with memory of its own and, beside the calls, of low priority: whoever calls the hotline
 * comes first. A first start waits for it (`awaited`). Orders come in heaps as they are read; `stop` ends it wherever it is.
 */
export function startTraining(onStep: (step: TrainingStep) => void, how: 'beside' | 'awaited' = 'beside') {
  const child = fork(program, [], { execArgv: ['--import', tsx], serialization: 'advanced', env: {} })
  if (how === 'beside' && child.pid !== undefined) setPriority(child.pid, 10)
  const tell = (message: ToTraining): Promise<void> =>
    new Promise((resolve, reject) => child.send(message, (error) => (error === null ? resolve() : reject(error))))
  const trained = new Promise<Trained>((resolve, reject) => {
    child.on('message', (message: FromTraining) => {
      if (message.kind === 'step') onStep(message.step)
      else if (message.kind === 'done') resolve({ file: message.file, card: message.card })
      else reject(new Error(message.message))
    })
    child.on('error', reject)
    child.on('exit', () => reject(new Error('the training was stopped')))
  })
  // Whoever stops it before the end does not wait for the result.
  trained.catch(() => undefined)
  const stop = (): void => void child.kill()
  return {
    learn: (orders: readonly TrainingOrder[]) => tell({ kind: 'orders', orders }),
    train: async (task: Task): Promise<Trained> => {
      try {
        await tell({ kind: 'train', ...task })
        return await trained
      } finally {
        stop()
      }
    },
    stop,
  }
}
