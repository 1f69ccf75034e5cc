import { atDesk, aWhile, MINUTE } from '../delays.ts'
import { chance } from '../random.ts'
import { act, after, type Doing } from '../world.ts'
import { amendCategory } from './amend.ts'
import { onwards } from './onwards.ts'

/** 预审: a look at the elements and the scene before it may be dispatched. */
export const review: Doing<'review'> = async (world, life, at) => {
  const { order, random, story } = life
  if (order === null) return
  const reviewer = world.people.onDuty('reviewer', random, at).login
  const params = { orderId: order.id }
  const wrong = story.trueCategory !== null && life.category !== story.trueCategory
  if (story.trueCategory !== null && wrong && (life.category === null || chance(random, world.rates.reviewerNotices)))
    await amendCategory(world, life, reviewer, story.trueCategory)
  if (chance(random, world.rates.intakeSentBack)) {
    const body = { verdict: 'send-back' as const, defects: '请补充具体门牌号和发生时间，并核对联系方式。' }
    if ((await act(world, life, reviewer, 'reviewIntake', { params, body })) !== null)
      after(world, life, atDesk(world, 'front', at, aWhile(random, 10 * MINUTE, 30 * MINUTE)), { kind: 'submit-again' })
    return
  }
  if ((await act(world, life, reviewer, 'reviewIntake', { params, body: { verdict: 'pass' } })) !== null)
    onwards(world, life, at)
}

export const submitAgain: Doing<'submit-again'> = async (world, life, at) => {
  if (life.order === null) return
  const agent = world.people.onDuty('agent', life.random, at).login
  const params = { orderId: life.order.id }
  await act(world, life, agent, 'supplementOrder', { params, body: { text: '已与诉求人联系，补充了具体位置和时间。' } })
  if ((await act(world, life, agent, 'submitOrder', { params, body: {} })) !== null) onwards(world, life, at)
}
