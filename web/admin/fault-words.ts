import type { Words } from '../language.ts'

/** The checks' own English, said in Chinese; what is not in the list is shown as it came. */
const sentences: readonly (readonly [RegExp, string])[] = [
  [/^a number and minute, hour/, '数字加单位，如“24 hour”“3 working-day”'],
  [/^working days are whole/, '工作日要整数，半天请写工作小时'],
  [/^a last profile whose match is/, '最后要有一个不限条件的方案，兜底用'],
  [/^each code once/, '每个编码只能出现一次'],
  [/^it once; row (\d+) has it/, '只能出现一次，第 $1 行已有'],
  [/^(\S+) stands in line (\d+) already; each stands once/, '$1 在第 $2 行已有，只能出现一次'],
  [/^a unit of units\.csv/, '单位表里的编号'],
  [/^a region of regions\.csv/, '区划表里的编码'],
  [/^a category of categories\.csv/, '分类表里的编码'],
  [/^a calendar of calendars\.csv/, '日历表里的编码'],
  [/^the code of another category/, '另一个分类的编码'],
  [/^the id of another unit/, '另一个单位的编号'],
  [/^a unit above it/, '它上面的单位，不能是自己或下级'],
  [/^a rule in rules\.csv for it/, '派单目录里要有管它的规则，各区域、各类型都派得出'],
  [/^a profile of sla\.json/, '时限方案表里的编码'],
  [/^other units than the lead/, '主办以外的单位'],
  [/^two times that differ/, '两个不同的时刻，整天就空着'],
  [/^a day from (\S+) on/, '$1 当天或以后'],
  [/^words of two characters or more/, '至少两个字的词，两个都要有写成“井盖+异响”'],
  [/^a time of the day/, '时刻，如 22:00'],
  [/^two times/, '两个时刻，如 22:00~06:00'],
  [/^two days/, '两个日子，如 11-15~03-15'],
  [/^a day, 11-15/, '日子，如 11-15'],
  [/^a day, 2026/, '日期，如 2026-07-01'],
  [/^Invalid option: expected one of (.*?)(?:, or nothing)?$/, '只能是 $1'],
  [/^date is a day/, '日期，如 2026-02-14'],
  [/^kind is "holiday" or "make-up"/, 'holiday（放假）或 make-up（补班）'],
  [/^a make-up day is a Saturday or Sunday/, '补班只能是周六、周日'],
  [/^name is that of the holiday/, '节日名称'],
  [/^notice names the document/, '文件依据，如“国办发明电〔2025〕7号”'],
  [/^0 or 1/, '0 或 1'],
  [/^1, 2 or 3/, '1、2 或 3'],
  [/^keywords of two characters/, '关键词至少两个字'],
  [/^this column/, '要有这一列'],
  [/^one of (.*)/, '列名只能是 $1'],
  [/^at least one row/, '至少一行'],
  [/^at least one role/, '至少一个角色'],
  [/^a comma-separated table/, '带表头的逗号分隔表格'],
  [/^a unit id, or @district/, '单位编号，或 @district、@town、@community、@industry、@owner'],
  [/^a name/, '名称'],
  [/^a code/, '编码'],
  [/^2 to 64 letters/, '2 到 64 个字母、数字或 . _ @ -'],
  [/^weekdays are 1 Monday/, '1（周一）到 7（周日），如“1-5”“1-4;6”'],
  [/^how often and how long/, '次数和合计要么都填，要么都不填'],
  [/^the local rule it comes from/, '所依据的规定'],
  [/^the duty list item/, '职责清单、法规或会议纪要依据'],
]

export const expectedWords = (expected: string): Words => {
  const found = sentences.find(([pattern]) => pattern.test(expected))
  if (found === undefined) return { zh: expected, en: expected }
  const [, ...parts] = found[0].exec(expected) ?? []
  return { zh: found[1].replace(/\$(\d)/g, (_, n: string) => parts[Number(n) - 1] ?? ''), en: expected }
}

export const foundWords = (found: string): Words => {
  const again = /^"(.*)" again$/.exec(found)?.[1]
  const uncovered = /^"(.*)" without a rule$/.exec(found)?.[1]
  if (found === 'nothing' || found === '""') return { zh: '空着', en: 'nothing' }
  if (found === 'no rows') return { zh: '没有行', en: found }
  if (found === 'no default profile') return { zh: '没有兜底方案', en: found }
  if (again !== undefined) return { zh: `“${again}”又出现`, en: found }
  if (uncovered !== undefined) return { zh: `“${uncovered}”没有规则管`, en: found }
  return { zh: found, en: found }
}
