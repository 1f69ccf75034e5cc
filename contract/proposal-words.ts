import type { MergeCase, MergeTest } from '#domain/accept/merge-case.ts'
import type { Words } from './event-words.ts'

/** 并案建议: what the table of the city proposes for two orders. */
export const proposalWords: Record<MergeCase, Words> = {
  'same-order': { zh: '同一人同一件，在办：补充或催办，不新建', en: 'Same caller, still open: add to it or urge it' },
  repeat: { zh: '同一人同一件，近期已结：记为重复投诉', en: 'Same caller, ended lately: a repeat' },
  merge: { zh: '不同人同一处：并案', en: 'Different callers, one object: merge' },
}

type Names = { category(code: string): string; region(code: string): string }

/** One test with the value it was made on, short enough for a line of several. */
export function testWords(test: MergeTest, names: Names): Words {
  switch (test.test) {
    case 'caller':
      return test.same ? { zh: '同一诉求人', en: 'same caller' } : { zh: '不同诉求人', en: 'different callers' }
    case 'scene':
      return { zh: `同为“${names.category(test.category)}”`, en: `both “${names.category(test.category)}”` }
    case 'metres':
      return {
        zh: `相距 ${test.metres} 米（${test.most} 米内）`,
        en: `${test.metres} m apart (within ${test.most})`,
      }
    case 'community':
      return { zh: `同在 ${names.region(test.region)}`, en: `both in ${names.region(test.region)}` }
    case 'place-name':
      return { zh: `都说到“${test.name}”`, en: `both name “${test.name}”` }
    case 'days': {
      const zh = test.since === 'ended' ? '办结' : '受理'
      const en = test.since === 'ended' ? 'ended' : 'received'
      return {
        zh: `${zh} ${test.days} 天（${test.most} 天内）`,
        en: `${en} ${test.days} days ago (within ${test.most})`,
      }
    }
    case 'hours':
      return { zh: `相隔 ${test.hours} 小时（${test.most} 小时内）`, en: `${test.hours} h apart (within ${test.most})` }
    case 'state':
      return test.open ? { zh: '在办', en: 'open' } : { zh: '已结', en: 'ended' }
  }
}
