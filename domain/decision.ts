/** What a person's wish leads to: the events that shall be appended, or a "no" that the contract names and words. */
export type Decision<Event, Refusal extends string> =
  | { ok: true; events: readonly Event[] }
  | { ok: false; refusal: Refusal }

export const decide = <Event>(...events: Event[]): Decision<Event, never> => ({ ok: true, events })
export const refuse = <const R extends string>(refusal: R): Decision<never, R> => ({ ok: false, refusal })
