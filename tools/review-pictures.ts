import type { Page } from 'playwright-core'
import { staff } from './citizen-pictures.ts'

const UNIT = 'housing'
const REPORT = {
  handling: '接到诉求后当天派人到现场查看，情况属实，已会同物业处理并恢复正常，处理前后都拍了照，也当面告诉了居民。',
  publicReply: '您反映的问题已在现场核实并处理完毕，恢复正常使用。一周内会再去复查，如有反复请随时来电。',
  factTrue: 'yes',
  solved: 'solved',
  signer: '顾宏远',
}
const CONTACT = { method: 'phone', result: 'connected', summary: '已联系，约好当天到现场' }

type Assignment = { order: { id: string; title: string }; n: number; state: string; role: string }

const waits = async (page: Page): Promise<boolean> => {
  const answer = await page.request.get('/api/orders?state=pending-reply-review&limit=1')
  return ((await answer.json()) as { orders: unknown[] }).orders.length > 0
}

/** A unit answers one of its orders as it would, so that a reply waits for review; what a step refuses, another takes. */
async function unitAnswers(page: Page): Promise<void> {
  const unit = await staff(page, UNIT)
  const { assignments } = (await unit.read('/assignments?limit=200')) as { assignments: Assignment[] }
  const own = assignments.filter(({ role }) => role === 'lead')
  const rank = ['processing', 'signed', 'pending-sign']
  const likely = own
    .filter(({ state }) => rank.includes(state))
    .toSorted((a, b) => rank.indexOf(a.state) - rank.indexOf(b.state) || (a.order.id < b.order.id ? 1 : -1))
  for (const { order, n, state } of likely) {
    const at = `/orders/${order.id}/assignments/${n}`
    const steps = [
      ...(state === 'pending-sign' ? [() => unit(`${at}/sign`)] : []),
      ...(state === 'processing' ? [] : [() => unit(`${at}/contact`, CONTACT)]),
      () => unit(`${at}/report`, REPORT),
    ]
    const done = await steps
      .reduce<Promise<unknown>>((before, step) => before.then(step), Promise.resolve())
      .then(
        () => true,
        () => false,
      )
    if (done && (await waits(page))) return
  }
  throw new Error(`${UNIT} has nothing that it could answer`)
}

/** The reply review with an open reply: in the first hours of a demo's day none may wait, and a unit gives one. */
export async function openReview(page: Page): Promise<void> {
  if (!(await waits(page))) {
    await unitAnswers(page)
    await page.reload()
  }
  await page.getByRole('heading', { name: /单位的答复/ }).waitFor()
}
