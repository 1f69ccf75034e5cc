import { describe, expect, test } from 'vitest'
import { cutWords } from '../cut-words.ts'
import { gazetteer, names, soundOf } from '../gazetteer.fixture.ts'
import { plainOf } from '../plain.ts'
import { findPlaces } from './find-places.ts'
import { slipOf } from './misspelling.ts'
import { indexNames } from './name-index.ts'

const find = (text: string, home: string | null = null) => findPlaces(names, text, cutWords(plainOf(text)), home)
const likely = (text: string) =>
  find(text)
    .filter(({ likelihood }) => likelihood >= 0.5)
    .map(({ entry, from, to, typed }) => [entry.name, text.slice(from, to), typed])

describe('a name is found', () => {
  test.each([
    ['as it is', '我住枫丹花园', ['枫丹花园', '枫丹花园', 'exact']],
    ['by its form said otherwise', '文庙菜市场占道', ['文庙农贸市场', '文庙菜市场', 'alias']],
    ['with its community’s whole name', '钟楼东社区小学门口', ['钟楼东小学', '钟楼东社区小学', 'alias']],
    ['written by its sound', '枫丹花圆的电梯', ['枫丹花园', '枫丹花圆', 'misspelled']],
    ['short, written by its sound', '学付路的路灯', ['学府路', '学付路', 'misspelled']],
    ['with two characters swapped', '枫花丹园的电梯', ['枫丹花园', '枫花丹园', 'misspelled']],
    ['with its last two characters swapped', '枫丹园花的电梯', ['枫丹花园', '枫丹园花', 'misspelled']],
    ['with one character doubled', '枫丹丹花园的电梯', ['枫丹花园', '枫丹丹花园', 'misspelled']],
    ['with a character of the same looks', '枫舟花园的电梯', ['枫丹花园', '枫舟花园', 'misspelled']],
    ['in full-width and traditional forms', '錦瀾區的路', ['锦澜区', '錦瀾區', 'exact']],
  ])('%s', (_, text, expected) => {
    expect(likely(text)).toContainEqual(expected)
  })

  test.each([
    ['a longer name that holds it', '东方明珠苑的电梯'],
    ['another name of the same ending', '枫林家园的电梯'],
    ['new before the old name', '新阳光小区停水'],
    ['a school called by a road', '建设路小学的食堂'],
    ['a name run into the next word', '阳光小学'],
  ])('but not in %s', (_, text) => {
    expect(likely(text)).toEqual([])
  })
})

describe('of several places of one name', () => {
  const region = (text: string, home: string | null = null) =>
    find(text, home).find(({ entry }) => entry.name === '建设路')?.shares[0]
  test('the one in the region that is named is meant', () => {
    expect(region('望川区建设路')).toMatchObject({ entry: { region: '990102001001' } })
    expect(region('锦澜区建设路')).toMatchObject({ entry: { region: '990101001001' } })
  })
  test('or the one beside another place of the text', () => {
    expect(region('建设路与人民路交叉口')).toMatchObject({ entry: { region: '990102001001' } })
  })
  test('or the one near the caller; without any of these all are as likely', () => {
    expect(region('建设路', '990101001001')).toMatchObject({ entry: { region: '990101001001' } })
    expect(region('建设路')?.share).toBeCloseTo(0.5)
  })
})

test.each([
  ['枫丹花园3栋2单元501室漏水', '3栋2单元501室'],
  ['建设路128号门口', '128号'],
  ['枫丹花园二期5号楼', '二期5号楼'],
  ['建设路2号线', null],
  ['枫丹花园两百户', null],
])('the house of %s is %s', (text, house) => {
  const [found] = find(text)
  expect(found?.house === null || found === undefined ? null : text.slice(found.house?.from, found.house?.to)).toBe(
    house,
  )
})

test('two roads and the word for it make a crossing', () => {
  const text = '建设路与人民路交叉口红绿灯坏了'
  expect(text.slice(0, find(text)[0]?.crossing ?? 0)).toBe('建设路与人民路交叉口')
})

test.each([
  ['人民街', '人民路'],
  ['枫丹家园', '枫丹花园'],
  ['大学路', '学府路'],
])('%s is hardly %s', (said, meant) => {
  expect(slipOf(said, meant, soundOf)).toBeLessThan(0.35)
})

test('an alias never takes the place of another name', () => {
  const own = { aliases: ['阳光小区'], kind: 'estate', region: '990101001001', isRegion: false, name: '晨光花园' }
  const index = indexNames([...gazetteer, own], soundOf)
  const [found] = findPlaces(index, '阳光小区', cutWords('阳光小区'), null)
  expect(found?.entry.name).toBe('阳光小区')
})
