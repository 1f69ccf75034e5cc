/** Makes the demo city's dispatch catalogue from its categories and the exceptions: `npx tsx tools/make-demo-rules.ts`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
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
])
const nameOf = (unit: string): string => territorial.get(unit) ?? units.get(unit) ?? unit

const basisOf = (code: string, lead: string, { region, ground }: Exception): string => {
  const area = region === undefined ? '' : `（${regions.get(region)}）`
  const duty = `${city.name}派单目录${code}${byCode.get(code)?.name}${area}：${nameOf(lead)}主办`
  return ground === undefined ? duty : `${duty}；${ground}`
}

const ruleOf = (code: string, exception: Exception): string => {
  const lead = exception.lead ?? byCode.get(code)?.leadUnit ?? ''
  const { region = '', requestType = '', co = [] } = exception
  const id = ['r', code, region, requestType].filter((part) => part !== '').join('-')
  const cells = [id, '0', code, region, requestType, lead, co.filter((one) => one !== lead).join(';')]
  return [...cells, basisOf(code, lead, exception)].join(',')
}

/** One rule per item, and one per scene that differs from its item. */
const rules = categories
  .filter(({ level, code }) => level === '2' || (level === '3' && code !== undefined && code in exceptions))
  .map(({ code = '' }) => ruleOf(code, exceptions[code] ?? {}))
const local = localRules.map((rule) => ruleOf(rule.category, rule))

const header = 'id,priority,category,region,requestType,lead,co,basis'
writeFileSync(new URL('rules.csv', folder), `${[header, ...rules, ...local].join('\n')}\n`)
console.log(`${rules.length} rules for the whole city, ${local.length} for an area or a kind of request`)
