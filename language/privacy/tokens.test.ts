import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPersonal } from './find-personal.ts'
import { withTokens } from './tokens.ts'

test('the same number is the same token, another number another one, and the answer gets them back', () => {
  const { text, restore } = withTokens('打 13900001111 没人接，又打 13900002222，再打 13900001111')
  expect(text).toBe('打 〔电话1〕 没人接，又打 〔电话2〕，再打 〔电话1〕')
  expect(restore('请回电 〔电话2〕')).toBe('请回电 13900002222')
})

test('a token the answer made up stays', () => {
  expect(withTokens('没有号码').restore('请回电 〔电话7〕')).toBe('请回电 〔电话7〕')
})

test('what is masked comes back whole, and nothing personal is left in between', () => {
  const piece = fc.constantFrom(
    '电话13900001111',
    '车牌云A12345',
    '证件11010519491231002X',
    '漏水三天',
    '。',
    ' 和 ',
    '\n',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      const { text: masked, restore } = withTokens(text)
      expect(restore(masked)).toBe(text)
      expect(findPersonal(masked)).toEqual([])
    }),
  )
})
