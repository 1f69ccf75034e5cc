import type { CatalogueIssue, ExampleMatter, IssueKind } from '#domain/dispatch/catalogue-issue.ts'
import type { BothWords } from './facts.ts'
import type { CityNames } from './rule-words.ts'
import { kindNames, ownershipNames, placeTypeNames, respondentTypeNames, typeNames } from './vocabulary-words.ts'

/** 例如：滨江区 · 井盖缺失 · 小区内 · 22:30 · 含“异响” */
export function exampleWords(example: ExampleMatter, names: CityNames): BothWords {
  const both = (text: string): BothWords => ({ zh: text, en: text })
  const parts: BothWords[] = [
    ...(example.region === null ? [] : [both(names.region(example.region))]),
    ...(example.category === null ? [] : [both(names.category(example.category))]),
    ...(example.requestType === null ? [] : [typeNames[example.requestType]]),
    ...(example.kind === null ? [] : [kindNames[example.kind]]),
    ...(example.placeType === null ? [] : [placeTypeNames[example.placeType]]),
    ...(example.ownership === null ? [] : [ownershipNames[example.ownership]]),
    ...(example.respondentType === null ? [] : [respondentTypeNames[example.respondentType]]),
    ...(example.day === null ? [] : [both(example.day)]),
    ...(example.time === null ? [] : [both(example.time)]),
    ...example.words.map((word) => ({ zh: `含“${word}”`, en: `says “${word}”` })),
    ...example.tags.map((tag) => ({ zh: `标签“${tag}”`, en: `tagged “${tag}”` })),
  ]
  return { zh: parts.map(({ zh }) => zh).join(' · '), en: parts.map(({ en }) => en).join(' · ') }
}

const whole = ({ region, requestType }: CatalogueIssue, names: CityNames): BothWords => {
  const type = requestType === null ? null : typeNames[requestType]
  const place = region === null ? null : names.region(region)
  return {
    zh: `${place ?? '全市'}${type === null ? '' : `的${type.zh}`}`,
    en: `${type === null ? '' : `${type.en.toLowerCase()} in `}${place ?? 'the whole city'}`,
  }
}

type Told = { first: string; second: string; unit: string; category: string; where: BothWords; eg: BothWords }

const sentences: Record<IssueKind, (told: Told) => BothWords> = {
  contradiction: ({ first, second, eg }) => ({
    zh: `${first} 与 ${second} 优先级和具体程度相同、条件可同时成立，但主办不同${eg.zh}`,
    en: `${first} and ${second} weigh the same and can both hold, but name different leads${eg.en}`,
  }),
  'may-meet': ({ first, second, eg }) => ({
    zh: `${first} 与 ${second} 的关键词或标签可能同时出现，届时以较新的 ${first} 为准${eg.zh}`,
    en: `The words or tags of ${first} and ${second} may occur together; then the newer ${first} decides${eg.en}`,
  }),
  overlap: ({ first, second, eg }) => ({
    zh: `${first} 与 ${second} 主办相同、条件重叠，协办、方式或时限以较新的 ${first} 为准${eg.zh}`,
    en: `${first} and ${second} overlap with the same lead; co-units, handling and limits are those of ${first}${eg.en}`,
  }),
  'inactive-unit': ({ first, unit }) => ({
    zh: `${first} 点名的“${unit}”已停用`,
    en: `${first} names “${unit}”, which is closed`,
  }),
  circular: ({ first }) => ({
    zh: `${first} 的主办循环：行业主管指向权属单位，权属单位又指回行业主管`,
    en: `The lead of ${first} goes in a circle: the trade names the owner, and the owner the trade`,
  }),
  uncovered: ({ category, where }) => ({
    zh: `${category}：${where.zh}没有规则`,
    en: `${category}: no rule for ${where.en}`,
  }),
  shadowed: ({ first, second }) => ({
    zh: `${first} 永远不会生效：优先级更高的 ${second} 条件更宽，总在它之前`,
    en: `${first} never decides: ${second} has a higher priority and asks no more`,
  }),
  expired: ({ first }) => ({ zh: `${first} 已过有效期`, en: `${first} has expired` }),
  'not-yet': ({ first }) => ({ zh: `${first} 尚未生效`, en: `${first} is not in force yet` }),
  'lead-unknown': ({ first }) => ({
    zh: `${first} 在权属不明、行业主管未定时找不到主办，其后没有别的规则`,
    en: `${first} finds no lead where the owner is unknown or the trade has no department, and no rule follows it`,
  }),
}

/** What is wrong, as one sentence in both languages. */
export function issueWords(issue: CatalogueIssue, names: CityNames): BothWords {
  const [first = '', second = ''] = issue.rules
  const example = issue.example === null ? null : exampleWords(issue.example, names)
  return sentences[issue.kind]({
    first,
    second,
    unit: issue.unit === null ? '' : names.unit(issue.unit),
    category: issue.category === null ? '' : `${issue.category} ${names.category(issue.category)}`,
    where: whole(issue, names),
    eg:
      example === null || example.zh === ''
        ? { zh: '', en: '' }
        : { zh: `。例如：${example.zh}`, en: `. For example: ${example.en}` },
  })
}
