import { loadKnowledge } from '#city/load-knowledge.ts'
import { hasItems, keepItem } from '#db/knowledge.ts'
import { dayOf } from '#domain/ids.ts'
import { createItem, putInForce } from '#domain/knowledge/change-item.ts'
import { searchBody } from './knowledge.ts'
import type { House } from './shell.ts'

const FROM_FOLDER = { id: 'system', name: '知识库初始内容' }

/** The city folder's items, in force, into a knowledge base in which nobody has written yet. */
export async function seedKnowledge(house: House): Promise<number> {
  if (await hasItems(house.db)) return 0
  const given = await loadKnowledge(house.cityFolder)
  const at = house.now()
  return house.db.tx(async (db) => {
    for (const { id, ...text } of given) {
      const created = createItem(id, text, house.city)
      if (!created.ok) throw new Error(`knowledge.csv ${id}: ${created.refusal}`)
      const inForce = putInForce(created.item, dayOf(at))
      const item = inForce.ok ? { ...inForce.item, version: 1 } : created.item
      await keepItem(db, item, searchBody(item), FROM_FOLDER, at)
    }
    return given.length
  })
}
