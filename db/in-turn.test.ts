import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

const answered = (text: string): pg.QueryResult => ({ command: text, rowCount: 1, oid: 0, fields: [], rows: [text] })

function slowly(log: string[]) {
  return {
    query: async ({ text }: pg.QueryConfig) => {
      log.push(`${text} begins`)
      await wait(1)
      log.push(`${text} ends`)
      if (text === 'fails') throw new Error('no such column')
      return answered(text)
    },
  }
}

test('questions asked at once are answered one after the other, and one that fails keeps none from its turn', async () => {
  const log: string[] = []
  const { query } = inTurn(slowly(log))
  const all = await Promise.allSettled(['first', 'fails', 'last'].map((text) => query({ text })))
  expect(log).toEqual(['first begins', 'first ends', 'fails begins', 'fails ends', 'last begins', 'last ends'])
  expect(all.map((one) => (one.status === 'fulfilled' ? one.value.command : one.reason.message))).toEqual([
    'first',
    'no such column',
    'last',
  ])
})
