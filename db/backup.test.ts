import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backupEmbedded } from '#db/backup.ts'
import { type Embedded, startEmbedded } from '#db/embedded.ts'
import { restoreEmbedded } from '#db/restore.ts'

const photo = '现场照片-积水-'.repeat(8)
let folder: string
let server: Embedded

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiesu-backup-'))
  const data = join(folder, 'data')
  server = await startEmbedded(join(data, 'postgres'))
  await mkdir(join(data, 'files'))
  await writeFile(join(data, 'files', `${photo}.jpg`), 'a photo')
  await writeFile(join(data, 'keys.json'), '{}')
  await ask(server.url, `create table request (id int primary key, said text)`)
  await ask(server.url, `insert into request select n, '路灯不亮' || n from generate_series(1, 20000) n`)
}, 30_000)

afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

test('a copy made while rows are written holds every row that was there, and the attachments', async () => {
  let goesOn = true
  const writing = (async () => {
    for (let n = 20_001; goesOn; n++) await ask(server.url, `insert into request values (${n}, 'later')`)
  })()
  const backup = await backupEmbedded(join(folder, 'data'), join(folder, 'b.tar.gz'))
  goesOn = false
  await writing
  expect(backup).toMatchObject({ attachments: 1, keys: 'left-out' })

  const again = join(folder, 'again')
  expect(await restoreEmbedded(backup.file, again)).toMatchObject({ tables: 1, keys: 'missing' })
  expect(await readFile(join(again, 'files', `${photo}.jpg`), 'utf8')).toBe('a photo')
  expect(await readdir(again)).toEqual(['files', 'postgres'])
  const restored = await startEmbedded(join(again, 'postgres'))
  const digest = `select count(*)::int as n, md5(string_agg(said, ',' order by id)) from request where id <= 20000`
  expect(await ask(restored.url, digest)).toEqual(await ask(server.url, digest))
  await restored.stop()

  await expect(restoreEmbedded(backup.file, again)).rejects.toThrow(/not empty.*不为空/)
}, 40_000)

test('a stopped database is copied as well, with its keys if asked', async () => {
  await server.stop()
  const backup = await backupEmbedded(join(folder, 'data'), join(folder, 'c.tar.gz'), { withKeys: true })
  expect(backup.keys).toBe('included')
  expect(await restoreEmbedded(backup.file, join(folder, 'third'))).toMatchObject({ tables: 1, keys: 'there' })
}, 40_000)

test('a file that is no backup leaves the folder empty', async () => {
  const file = join(folder, 'data', 'keys.json')
  await expect(restoreEmbedded(file, join(folder, 'fourth'))).rejects.toThrow()
  expect(await readdir(join(folder, 'fourth'))).toEqual([])
})

async function ask(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}
