import type pg from 'pg'

export type Runs = { query(config: pg.QueryConfig): Promise<pg.QueryResult> }

/**
 * One connection answers one question at a time: of several asked at once inside a transaction each waits for the one
 * before, whether that went well or not. The driver's own queue for it ends with its next major version.
 */
export function inTurn(client: Runs): Runs {
  let last: Promise<unknown> = Promise.resolve()
  return {
    query: (config) => {
      const ask = () => client.query(config)
      const answer = last.then(ask, ask)
      last = answer
      return answer
    },
  }
}
