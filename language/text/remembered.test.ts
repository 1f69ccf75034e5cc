import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

function counted(most: number, characters: number) {
  const asked: string[] = []
  const read = remembered(
    (text) => {
      asked.push(text)
      return text.length
    },
    most,
    characters,
  )
  return { read, asked }
}

test('a text asked for again is not read again', () => {
  const { read, asked } = counted(10, 1000)
  expect([read('停水'), read('停电了'), read('停水')]).toEqual([2, 3, 2])
  expect(asked).toEqual(['停水', '停电了'])
})

test('what is asked for all the time stays, what nobody asks for goes', () => {
  const { read, asked } = counted(4, 1000)
  for (let i = 0; i < 20; i++) {
    read('常')
    read(`第${i}件`)
  }
  expect(asked.filter((text) => text === '常')).toHaveLength(1)
  read('第0件')
  expect(asked.filter((text) => text === '第0件')).toHaveLength(2)
})

test('long texts are not kept, and many of them do not push out the short ones', () => {
  const { read, asked } = counted(10, 80)
  const long = '长'.repeat(11)
  read('短')
  for (let i = 0; i < 5; i++) read(long)
  read('短')
  expect(asked.filter((text) => text === long)).toHaveLength(5)
  expect(asked.filter((text) => text === '短')).toHaveLength(1)
})
