import type { CategoryCode } from '#domain/ids.ts'
import { act, type Life, type World } from '../world.ts'

/** Somebody at the hotline sees that the scene is wrong and corrects it, having read the newest version. */
export async function amendCategory(world: World, life: Life, who: string, category: CategoryCode): Promise<boolean> {
  if (life.order === null) return false
  const params = { orderId: life.order.id }
  const newest = await act(world, life, who, 'getOrder', { params })
  if (newest === null) return false
  const request = { ...life.story.request, category }
  const body = { request, reason: '事项分类有误，按诉求内容更正' }
  if ((await act(world, life, who, 'amendOrder', { params, body }, `"${newest.version}"`)) === null) return false
  life.category = category
  return true
}
