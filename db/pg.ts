import pg from 'pg'
import { inTurn, type Runs } from './in-turn.ts'
import { type Db, render, type Sql } from './sql.ts'

const { builtins } = pg.types
/** One reading of every type, whatever the server: 64-bit counts as numbers, moments as ISO UTC, days as text. */
pg.types.setTypeParser(builtins.INT8, Number)
pg.types.setTypeParser(builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString())
pg.types.setTypeParser(builtins.DATE, (text) => text)
pg.types.setTypeParser(builtins.NUMERIC, Number)

export type Inspect = (query: Sql, fields: readonly string[], wanted: readonly string[]) => void

const ask = (client: Runs, query: Sql) => {
  const { text, values } = render(query)
  return client.query(query.name === undefined ? { text, values } : { name: query.name, text, values })
}

function dbOver(client: Runs, inspect: Inspect | undefined, inTx: boolean, tx: Db['tx']): Db {
  return {
    inTx,
    rows: async (query, row) => {
      const result = await ask(client, query)
      if (inspect !== undefined && 'shape' in row)
        inspect(
          query,
          result.fields.map((field) => field.name),
          Object.keys(row.shape as object),
        )
      return result.rows.map((found) => row.parse(found))
    },
    run: async (query) => (await ask(client, query)).rowCount ?? 0,
    tx,
  }
}

const RETRIED = new Set(['40001', '40P01'])
const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

async function inTransaction<T>(pool: pg.Pool, inspect: Inspect | undefined, work: (db: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const { query } = inTurn(client)
  let broken: Error | undefined
  try {
    await query({ text: 'begin' })
    const db: Db = dbOver({ query }, inspect, true, (inner) => inner(db))
    const result = await work(db)
    await query({ text: 'commit' })
    return result
  } catch (error) {
    await query({ text: 'rollback' }).catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** The database over a pool. A deadlock or serialisation failure is tried again: work given to `tx` must be repeatable. */
export function pgDb(pool: pg.Pool, inspect?: Inspect): Db {
  const tx: Db['tx'] = async (work) => {
    for (let attempt = 1; ; attempt++)
      try {
        return await inTransaction(pool, inspect, work)
      } catch (error) {
        if (attempt >= 3 || !RETRIED.has(codeOf(error))) throw error
      }
  }
  return dbOver(pool, inspect, false, tx)
}

type PoolOptions = {
  max?: number
  onError?: (error: Error) => void
  settings?: Readonly<Record<string, string>>
}

/** A pool whose idle connections may break without taking the process along; sessions speak UTC. */
export function openPool(url: string, { max = 10, onError, settings = {} }: PoolOptions = {}): pg.Pool {
  const options = Object.entries({ timezone: 'UTC', statement_timeout: '60000', ...settings })
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 10_000, options })
  pool.on('error', (error) => onError?.(error))
  pool.on('connect', (client) => client.on('error', (error) => onError?.(error)))
  return pool
}
