/** What waits for this person, by rail entry, as it is shown: `23`, `99+`. */
export type Waiting = Readonly<Record<string, string | undefined>>

const NOTHING: Waiting = {}
export const useWaiting = (): Waiting => NOTHING
