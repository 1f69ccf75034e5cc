import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeOnce } from './make-once.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiesu-once-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('of many who want it one makes it, and nobody makes it again', async () => {
  const path = join(folder, 'deep', 'thing')
  let made = 0
  const make = async () => {
    made += 1
    await new Promise((resolve) => setTimeout(resolve, 20))
    writeFileSync(path, 'whole')
  }
  await Promise.all([makeOnce(path, make), makeOnce(path, make), makeOnce(path, make)])
  await makeOnce(path, make)
  expect(made).toBe(1)
  expect(existsSync(`${path}.making`)).toBe(false)
})

test('whoever died while making keeps nobody waiting, and a failure is told and leaves no lock', async () => {
  const path = join(folder, 'thing')
  writeFileSync(`${path}.making`, '999999999')
  const fails = () => Promise.reject(new Error('no room'))
  await expect(makeOnce(path, fails)).rejects.toThrow('no room')
  expect(existsSync(`${path}.making`)).toBe(false)
  await makeOnce(path, async () => writeFileSync(path, 'whole'))
  expect(existsSync(path)).toBe(true)
})
