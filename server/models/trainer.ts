import { ModelCard } from '#contract/model-card.ts'
import { addToAdminLog } from '#db/admin-log.ts'
import { addCategoryModel, categoryModelFile, findCategoryModel } from '#db/category-models.ts'
import { type Beat, beatTraining, beginTraining, endTraining } from '#db/category-trainings.ts'
import { trainingOrders } from '#db/training-orders.ts'
import { instantOf } from '#domain/ids.ts'
import type { House } from '../shell.ts'
import { labelsEver, labelsOf } from './city-labels.ts'
import type { Trainer, TrainingEnd } from './model-state.ts'
import { startTraining, type Trained, type Training } from './run-training.ts'
import type { TrainingOrder } from './training-order.ts'

/** The newest orders; older ones speak of a city that has changed since, and 100,000 are learned within five minutes. */
export const MOST_ORDERS = 100_000
const PAGE = 2000
const BEAT_MS = 2000
/** A training that has not beaten for so long was cut off with its process. */
export const DEAD_AFTER_MS = 30_000

type Watch = (beat: Beat) => void

/** What training needs of a house: a command at the terminal has no more. */
export type TrainingHouse = Pick<House, 'db' | 'city' | 'cityFolder' | 'models' | 'now' | 'log'>

async function feed(house: TrainingHouse, training: Training, most: number, watch: Watch): Promise<number> {
  let [before, read]: [string | null, number] = [null, 0]
  while (read < most) {
    const rows = await trainingOrders(house.db, before, Math.min(PAGE, most - read))
    const last = rows.at(-1)
    if (last === undefined) break
    const orders = rows.map(
      (row): TrainingOrder => ({
        id: row.order_id,
        no: row.order_no,
        title: row.title,
        content: row.content,
        code: row.category,
        at: row.received_at,
        corrected: row.corrected,
      }),
    )
    await training.learn(orders)
    before = last.order_id
    read += rows.length
    watch({ step: 'reading', done: read, of: most })
  }
  return read
}

/** The model in force with what it had learned until when, to be measured on the same orders. */
async function rivalOf({ db, models }: TrainingHouse) {
  if (models.inForce === null) return null
  const { number } = models.inForce
  const [row, file] = await Promise.all([findCategoryModel(db, number), categoryModelFile(db, number)])
  const card = ModelCard.safeParse(row?.card)
  return file === undefined ? null : { number, file, until: card.data?.learned.until ?? null }
}

/** Reads, measures and learns; nothing is written. `onStart` hands out what can be stopped. */
export async function trainOn(
  house: TrainingHouse,
  most: number,
  watch: Watch,
  onStart: (training: Training) => void = () => undefined,
): Promise<Trained> {
  let read = 0
  const training = startTraining((step) => watch({ step, done: read, of: read }))
  onStart(training)
  try {
    read = await feed(house, training, most, watch)
    const { city, db, cityFolder } = house
    const [ever, rival] = [await labelsEver(db, city, cityFolder), await rivalOf(house)]
    return await training.train({ labels: labelsOf(city), ever, phrases: city.phrases, rival })
  } finally {
    training.stop()
  }
}

async function keep(house: TrainingHouse, { file, card }: Trained, by: string): Promise<number> {
  const at = house.now()
  return house.db.tx(async (db) => {
    const model = { origin: 'trained', by, labelSet: card.labelSet, card, file } as const
    const number = await addCategoryModel(db, model, at)
    const detail = { number, orders: card.learned.orders, phrases: card.learned.phrases }
    await addToAdminLog(db, { actor: by, action: 'model-trained', target: `model/${number}`, detail }, at)
    return number
  })
}

type Options = { most?: number; watch?: Watch }

/** One training at a time over all processes; while it lives its row beats, so that others know it does. */
export function trainerOf(houseOf: () => TrainingHouse, { most = MOST_ORDERS, watch: told }: Options = {}): Trainer {
  let current: { training: Training | null; ended: Promise<TrainingEnd> } | null = null
  let stopped = false

  const run = async (n: number, by: string): Promise<TrainingEnd> => {
    const house = houseOf()
    let beat: Beat = { step: 'reading', done: 0, of: 0 }
    const tell = () => void beatTraining(house.db, n, beat, house.now()).catch(() => undefined)
    const timer = setInterval(tell, BEAT_MS)
    const watch: Watch = (next) => {
      const moved = next.step !== beat.step
      beat = next
      if (moved) tell()
      told?.(next)
    }
    try {
      const trained = await trainOn(house, most, watch, (training) => {
        if (current !== null) current.training = training
      })
      const model = await keep(house, trained, by)
      await endTraining(house.db, n, { model, fault: null }, house.now())
      return { model, trained }
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error)
      if (!stopped) house.log.error({ training: n, error: fault }, 'training failed')
      await endTraining(house.db, n, { model: null, fault }, house.now()).catch(() => undefined)
      return { fault }
    } finally {
      clearInterval(timer)
    }
  }

  return {
    begin: async (by) => {
      // One's own lives whatever a clock says that was set forward.
      if (current !== null) return { ok: false, refusal: 'already-training' }
      const house = houseOf()
      const now = house.now()
      const n = await beginTraining(house.db, by, now, instantOf(Date.parse(now) - DEAD_AFTER_MS))
      if (n === null) return { ok: false, refusal: 'already-training' }
      const running = { training: null as Training | null, ended: Promise.resolve<TrainingEnd>({ fault: '' }) }
      current = running
      running.ended = run(n, by).finally(() => {
        if (current === running) current = null
      })
      return { ok: true, n, ended: running.ended }
    },
    stop: async () => {
      stopped = true
      current?.training?.stop()
      await current?.ended
    },
  }
}
