import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { RawAnswer, RawRequest } from './api-client.ts'
import type { FromHelper, HelperTask, ToHelper } from './helper-messages.ts'
import type { Wire } from './sessions.ts'

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const program = fileURLToPath(new URL('./past-helper.ts', import.meta.url))
/** Short-lived objects by the gigabyte: with room for them a tenth of the time is saved, and the room is given back. */
const ROOM = '--max-semi-space-size=32'

type Waiting = { resolve(answer: RawAnswer): void; reject(error: Error): void }

/** One process with calls on their way to it. */
class Helper {
  readonly child: ChildProcess
  readonly waiting = new Map<number, Waiting>()
  isReady = false
  private no = 0

  constructor(task: HelperTask) {
    this.child = fork(program, [], { execArgv: [ROOM, '--import', tsx], serialization: 'advanced' })
    this.child.on('message', (message: FromHelper) => this.hear(message))
    this.child.on('error', (error) => this.lose(error))
    this.child.on('exit', () => this.lose(new Error('a helper of the past has ended')))
    this.tell({ kind: 'open', task })
  }

  private tell(message: ToHelper): void {
    this.child.send(message, (error) => {
      if (error !== null) this.lose(error)
    })
  }

  private hear(message: FromHelper): void {
    if (message.kind === 'ready') this.isReady = true
    else if (message.kind === 'fault') this.lose(new Error(message.message))
    else this.answer(message)
  }

  private answer({ no, answer }: Extract<FromHelper, { kind: 'told' }>): void {
    const header = (name: string) => (name === 'etag' ? answer.etag : null)
    this.waiting.get(no)?.resolve({ status: answer.status, text: answer.text, header })
    this.waiting.delete(no)
  }

  /** Nothing is sent there any more. What is under way is lost, and with it the past: the next start makes it anew. */
  private lose(error: Error): void {
    this.isReady = false
    for (const { reject } of this.waiting.values()) reject(error)
    this.waiting.clear()
  }

  ask(request: RawRequest): Promise<RawAnswer> {
    this.no += 1
    const { no } = this
    return new Promise((resolve, reject) => {
      this.waiting.set(no, { resolve, reject })
      this.tell({ kind: 'ask', no, request })
    })
  }
}

/** The first process has a processor already; with more than three the database is what there is to wait for. */
const spare = (): number => Math.min(2, availableParallelism() - 1)

/**
 * The platform in several processes on one database, as a large city runs it, so that a past is made on all processors:
 * each request goes where the fewest are under way. A helper takes part from the moment it is ready; the first process
 * begins at once and alone, and stays alone where a helper cannot start. `own` leads into the first process.
 */
export function withHelpers(
  own: Wire,
  config: HelperTask['config'],
  count: number = spare(),
): { wire: Wire; end(): void } {
  const helpers = Array.from({ length: count }, (_, i) => new Helper({ config, town: i + 1 }))
  let ownWaiting = 0
  const askOwn = async (request: RawRequest): Promise<RawAnswer> => {
    ownWaiting += 1
    try {
      return await own(request)
    } finally {
      ownWaiting -= 1
    }
  }
  return {
    wire: (request) => {
      const [free] = helpers.filter(({ isReady }) => isReady).sort((a, b) => a.waiting.size - b.waiting.size)
      if (free === undefined || ownWaiting <= free.waiting.size) return askOwn(request)
      return free.ask(request)
    },
    end: () => {
      for (const { child } of helpers) if (child.connected) child.disconnect()
    },
  }
}
