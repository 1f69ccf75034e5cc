import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ConfigFault, type Environment, readConfig } from './config.ts'
import { newKeyFile } from './vault.ts'
import { createKeyFile } from './write-key-file.ts'

let folder: string
let good: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiesu-config-'))
  good = join(folder, 'keys.json')
  await createKeyFile(good, newKeyFile())
})
afterAll(() => rm(folder, { recursive: true }))

function faultsOf(environment: Environment): readonly string[] {
  try {
    readConfig(environment)
    return []
  } catch (error) {
    if (error instanceof ConfigFault) return error.faults
    throw error
  }
}

test('without any setting it is a demo on this machine alone', () => {
  expect(readConfig({ PATH: '/bin', PORT: '', JIESU_CITY: '' })).toMatchObject({
    mode: 'demo',
    port: 12345,
    host: '127.0.0.1',
    databaseUrl: null,
    cityFolder: expect.stringMatching(/city.demo$/),
    keysFile: expect.stringMatching(/data.keys\.json$/),
    admin: null,
    trustProxy: 0,
    history: true,
  })
})

test('production with its secrets in order', () => {
  const config = readConfig({
    JIESU_MODE: 'production',
    JIESU_CITY: '/srv/city',
    JIESU_KEYS: good,
    JIESU_ADMIN: 'chief',
    JIESU_ADMIN_PASSWORD: 'kept-in-the-safe-1',
    DATABASE_URL: 'postgresql://jiesu@db/jiesu',
    PORT: '80',
    JIESU_TRUST_PROXY: '1',
  })
  expect(config).toMatchObject({ host: '0.0.0.0', port: 80, trustProxy: 1, history: false, keysFile: good })
  expect(config.admin).toEqual({ login: 'chief', password: 'kept-in-the-safe-1' })
})

describe('production refuses', () => {
  const sound = () => ({ JIESU_MODE: 'production', JIESU_CITY: '/srv/city', JIESU_KEYS: good })
  test.each([
    ['a city that is not named', { JIESU_CITY: '' }, /^JIESU_CITY: .*演示城市/],
    ['missing keys', { JIESU_KEYS: undefined }, /^JIESU_KEYS: .*new-keys/],
    ['a keys file that is not there', { JIESU_KEYS: '/nowhere/keys.json' }, /^JIESU_KEYS: .*does not exist.*不存在/],
    ['an administrator without password', { JIESU_ADMIN: 'chief' }, /^JIESU_ADMIN, JIESU_ADMIN_PASSWORD: /],
    [
      'a short password',
      { JIESU_ADMIN: 'chief', JIESU_ADMIN_PASSWORD: 'x7$kfm2' },
      /^JIESU_ADMIN_PASSWORD: .*至少 10 位/,
    ],
    [
      'the log-in as password',
      { JIESU_ADMIN: 'chief', JIESU_ADMIN_PASSWORD: 'chief-of-all' },
      /^JIESU_ADMIN_PASSWORD: /,
    ],
    [
      'the demo’s password',
      { JIESU_ADMIN: 'chief', JIESU_ADMIN_PASSWORD: 'yunchuan-demo-2026' },
      /^JIESU_ADMIN_PASSWORD: /,
    ],
    ['a port out of range', { PORT: '65536' }, /^PORT: .*端口/],
    ['another database', { DATABASE_URL: 'mysql://db' }, /^DATABASE_URL: /],
    ['a switch that is neither', { JIESU_TRUST_PROXY: 'yes' }, /^JIESU_TRUST_PROXY: /],
    ['an address that is none', { JIESU_SMS_URL: 'sms.example' }, /^JIESU_SMS_URL: /],
  ])('%s', (_, over, why) => {
    expect(faultsOf({ ...sound(), ...over })).toEqual([expect.stringMatching(why)])
  })

  test('keys that others may read', async () => {
    const open = join(folder, 'open.json')
    await createKeyFile(open, newKeyFile())
    await chmod(open, 0o644)
    expect(faultsOf({ ...sound(), JIESU_KEYS: open })).toEqual([expect.stringMatching(/chmod 600/)])
    expect(faultsOf({ JIESU_KEYS: open })).toEqual([])
  })

  test('everything at once, each by its name', () => {
    const faults = faultsOf({ JIESU_MODE: 'production', PORT: 'x', JIESU_ADMIN_PASSWORD: 'short' })
    expect(faults.map((fault) => fault.split(':')[0])).toEqual([
      'PORT',
      'JIESU_CITY',
      'JIESU_KEYS',
      'JIESU_ADMIN, JIESU_ADMIN_PASSWORD',
      'JIESU_ADMIN_PASSWORD',
    ])
  })

  const other = Buffer.alloc(32, 'ab').toString('base64')
  test.each([
    ['not JSON', () => 'keys', /^JIESU_KEYS: keys file: not JSON/],
    ['a missing field', () => ({ ...newKeyFile(), index: undefined }), /^JIESU_KEYS: index: /],
    ['a short key', () => ({ ...newKeyFile(), keys: { 1: 'c2hvcnQ=' } }), /^JIESU_KEYS: keys\.1: /],
    ['a key made by hand', () => ({ ...newKeyFile(), keys: { 1: other } }), /^JIESU_KEYS: keys\.1: too regular/],
    ['an active key that is not there', () => ({ ...newKeyFile(), active: 2 }), /^JIESU_KEYS: active: /],
    ['a broken seal', () => ({ ...newKeyFile(), seal: '-----BEGIN PRIVATE KEY-----' }), /^JIESU_KEYS: seal: /],
  ])('a keys file with %s', async (name, make, why) => {
    const path = join(folder, `${name}.json`)
    const content = make()
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content), { mode: 0o600 })
    expect(faultsOf({ ...sound(), JIESU_KEYS: path })).toEqual([expect.stringMatching(why)])
  })

  test('a keys file that uses one key for two things', async () => {
    const keys = newKeyFile()
    const path = join(folder, 'twice.json')
    await createKeyFile(path, { ...keys, keys: { 1: keys.index } })
    expect(faultsOf({ ...sound(), JIESU_KEYS: path })).toEqual([expect.stringMatching(/^JIESU_KEYS: index: the same/)])
  })
})
