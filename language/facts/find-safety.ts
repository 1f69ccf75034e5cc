import { apart, type Found, findAll } from './found.ts'
import { SAFETY_WORDS, type SafetyClass } from './safety-words.ts'

/** 没有漏气, 并未受伤, 不是火灾: denied right before, within the clause. 没有人管漏气 denies something else. */
const DENIED =
  /(?:没有?|没|未|并未|未曾|尚未|无|不存在|不是|并非|不会|不曾|排除|未发现|没发现|没有发现|没发生|未发生|没有发生|没出现|没有出现|不想|别|不要|不得|禁止|严禁)(?:任何|什么|人员?|人|过|再|有|造成|发生|出现|发现|导致|引起|闻到|看到|存在|被|搞|去|进行|让|出现过){0,3}$/u
/** What guards against a danger, teaches about it or asks in general is no danger now. */
const GUARDED_BEFORE =
  /(?:防|防止|预防|避免|以免|以防|防范|杜绝|谨防|应对|关于|如何|怎么|怎样|假如|万一|如果|要是|会不会|是否会|担心会?|怕|差点|险些|差一点|容易|可能会?|为了不)(?:发生|出现|被|有人|再|造成|引起|引发|人员)?$/u
const GUARDED_AFTER =
  /^(?:的)?(?:演练|培训|宣传|讲座|保险|报警器|报警电话|预案|知识|教育|险|鉴定|专项|救助政策|赔偿标准|补助政策|整治|改造(?:政策|项目|补贴|申请)|等级|险种|基金|证明|应急)/u

const patterns = SAFETY_WORDS.map(([of, words]) => [of, new RegExp(words, 'gu')] as const)

export type Safety = {
  class: SafetyClass
  /** feared, asked about or guarded against: not said to be so */
  feared: boolean
}

/** Words of danger with their class; what is denied is left out, what is only feared says so. */
export function findSafety(plain: string): Found<Safety>[] {
  const found = patterns.flatMap(([of, pattern]) =>
    findAll(plain, pattern, ({ 0: whole, index }) => {
      const clause =
        plain
          .slice(Math.max(0, index - 14), index)
          .split(/[,，。;；!！?？、\s]/u)
          .at(-1) ?? ''
      if (DENIED.test(clause)) return null
      const after = plain.slice(index + whole.length, index + whole.length + 8)
      if (GUARDED_AFTER.test(after)) return null
      return { class: of, feared: GUARDED_BEFORE.test(clause) }
    }),
  )
  return apart(found)
}
