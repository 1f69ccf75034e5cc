/** Makes the demo city's dispatch catalogue from its categories and the exceptions: `npx tsx tools/make-demo-rules.ts`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { partShape } from '../domain/city/part.ts'
import { type ConditionRule, conditionRules } from './demo-city/condition-rules.ts'
import { type Exception, exceptions, localRules } from './demo-city/rule-exceptions.ts'

const folder = new URL('../city/demo/', import.meta.url)
const table = (file: string) =>
  z
    .array(z.record(z.string(), z.string()))
    .parse(parse(readFileSync(new URL(file, folder), 'utf8'), { columns: true, bom: true }))

const city = z.object({ name: z.string() }).parse(JSON.parse(readFileSync(new URL('city.json', folder), 'utf8')))
const units = new Map(table('units.csv').map((unit) => [unit.id, unit.name]))
const regions = new Map(table('regions.csv').map((region) => [region.code, region.name]))
const categories = table('categories.csv')
const byCode = new Map(categories.map((category) => [category.code, category]))

const territorial = new Map([
  ['@town', '属地街道办事处（乡镇政府）'],
  ['@district', '属地区政府'],
  ['@community', '属地社区'],
  ['@owner', '权属单位'],
  ['@industry', '行业主管部门'],
])
const nameOf = (unit: string): string => territorial.get(unit) ?? units.get(unit) ?? unit

const basisOf = (code: string, lead: string, { region, ground }: Exception): string => {
  const area = region === undefined ? '' : `（${regions.get(region)}）`
  const duty = `${city.name}派单目录${code}${byCode.get(code)?.name}${area}：${nameOf(lead)}主办`
  return ground === undefined ? duty : `${duty}；${ground}`
}

const COLUMNS = partShape.rules.columns
const line = (cells: Readonly<Record<string, string>>): string => COLUMNS.map((column) => cells[column] ?? '').join(',')

const ruleOf = (code: string, exception: Exception): string => {
  const lead = exception.lead ?? byCode.get(code)?.leadUnit ?? ''
  const { region = '', requestType = '', co = [] } = exception
  const id = ['r', code, region, requestType].filter((part) => part !== '').join('-')
  const helpers = co.filter((one) => one !== lead).join(';')
  const basis = basisOf(code, lead, exception)
  return line({ id, priority: '0', category: code, region, requestType, lead, co: helpers, basis, active: '1' })
}

function conditionRuleOf({
  name,
  ground,
  co = [],
  keywords = [],
  tags = [],
  priority = 0,
  ...rule
}: ConditionRule): string {
  const { category, lead } = rule
  return line({
    ...rule,
    id: `r-${category}-${name}`,
    priority: String(priority),
    co: co.join(';'),
    keywords: keywords.join(';'),
    tags: tags.join(';'),
    basis: basisOf(category, lead, { ground }),
    owner: lead.startsWith('@') ? '' : lead,
    active: '1',
  })
}

/** One rule per item, and one per scene that differs from its item. */
const rules = categories
  .filter(({ level, code }) => level === '2' || (level === '3' && code !== undefined && code in exceptions))
  .map(({ code = '' }) => ruleOf(code, exceptions[code] ?? {}))
const local = localRules.map((rule) => ruleOf(rule.category, rule))
const conditional = conditionRules.map(conditionRuleOf)

writeFileSync(new URL('rules.csv', folder), `${[COLUMNS.join(','), ...rules, ...local, ...conditional].join('\n')}\n`)
console.log(
  `${rules.length} rules for the whole city, ${local.length} for an area or a kind of request, ${conditional.length} under a condition`,
)
