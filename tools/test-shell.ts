import { acceptOrder } from '#contract/accept.ts'
import type { StoredOrder } from '#db/orders.ts'
import type { Role } from '#domain/city/vocabulary.ts'
import type { UnitId } from '#domain/ids.ts'
import { accept } from '#server/accept.ts'
import type { House, Shell } from '#server/shell.ts'

/** A call's view of the house for one role, without the HTTP around it. */
export const shellAs = (house: House, role: Role, unit = 'hotline'): Shell => ({
  ...house,
  caller: {
    kind: 'staff',
    id: `s-${role}-${unit}`,
    name: '测试',
    login: role,
    unit: unit as UnitId,
    region: null,
    roles: [role],
    session: Buffer.alloc(32),
    csrf: 'x',
    secondFactor: false,
    must: [],
  },
  actor: { kind: 'staff', id: `s-${role}-${unit}`, role, unit: unit as UnitId },
  at: house.now(),
  ip: '127.0.0.1',
  agent: 'test',
  expected: null,
  reply: { header: () => undefined },
})

/** An order waiting for dispatch: a dark street lamp in the city's first town, from a citizen with a phone. */
export async function acceptOne(house: House, request: Record<string, unknown> = {}): Promise<StoredOrder> {
  const town = [...house.city.regions.values()].find((region) => region.level === 'town')
  const scene = [...house.city.categories.values()].find((category) => category.level === 3)
  const accepted = await accept(
    shellAs(house, 'agent'),
    acceptOrder.body.parse({
      channel: 'phone',
      request: { requestType: 'help', content: '路灯不亮', category: scene?.code, region: town?.code, ...request },
      appellant: { name: '王小明', gender: 'male', callerPhone: '13800001234' },
    }),
  )
  if (!accepted.ok) throw new Error(accepted.refusal)
  return accepted.reply
}
