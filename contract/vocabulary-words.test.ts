import { expect, test } from 'vitest'
import { termsOf } from '#tools/glossary.ts'
import {
  channelNames,
  kindNames,
  lightNames,
  ownershipNames,
  placeTypeNames,
  respondentTypeNames,
  stateNames,
  typeNames,
  urgencyNames,
} from './vocabulary-words.ts'

test.each([
  ['Order states · 主单状态', stateNames],
  ['Request types · 诉求类型', typeNames],
  ['Kinds · 复杂程度', kindNames],
  ['Urgencies · 紧急程度', urgencyNames],
  ['Channels · 受理渠道', channelNames],
  ['Lights · 三色灯', lightNames],
  ['Place types · 地点类型', placeTypeNames],
  ['Ownerships · 权属', ownershipNames],
  ['Respondent types · 被反映对象类型', respondentTypeNames],
] as const)('%s: files say what the glossary says', (heading, names) => {
  const term = termsOf(heading)
  for (const [code, { zh, en }] of Object.entries(names)) {
    expect(zh).toBe(term(code))
    expect(en).toMatch(/^[A-Z]/)
  }
})
