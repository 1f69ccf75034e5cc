import { expect, test } from 'vitest'
import { ReportResult } from '#domain/handling/report-result.ts'
import { firstDraft, ReplyDraft, takeIn, wishOf } from './reply-draft.ts'

const empty = firstDraft({ report: null })

test('an empty draft is a draft, and what it wishes lacks what a report needs', () => {
  expect(ReplyDraft.parse(empty)).toEqual(empty)
  const faults = ReportResult.safeParse(wishOf(empty)).error?.issues.map((issue) => issue.path[0])
  expect(faults).toEqual(['handling', 'publicReply', 'factTrue', 'solved', 'signer'])
})

test('a filled one is what the endpoint takes: empty boxes are nothing', () => {
  const full = { ...empty, handling: '已修', publicReply: '您好：已修好。', signer: '周局' }
  const wish = ReportResult.parse(wishOf({ ...full, factTrue: 'yes', solved: 'solved', policyBasis: ' ' }))
  expect(wish).toMatchObject({ policyBasis: null, solvedReason: null, headInvolved: null, overDuty: false })
})

test('a co-unit’s words stand below one’s own with its name; into an empty box they come alone', () => {
  const theirs = { handling: null, publicReply: '已送电暖器。' }
  expect(takeIn(empty, '望江街道', theirs).publicReply).toBe('望江街道：已送电暖器。')
  const both = takeIn({ ...empty, publicReply: '您好：已清洗。\n', handling: '清洗' }, '望江街道', theirs)
  expect(both).toMatchObject({ publicReply: '您好：已清洗。\n望江街道：已送电暖器。', handling: '清洗' })
})
