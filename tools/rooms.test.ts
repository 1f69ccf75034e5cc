import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** The floor plan: which rooms each room may import from. tools, bench and e2e look on from outside: nobody imports them. */
const mayImport: Record<string, readonly string[]> = {
  domain: [],
  language: [],
  contract: ['domain'],
  db: ['domain'],
  city: ['domain'],
  server: ['domain', 'contract', 'db', 'city', 'language'],
  web: ['domain', 'contract'],
  sim: ['domain', 'contract', 'city'],
}
/** Where everything is put together the door to the simulated city stands too, opened only for an empty demo. */
const opensSim = new Set(['server/main.ts'])
/** Those of the simulator that run a house of their own to give a demo its past; all others only speak to one. */
const runsHouse = new Set(
  ['helper-messages', 'make-history', 'own-server', 'past-helper', 'past-server', 'staff-sessions'].map(
    (name) => `sim/${name}.ts`,
  ),
)
const onlookers = ['tools', 'bench', 'e2e']
const rooms = [...Object.keys(mayImport), ...onlookers]

const root = join(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const filesIn = (room: string): string[] =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .map((path) => join(room, path))
    .filter((path) => /(^|\/)[^./][^/]*\.tsx?$/.test(path))
const isTest = (file: string): boolean => /\.(test|fixture)\.tsx?$/.test(file)
const codeIn = (room: string): string[] => filesIn(room).filter((file) => !isTest(file))
const all = rooms.flatMap(filesIn)
const code = all.filter((file) => !isTest(file))

/** Every module a file names, static, dynamic or for its types only. */
const imports = (file: string): string[] =>
  [...read(file).matchAll(/(?:(?<!')\bfrom|\bimport\(|^import)\s*'([^']+)'/gm)].map((found) => found[1] ?? '')

/** The room an import leads to: by its alias, or by climbing out of one's own; undefined for a package. */
function roomOf(file: string, to: string): string | undefined {
  if (to.startsWith('#')) return to.slice(1).split('/')[0]
  return to.startsWith('.') ? join(dirname(file), to).split('/')[0] : undefined
}

function strays(room: string): string[] {
  const allowed = [room, ...(mayImport[room] ?? [])]
  return codeIn(room).flatMap((file) =>
    imports(file)
      .filter((to) => !allowed.includes(roomOf(file, to) ?? room))
      .filter((to) => !(opensSim.has(file) && roomOf(file, to) === 'sim'))
      .filter((to) => !(runsHouse.has(file) && ['server', 'db'].includes(roomOf(file, to) ?? '')))
      .map((to) => `${file} imports ${to}`),
  )
}

describe('the floor plan', () => {
  test.each(Object.entries(mayImport))('%s imports only from itself and [%s]', (room) => {
    expect(strays(room)).toEqual([])
  })

  test('the domain knows zod and nothing else, the language room its segmenter', () => {
    const packages = (room: string) => codeIn(room).flatMap((file) => imports(file).filter((to) => /^[^.#]/.test(to)))
    expect([...new Set(packages('domain'))]).toEqual(['zod'])
    expect(packages('language').filter((to) => !to.startsWith('@node-rs/jieba'))).toEqual([])
  })

  test('only db speaks to the driver and only http.ts and those beside it to Fastify', () => {
    const users = (name: string) =>
      code
        .filter((file) => !/^(tools|bench|e2e)\//.test(file) && imports(file).includes(name))
        .map((file) => dirname(file))
    expect([...new Set(users('pg'))]).toEqual(['db'])
    expect(users('fastify').filter((folder) => folder !== 'server' && !folder.startsWith('sim'))).toEqual([])
  })

  test('domain and language read no clock, no dice and no world', () => {
    const worldly =
      /Date\.now\(|new Date\(\)|Math\.random|performance\.|\bprocess\.|\bfetch\(|setTimeout|setInterval|crypto|'node:/
    expect([...codeIn('domain'), ...codeIn('language')].filter((file) => worldly.test(read(file)))).toEqual([])
  })

  test('only main.ts, for config.ts, and the database’s launcher read the environment', () => {
    const readers = code.filter((file) => /process\.env/.test(read(file)) && !/^(tools|bench|e2e)\//.test(file))
    expect(readers.filter((file) => !['server/main.ts', 'db/embedded-command.ts'].includes(file))).toEqual([])
  })
})

describe('a file holds one idea', () => {
  const lines = new Map(code.map((file) => [file, read(file).split('\n').length - 1]))

  test('no file is longer than 400 lines', () => {
    expect(all.filter((file) => read(file).split('\n').length > 401)).toEqual([])
  })

  test('half of the files fit on a screen: the median is 80 lines or less', () => {
    const sorted = [...lines.values()].sort((a, b) => a - b)
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80)
  })

  test('every file is named after what it does, in kebab-case, a component in PascalCase', () => {
    const nameless = /\/(index|utils?|helpers?|common|misc|shared|types|constants)\.tsx?$/
    expect(all.filter((file) => nameless.test(file))).toEqual([])
    const named = /^([a-z0-9-]+(\.(test|fixture|d))?\.tsx?|[A-Z][A-Za-z0-9]+(\.test)?\.tsx)$/
    expect(all.filter((file) => !named.test(file.split('/').at(-1) ?? ''))).toEqual([])
  })

  test('nothing is left for later in a comment', () => {
    const later = new RegExp(['TO', 'DO|FIX', 'ME|XX', 'X|HA', 'CK'].join(''))
    expect(all.filter((file) => later.test(read(file)))).toEqual([])
  })

  test('no compiler is silenced', () => {
    const silenced = /@ts-(ignore|nocheck|expect-error)/
    expect(all.filter((file) => file !== 'tools/rooms.test.ts' && silenced.test(read(file)))).toEqual([])
  })
})

describe('a city is data', () => {
  /** What only the demo city is called: its own name and its districts'. */
  function demoNames(): string[] {
    const { name, id } = JSON.parse(read('city/demo/city.json')) as { name: string; id: string }
    const districts = read('city/demo/regions.csv')
      .split('\n')
      .map((line) => line.split(','))
      .filter((cells) => cells[2] === 'district')
      .map((cells) => cells[1] ?? '')
    return [name, id, ...districts].flatMap((full) => [full, full.replace(/[市区县]$/, '')])
  }
  /** The makers of the demo city, and the demo's public password where it is printed and where it is refused. */
  const speaksOfIt = (file: string): boolean => /^tools\/(demo-city\/|make-demo-)/.test(file)
  const PASSWORD = /yunchuan-demo-2026/g

  test('no code outside the city folder and the simulator names the demo city or its districts', () => {
    const names = demoNames()
    expect(names.length).toBeGreaterThan(6)
    const named = code
      .filter((file) => !/^(city|sim)\//.test(file) && !speaksOfIt(file))
      .filter((file) => names.some((name) => read(file).replace(PASSWORD, '').includes(name)))
    expect(named).toEqual([])
  })
})

describe('migrations and documents', () => {
  test('migrations are numbered from 0001 without a gap', () => {
    const names = readdirSync(join(root, 'db/migrations')).sort()
    expect(names.filter((name) => !/^\d{4}_[a-z0-9_]+\.sql$/.test(name))).toEqual([])
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, i) => i + 1))
  })

  const markdown = [
    ...readdirSync(root).filter((name) => name.endsWith('.md')),
    ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .map((path) => join('docs', path)),
  ]

  test('every link in a document leads to a file', () => {
    const broken = markdown.flatMap((file) =>
      [...read(file).matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)|(?:src|href)="([^"]+)"/g)]
        .map((found) => found[1] ?? found[2] ?? '')
        .filter((link) => !/^(https?:|mailto:|#)/.test(link))
        .filter((link) => !existsSync(join(root, dirname(file), decodeURI(link.split('#')[0] ?? ''))))
        .map((link) => `${file}: ${link}`),
    )
    expect(broken).toEqual([])
  })

  test('every anchor in a document leads to a heading of that file', () => {
    const slug = (heading: string) =>
      heading
        .replace(/[`*_]/g, '')
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s-]/gu, '')
        .replace(/\s/g, '-')
    const headings = (file: string) =>
      [...read(file).matchAll(/^#{1,6}\s+(.+)$/gm)].map((found) => slug(found[1] ?? ''))
    const broken = markdown.flatMap((file) =>
      [...read(file).matchAll(/\]\(([^)\s]*)#([^)\s]+)\)/g)]
        .filter(([, path]) => !/^https?:/.test(path ?? '') && (path === '' || path?.endsWith('.md') === true))
        .filter(([, path, anchor]) => {
          const target = path === '' ? file : join(dirname(file), path ?? '')
          return existsSync(join(root, target)) && !headings(target).includes(decodeURI(anchor ?? ''))
        })
        .map(([link]) => `${file}: ${link}`),
    )
    expect(broken).toEqual([])
  })
})
