import type { Db } from '#db/sql.ts'
import type { Matter } from '#language/same/likeness.ts'
import { type SameIndex, sameIndex } from '#language/same/same-index.ts'
import { EMPTY_TABLE, type WordTable } from '#language/same/word-table.ts'
import type { KnownLeads } from './known-leads.ts'

/** A stored text, and what it is compared by. */
export type Known = { body: string; matter: Matter }

/** What this process knows of what was said: the index of open and recent orders, and how common the words are. */
export type SameState = {
  index: SameIndex
  /** the table with which signatures are made, and its number; 0: nothing learned yet */
  words: { no: number; table: WordTable }
  /** how far back the index was read: what the city's policy said then */
  looksBack: { recentDays: number; windowDays: number }
  /** texts made ready lately, the oldest first */
  matters: Map<string, Known>
  leads: KnownLeads
  /** how far the index is: not begun, on its way through the keys, or kept up to date from that transaction on */
  progress: { at: 'empty' } | { at: 'loading'; after: string; since: string } | { at: 'following'; since: string }
}

/** What reading and writing signatures needs of a house. */
export type SameHouse = { db: Db; same: SameState }

export const newSameState = (): SameState => ({
  index: sameIndex(),
  words: { no: 0, table: EMPTY_TABLE },
  looksBack: { recentDays: 0, windowDays: 0 },
  matters: new Map(),
  leads: new Map(),
  progress: { at: 'empty' },
})

export const isReady = (state: SameState): boolean => state.progress.at === 'following'
