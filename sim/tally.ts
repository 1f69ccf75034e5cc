/** What the simulator saw happen: for its report, and to notice when it asks for what it may not have. */
export class Tally {
  calls = 0
  accepted = 0
  answeredDirectly = 0
  dispatched = 0
  merged = 0
  returned = 0
  /** dispatched to a grid worker, and what became of it or came from them */
  toGrid = 0
  byGrid = 0
  reportedUp = 0
  whistled = 0
  withdrawn = 0
  reworked = 0
  reopened = 0
  closed = 0
  calledBack = 0
  solved = { right: 0, of: 0 }
  satisfied = { right: 0, of: 0 }
  readonly byDomain = new Map<string, number>()
  readonly refusals = new Map<string, number>()
  /** one example of each refusal */
  readonly details = new Map<string, string>()

  refuse(what: string, detail: string): void {
    this.refusals.set(what, (this.refusals.get(what) ?? 0) + 1)
    if (!this.details.has(what)) this.details.set(what, detail)
  }

  accept(category: string | null): void {
    const domain = category?.slice(0, 1) ?? '?'
    this.accepted += 1
    this.byDomain.set(domain, (this.byDomain.get(domain) ?? 0) + 1)
  }
}
