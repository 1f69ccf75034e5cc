import { beforeAll, expect, test, vi } from 'vitest'

// The list's filters read the contract only; nothing here needs a browser.
let address: typeof import('./search-address.ts')
beforeAll(async () => {
  vi.stubGlobal('window', { matchMedia: () => ({ addEventListener: () => undefined }) })
  address = await import('./search-address.ts')
})

test.each(['138 0000 1234', '张先生 13800001234', '0990-8123456', '11010519491231002X', '6222 0212 3456 7890 123'])(
  '%s stands in no address, and is asked all the same',
  (q) => {
    const to = address.addressFor(q, { tab: 'orders' })
    expect(JSON.stringify(to)).not.toMatch(/\d{4}/)
    expect(address.questionIn(to)).toBe(q)
    expect(address.readAddress({ q }).q).toBeUndefined()
  },
)

test('words, years and our own numbers stand in it, with kind and filters', () => {
  expect(address.addressFor(' 路灯 2026-03-01 ', { region: '990101' })).toEqual({
    q: '路灯 2026-03-01',
    region: '990101',
  })
  expect(address.readAddress({ q: 110, tab: 'replies', region: 990101, text: 'x', plain: 'no' })).toMatchObject({
    q: '110',
    tab: 'replies',
    region: '990101',
    plain: undefined,
  })
  expect(address.filtersIn({ q: '路灯', state: 'closed,archived' })).toEqual({ state: ['closed', 'archived'] })
})
