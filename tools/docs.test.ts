import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { api } from '#contract/api.ts'
import { Dimension } from '#contract/city.ts'
import type { Endpoint } from '#contract/endpoint.ts'
import { tokenScopes } from '#contract/rights.ts'
import { VersionState } from '#db/city-versions.ts'
import { CityPart } from '#domain/city/part.ts'
import {
  AppellantType,
  Channel,
  ClockCode,
  Confidential,
  Kind,
  Light,
  RegionLevel,
  RequestType,
  Role,
  UnitType,
  Urgency,
} from '#domain/city/vocabulary.ts'
import { StartedClock } from '#domain/deadline/clock.ts'
import { Limit } from '#domain/deadline/limit.ts'
import { measures } from '#domain/measures/delta.ts'
import { Actor } from '#domain/order/actor.ts'
import {
  AssignmentRole,
  CallbackChannel,
  Classification,
  ContactMethod,
  ContactResult,
  eventKinds,
  FactTrue,
  OrderEvent,
  RuleVerdict,
  Solved,
} from '#domain/order/event.ts'
import { AssignmentState, OrderState } from '#domain/order/states.ts'
import { glossaryText, readGlossary, withRefusals } from './glossary.ts'
import { rightsPage } from './rights-matrix.ts'
import { stateMachinePage } from './state-machine.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** The `ground` of one kind of event. */
function groundsOf(kind: string): readonly string[] {
  const event = OrderEvent.options.find((one) => one.shape.kind.value === kind)
  const ground = event && 'ground' in event.shape ? event.shape.ground : undefined
  return ground instanceof z.ZodEnum ? ground.options.map(String) : []
}

const unions: Record<string, readonly string[]> = {
  'Order states · 主单状态': OrderState.options,
  'Assignment states · 派件状态': AssignmentState.options,
  'Events · 事件': eventKinds,
  'Request types · 诉求类型': RequestType.options,
  'Kinds · 复杂程度': Kind.options,
  'Urgencies · 紧急程度': Urgency.options,
  'Channels · 受理渠道': Channel.options,
  'Appellant types · 诉求主体': AppellantType.options,
  'Confidentiality · 保密级别': Confidential.options,
  'Lights · 三色灯': Light.options,
  'Roles · 角色': Role.options,
  'Unit types · 单位类型': UnitType.options,
  'City tables · 城市数据表': CityPart.options,
  'Version states · 版本状态': VersionState.options,
  'Region levels · 区域级别': RegionLevel.options,
  'Clocks · 时限代码': ClockCode.options,
  'Clock parties · 时限归属': StartedClock.shape.party.options,
  'Limit units · 时限单位': Limit.shape.unit.options,
  'Assignment roles · 派件角色': AssignmentRole.options,
  'Classified by · 分类来源': Classification.shape.by.options,
  'Rule verdicts · 规则判定': RuleVerdict.shape.verdict.options,
  'Contact methods · 联系方式': ContactMethod.options,
  'Contact results · 联系结果': ContactResult.options,
  'Facts true · 是否属实': FactTrue.options,
  'Solved, says the unit · 单位所报解决情况': Solved.options,
  'Callback channels · 回访渠道': CallbackChannel.options,
  'Grounds of exemption · 免联系依据': groundsOf('contact-exempted'),
  'Grounds of closing · 办结依据': groundsOf('closed'),
  'Grounds of reopening · 重开依据': groundsOf('reopened'),
  'Callers in the record · 记录中的行为人': Actor.shape.kind.options,
  'Measures · 统计指标': measures,
  'Figure dimensions · 统计维度': Dimension.options,
  'Token scopes · 令牌权限': tokenScopes,
}

describe('the glossary', () => {
  const glossary = readGlossary()

  test.each(Object.entries(unions))('%s: every member and no other, in the order of the code', (heading, members) => {
    expect(members.length).toBeGreaterThan(0)
    expect([...(glossary.get(heading)?.keys() ?? [])]).toEqual([...members])
  })

  test.each(Object.keys(unions))('%s: one Chinese term for one member', (heading) => {
    const terms = [...(glossary.get(heading)?.values() ?? [])]
    expect(terms.filter((term, i) => terms.indexOf(term) !== i)).toEqual([])
    expect(terms.filter((term) => !/\p{Script=Han}/u.test(term))).toEqual([])
  })

  test('words every refusal as the code does (else: npx tsx tools/glossary.ts)', () => {
    expect(withRefusals(glossaryText())).toBe(glossaryText())
  })
})

describe('pages made from the code', () => {
  test('docs/state-machine.md is current (else: npx tsx tools/state-machine.ts)', () => {
    expect(read('docs/state-machine.md')).toBe(stateMachinePage())
  })

  test('docs/rights.md is current (else: npx tsx tools/rights-matrix.ts)', async () => {
    expect(read('docs/rights.md')).toBe(await rightsPage())
  })
})

describe('the tour', () => {
  const tour = read('docs/tour.sh')

  test.each(['README.md', 'README.zh-CN.md'])('%s shows docs/tour.sh word for word', (file) => {
    const shown = [...read(file).matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block)
    expect(shown.filter((block) => block.includes('post ')).map((block) => tour.includes(block))).toEqual([true])
  })

  /** `post WHO /path 'body'` and `get WHO /path`, a variable in a path standing for its parameter. */
  const calls = [...tour.matchAll(/^(post|get) +\w+ +(\/\S+)(?: +'(\{[\s\S]*?\})')?/gm)].map(
    ([, verb, path, body]) => ({
      method: verb === 'post' ? 'POST' : 'GET',
      path: path ?? '',
      body,
    }),
  )
  const shape = (path: string) => path.replace(/\/(:\w+|\$\w+|\d+)/g, '/*')

  test('makes only calls of the contract, with bodies that fit', () => {
    expect(calls.length).toBeGreaterThanOrEqual(11)
    const faults = calls.flatMap(({ method, path, body }) => {
      const endpoint = Object.values(api as Record<string, Endpoint>).find(
        (one) => one.method === method && shape(one.path) === shape(path),
      )
      if (endpoint === undefined) return [`${method} ${path} is no endpoint`]
      const fits = endpoint.body === undefined || endpoint.body.safeParse(JSON.parse(body ?? 'null')).success
      return fits ? [] : [`${method} ${path}: the body does not fit`]
    })
    expect(faults).toEqual([])
  })
})

describe('what documents name is there', () => {
  const documents = [
    ...readdirSync(root).filter((name) => name.endsWith('.md')),
    ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .map((path) => join('docs', path)),
  ]

  test('every decision record is in the index, numbered without a gap, with status and date', () => {
    const records = readdirSync(join(root, 'docs/decisions'))
      .filter((name) => name !== 'README.md')
      .sort()
    const indexed = [...read('docs/decisions/README.md').matchAll(/^\| (\d+) \| \[[^\]]+\]\(([^)]+)\)/gm)]
    expect(indexed.map((found) => found[2])).toEqual(records)
    expect(records.map((name) => Number(name.slice(0, 4)))).toEqual(records.map((_, i) => i + 1))
    const plain = (name: string) =>
      /^# \d+\. .+\n\nStatus: \w+ · Date: \d{4}-\d\d-\d\d\n/.test(read(`docs/decisions/${name}`))
    expect(records.filter((name) => !plain(name))).toEqual([])
  })

  test('every test that docs/standards.md cites is in its file', () => {
    const cited = [...read('docs/standards.md').matchAll(/\]\(\.\.\/([^)]+\.test\.ts)\) “([^”]+)”/g)]
    expect(cited.length).toBeGreaterThan(20)
    expect(cited.filter(([, file, title]) => !read(file ?? '').includes(title ?? '')).map((found) => found[0])).toEqual(
      [],
    )
  })

  test('every setting is explained in both operations guides, and no other', () => {
    const names = (text: string) => new Set(text.match(/\b(JIESU_[A-Z_]+|PORT|HOST|DATABASE_URL)\b/g))
    const table = (text: string) =>
      names((text.match(/^\| `[A-Z].*$/gm) ?? []).map((row) => row.split('|')[1]).join('\n'))
    const known = names((/const Env = z\.object\(\{([\s\S]*?)\n\}\)/.exec(read('server/config.ts')) ?? [''])[0])
    expect(known.size).toBeGreaterThan(8)
    for (const guide of ['operations.md', 'operations.zh-CN.md'])
      expect([...table(read(`docs/guide/${guide}`))].sort()).toEqual([...known].sort())
  })

  test('every command npm run … is a script', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = documents.flatMap((file) =>
      [...read(file).matchAll(/npm run ([a-z][a-z-]*)/g)].map((found) => `${file}: ${found[1]}`),
    )
    expect(named.filter((line) => !((line.split(': ')[1] ?? '') in scripts))).toEqual([])
  })

  test('every file of the tree named in a document exists', () => {
    const named = documents.flatMap((file) =>
      [
        ...read(file).matchAll(
          /`((?:domain|contract|db|server|city|language|web|tools|sim|bench|e2e|docs)\/[\w./-]+\.\w+)`/g,
        ),
      ].map((found) => ({ file, path: found[1] ?? '' })),
    )
    expect(named.filter(({ path }) => !existsSync(join(root, path)))).toEqual([])
  })
})
