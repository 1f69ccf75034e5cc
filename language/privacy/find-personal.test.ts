import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPersonal } from './find-personal.ts'
import { redact } from './redact.ts'
import { DEVELOPMENT } from './said/marked.fixture.ts'
import { scoreFinds } from './score-finds.ts'

test('the development set: what it finds and what it cries wolf about', () => {
  const score = scoreFinds(
    DEVELOPMENT.map(({ text, finds }) => ({
      text,
      finds,
      found: findPersonal(text),
    })),
  )
  expect(score.sentences).toBeGreaterThanOrEqual(480)
  expect(score.recallNumbers).toBeGreaterThanOrEqual(0.99)
  expect(score.recallNames).toBeGreaterThanOrEqual(0.98)
  expect(score.falseAlarms).toBeLessThanOrEqual(0.005)
})

test('a find names its line and lies exactly on what it is about', () => {
  const text = '您好：\n张伟先生，已修复。\n电话 138 0000 1234'
  expect(findPersonal(text).map(({ kind, line, from, to }) => [kind, line, text.slice(from, to)])).toEqual([
    ['name', 2, '张伟'],
    ['mobile', 3, '138 0000 1234'],
  ])
})

const STRANGE = [
  '',
  '王',
  '李',
  '1',
  'ok',
  '😀',
  '電話：138',
  '<b>張先生</b>',
  'Ã¤Â½',
  '\ud800',
  '\u0000',
  '〔姓名〕',
  'wang xiansheng',
]
test.each(STRANGE)('%j is answered', (text) => {
  expect(redact(redact(text))).toBe(redact(text))
})

/** The time of ten times the text is near ten times the time; a pattern that looks back again and again takes a hundred. */
const LONG = [
  '王先生',
  '1',
  '13 ',
  'a@',
  '一',
  '3栋2单元',
  '京A',
  '1-',
  '业主张',
  '·买',
  '王',
  '住在',
  '😀',
  'a.',
  '某',
  '姓',
  '（0571）',
  '小李',
  '王 伟',
  '张 ',
]
test.each(LONG)('100,000 characters of %j end, and every find lies within them', (piece) => {
  const text = piece.repeat(Math.ceil(100_000 / piece.length)).slice(0, 100_000)
  let last = 0
  for (const { from, to } of findPersonal(text)) {
    expect(from >= last && to > from && to <= text.length).toBe(true)
    last = to
  }
})

const piece = fc.constantFrom(
  ...'王张李欧阳伟芳国先生女士老师某姓小老业主我叫联系人3栋2单元1201室号楼幺三九零138 0000 1234-，。：·*京A浙b@.x家的说\n'.split(
    '',
  ),
  '13900001111',
  '11010519491231002X',
  '6222020200112233445',
  '浙A12345',
  '张伟',
  '先生',
  '3栋2单元1201室',
  'a@b.cn',
  '〔姓名〕',
  '****',
  '0571-88886666',
  ' ',
)
test('masked twice is masked once, for either reader, and spans are in order', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      const finds = findPersonal(text)
      expect(finds.every((find, i) => find.from >= (finds[i - 1]?.to ?? 0))).toBe(true)
      for (const reader of ['unit', 'public'] as const) {
        const once = redact(text, reader)
        expect(redact(once, reader)).toBe(once)
      }
      expect(findPersonal(redact(text))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test.each(['张伟系楼王王国13900001111', '业主张伟、李娜，3栋2单元1201室'])(
  'what masks gave away is looked for at once: %s',
  (text) => expect(findPersonal(redact(text))).toEqual([]),
)

const said = (text: string) => findPersonal(text).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`)
test.each([
  ['联系人：王 芳', 'name 王 芳'],
  ['姓名：欧 阳 敏', 'name 欧 阳 敏'],
  ['给志刚打电话，关机', 'name 志刚'],
  ['业主反映3栋2单元1101、1102两户打通', 'room 3栋2单元1101、1102'],
  ['5号楼（2单元）301', 'room 5号楼（2单元）301'],
  ['22 栋 2 单元 604', 'room 22 栋 2 单元 604'],
  ['北苑7号楼负一层B02室', 'room 7号楼负一层B02室'],
  ['楼上的水漏到703了', 'room 703'],
  ['下沙村6队15号门口的路塌了', 'room 6队15号'],
  ['学生公寓7号楼B座308室漏雨', 'room 7号楼B座308室'],
  ['801户把消防通道堵死了', 'room 801户'],
  ['楼上1203没有水', 'room 1203'],
  ['是1104的洗衣机排水管接错了', 'room 1104'],
  ['叁栋贰单元壹零壹，漏水', 'room 叁栋贰单元壹零壹'],
  ['13幢西边套602，窗台渗水', 'room 13幢西边套602'],
  ['不收垃圾费的只有1-101', 'room 1-101'],
  ['电话幺柒陆零零零零捌叁肆肆', 'mobile 幺柒陆零零零零捌叁肆肆'],
  ['找郑大海签字', 'name 郑大海'],
])('%s: %s', (text, found) => expect(said(text)).toEqual([found]))

test.each([
  '地下车位B2-118被占',
  '小区共12栋，902户，一个出入口',
  '老小区一梯三户',
  '坐1201路到终点站',
  '2008年买的房',
  '养老院二楼213房间没有呼叫铃',
  '拨打110报警',
  '市场二楼B区26号摊位',
  '住院部6楼612病房',
  '请把 材 料 补齐',
  '和老师沟通过',
  '志强路积水',
  '全村801户都停水',
  '原村主任不接电话',
])('nobody is named in %s', (text) => expect(said(text)).toEqual([]))
