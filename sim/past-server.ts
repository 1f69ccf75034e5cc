import type { FastifyInstance } from 'fastify'
import { openPool, pgDb } from '#db/pg.ts'
import { changeFeed } from '#server/changes.ts'
import { handlersWith } from '#server/handlers.ts'
import { httpServer } from '#server/http.ts'
import type { House } from '#server/shell.ts'
import { momentOf } from './moment.ts'

export type PastServer = { house: House; app: FastifyInstance; close(): Promise<void> }

/**
 * The platform as the past asks it: each request at its own moment, over a database that waits for no disk. An invented
 * past may be lost to a power cut, it is only made again. It never listens, so nobody else can bring a moment along.
 */
export function pastServer(given: House, url: string): PastServer {
  const pool = openPool(url, { max: 8, settings: { synchronous_commit: 'off' } })
  const house = { ...given, db: pgDb(pool) }
  const feed = changeFeed(house)
  const app = httpServer(house, handlersWith(feed), { now: momentOf })
  const close = async () => {
    feed.stop()
    await app.close()
    await pool.end()
  }
  return { house, app, close }
}
