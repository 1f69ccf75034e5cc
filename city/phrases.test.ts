import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { City } from '#domain/city/city.ts'
import { isOffered } from '#domain/city/lookup.ts'
import { CityFault } from './city-fault.ts'
import { folderRows } from './folder-rows.ts'
import { loadCity } from './load-city.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const [demo, tiny] = [at('./demo'), at('../tools/fixtures/tiny-city')]

describe('the demo city’s phrases', () => {
  let city: City
  beforeAll(async () => {
    city = await loadCity(demo)
  })

  test('are ten or more for every scene', () => {
    const counts = new Map<string, number>()
    for (const { code } of city.phrases) counts.set(code, (counts.get(code) ?? 0) + 1)
    const scenes = [...city.categories.values()].filter(({ code, level }) => level === 3 && isOffered(city, code))
    expect(scenes.filter(({ code }) => (counts.get(code) ?? 0) < 10).map(({ code }) => code)).toEqual([])
  })

  test('name nobody’s number', () => {
    expect(city.phrases.filter(({ phrase }) => /\d{7}/.test(phrase))).toEqual([])
  })

  test('share no sentence with those that examine the model', async () => {
    const hashOf = (text: string): string =>
      createHash('sha256')
        .update(text.normalize('NFKC').replace(/[\s\p{P}]/gu, ''))
        .digest('hex')
    const file = await readFile(at('../bench/data/scene-phrases-test.csv'), 'utf8')
    const rows: { phrase: string }[] = parse(file, { bom: true, columns: true, comment: '#', comment_no_infix: true })
    const examined = new Set(rows.map(({ phrase }) => hashOf(phrase)))
    expect(examined.size).toBeGreaterThanOrEqual(4 * 333)
    expect(city.phrases.filter(({ phrase }) => examined.has(hashOf(phrase))).length).toBe(0)
  })
})

describe('a city’s own phrases', () => {
  const folders: string[] = []
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

  async function cityWith(phrases: string | null): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'phrases-'))
    folders.push(folder)
    await cp(tiny, folder, { recursive: true })
    if (phrases !== null) await writeFile(join(folder, 'phrases.csv'), phrases)
    return folder
  }
  async function faultsOf(phrases: string) {
    try {
      await loadCity(await cityWith(phrases))
    } catch (error) {
      if (error instanceof CityFault) return error.faults
      throw error
    }
    return []
  }

  test('may be missing', async () => {
    expect((await loadCity(await cityWith(null))).phrases).toEqual([])
  })

  test('are read in their order, remarks left out', async () => {
    const city = await loadCity(
      await cityWith('# 手写\ncode,phrase\nW0101,楼上半夜唱歌\n# 道路\nR0101,门口的路烂了#2\n'),
    )
    expect(city.phrases).toEqual([
      { code: 'W0101', phrase: '楼上半夜唱歌' },
      { code: 'R0101', phrase: '门口的路烂了#2' },
    ])
  })

  test.each([
    ['a code nobody has', 'Z0101,路烂了', 'code', '"Z0101"'],
    ['an item', 'R01,路烂了', 'code', '"R01" of level 2'],
    ['no phrase', 'R0101,', 'phrase', '""'],
    ['a novel', `R0101,${'路'.repeat(201)}`, 'phrase', `"${'路'.repeat(201)}"`],
    ['no code in form', 'r1,路烂了', 'code', '"r1"'],
  ])('%s is a fault of its cell', async (_, row, column, found) => {
    expect(await faultsOf(`code,phrase\nR0102,桥要塌了\n${row}\n`)).toMatchObject([
      { file: 'phrases.csv', row: 3, column, found },
    ])
  })

  test('the same sentence twice is a fault, other marks and spaces make it no other', async () => {
    expect(await faultsOf('code,phrase\nR0101,路烂了，快修！\nR0102,路烂了 快修\n')).toMatchObject([
      { row: 3, column: 'phrase', expected: 'it once; row 2 has it for R0101' },
    ])
  })

  test('wait, where an adopted taxonomy does not have their scene', async () => {
    const folder = await cityWith('code,phrase\nR0102,桥要塌了\nR0101,路烂了\n')
    const rows = (await folderRows(folder, 'categories')).filter(({ code }) => code !== 'R0102')
    const city = await loadCity(folder, new Map([['categories', { number: 1, rows }]]))
    expect(city.phrases.map(({ code }) => code)).toEqual(['R0101'])
  })
})
