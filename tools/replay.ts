import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { loadCity } from '#city/load-city.ts'
import { dayOf, instantOf } from '#domain/ids.ts'
import { DEMO_PASSWORD } from '#server/demo-password.ts'
import { clientOver } from '#sim/api-client.ts'
import { realClock } from '#sim/clock.ts'
import { DAY } from '#sim/delays.ts'
import { ownServer } from '#sim/own-server.ts'
import { peopleOf } from '#sim/people.ts'
import { readPlaces } from '#sim/places.ts'
import { randomOf } from '#sim/random.ts'
import { readMessages } from '#sim/real-messages.ts'
import { replayMessages, SETTLING_DAYS } from '#sim/replay.ts'
import { addedSince, figureLines, readFigures, storyLines } from '#sim/replay-report.ts'
import { logInWith, withSessions } from '#sim/sessions.ts'
import { fetchWire } from '#sim/wires.ts'
import { runCommand } from './data-command.ts'

const USAGE =
  'npm run replay -- FILE.jsonl.gz [--days 30] [--orders N] [--seed N] [--url http://127.0.0.1:12345 [--speed N] [--password P]]'
const cityFolder = fileURLToPath(new URL('../city/demo', import.meta.url))

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    days: { type: 'string', default: '30' },
    orders: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    speed: { type: 'string', default: 'Infinity' },
    url: { type: 'string' },
    password: { type: 'string', default: DEMO_PASSWORD },
  },
})

/** A running server keeps its own time and its own sweeps: the story is only told to it faster. */
async function runningServer(url: string, from: number) {
  const wire = fetchWire(url)
  const sessions = logInWith(wire, () => values.password)
  const clock = realClock(from, Number(values.speed))
  const none = async () => undefined
  return { city: await loadCity(cityFolder), clock, wire, sessions, tick: none, toGrid: null, close: none }
}

async function replay(file: string): Promise<void> {
  const days = Number(values.days)
  const span = (days + SETTLING_DAYS) * DAY
  const from = values.url === undefined ? Date.now() - span : Date.now()
  const messages = await readMessages(file, Number(values.orders))
  const server = values.url === undefined ? await ownServer(from, from + span) : await runningServer(values.url, from)
  try {
    const { city, clock, tick, toGrid } = server
    const send = clientOver(withSessions(server.wire, server.sessions))
    const supervisor = peopleOf(city).onDuty('supervisor', randomOf(1), from).login
    const before = await readFigures(send, supervisor)
    const begun = performance.now()
    const places = readPlaces(city, cityFolder)
    const tally = await replayMessages({
      send,
      city,
      places,
      clock,
      tick,
      toGrid,
      from,
      days,
      messages,
      seed: Number(values.seed),
    })
    clock.setNow(instantOf(from + span))
    const seconds = (performance.now() - begun) / 1000
    console.log(`${messages.length} messages over ${days} days: ${tally.calls} calls in ${seconds.toFixed(1)} s`)
    for (const line of figureLines(addedSince(before, await readFigures(send, supervisor)), city)) console.log(line)
    for (const line of await storyLines(send, supervisor, dayOf(instantOf(from)), 5)) console.log(line)
    for (const [what, n] of tally.refusals) console.log(`refused ${n}× ${what} ${tally.details.get(what) ?? ''}`)
  } finally {
    await server.close()
  }
}

await runCommand(async () => {
  const [file] = positionals
  if (file === undefined) throw new Error(USAGE)
  if (existsSync(file)) return replay(file)
  console.log(`${file}: no such file, nothing to replay. 没有找到消息文件,跳过重放。\n${USAGE}`)
})
