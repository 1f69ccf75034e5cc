import type { SimClock } from './clock.ts'
import { Queue, type Timed } from './queue.ts'

/** Something that will happen to one life at one moment. */
type Item<Life> = Timed & { life: Life; step: (life: Life, at: number) => Promise<void> }

type ScheduleOptions = {
  clock: Pick<SimClock, 'at'>
  until: number
  /** lives whose moments lie this close run side by side; one life never overtakes itself */
  windowMs: number
  tickMs: number
  tick: (at: number) => Promise<void>
}

/** Runs lives through virtual time: earliest first, ticks in between, each call at its own moment. */
export class Schedule<Life extends object> {
  private readonly queue = new Queue<Item<Life>>()
  private readonly running = new Map<Life, Queue<Item<Life>>>()
  private readonly options: ScheduleOptions
  private windowEnd = 0
  private seq = 0

  constructor(options: ScheduleOptions) {
    this.options = options
  }

  add(life: Life, at: number, step: Item<Life>['step']): void {
    this.seq += 1
    const item = { at, seq: this.seq, life, step }
    const own = at < this.windowEnd ? this.running.get(life) : undefined
    if (own === undefined) this.queue.add(item)
    else own.add(item)
  }

  private async live(own: Queue<Item<Life>>): Promise<void> {
    for (let item = own.take(); item !== undefined; item = own.take()) {
      const { at, life, step } = item
      await this.options.clock.at(at, () => step(life, at))
    }
  }

  private async runWindow(end: number): Promise<void> {
    this.windowEnd = end
    for (let next = this.queue.first; next !== undefined && next.at < end; next = this.queue.first) {
      const item = this.queue.take()
      if (item === undefined) break
      const own = this.running.get(item.life) ?? new Queue<Item<Life>>()
      own.add(item)
      this.running.set(item.life, own)
    }
    await Promise.all([...this.running.values()].map((own) => this.live(own)))
    this.windowEnd = 0
    this.running.clear()
  }

  /** From `start` until the end; what lies beyond the end stays undone, as on any working day. */
  async run(start: number): Promise<void> {
    const { until, windowMs, tickMs, tick } = this.options
    for (let tickAt = start; tickAt <= until; tickAt += tickMs) {
      await this.options.clock.at(tickAt, () => tick(tickAt))
      const end = Math.min(tickAt + tickMs, until)
      for (let next = this.queue.first; next !== undefined && next.at < end; next = this.queue.first)
        await this.runWindow(Math.min(next.at + windowMs, end))
    }
  }
}
