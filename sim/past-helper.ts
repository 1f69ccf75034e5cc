import { openHouse } from '#server/open-house.ts'
import type { FromHelper, HelperTask, ToHelper } from './helper-messages.ts'
import { pastServer } from './past-server.ts'
import type { Wire } from './sessions.ts'
import { injectWire } from './wires.ts'

/** A second process of the same platform on the same database, as a city would run it; it is asked over its channel. */
const tell = (message: FromHelper): void => void process.send?.(message)
const words = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error))

async function open({ config, town }: HelperTask): Promise<Wire> {
  const log = { info: () => undefined, error: (fields: object, text: string) => console.error(text, fields) }
  const { house } = await openHouse(config, log)
  return injectWire(pastServer(house, config.databaseUrl).app, town)
}

let wire: Promise<Wire> | null = null
const fault = (error: unknown) => tell({ kind: 'fault', message: words(error) })

async function answer({ no, request }: Extract<ToHelper, { kind: 'ask' }>): Promise<void> {
  const send = await wire
  if (send === null) throw new Error('asked before it was opened')
  const { status, text, header } = await send(request)
  tell({ kind: 'told', no, answer: { status, text, etag: header('etag') } })
}

process.on('message', (message: ToHelper) => {
  if (message.kind === 'ask') {
    answer(message).catch(fault)
    return
  }
  wire = open(message.task)
  wire.then(() => tell({ kind: 'ready' }), fault)
})
// Whoever asked has gone, or has all it wanted: nothing here is worth finishing.
process.on('disconnect', () => process.exit(0))
