import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import exceljs from 'exceljs'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { z } from 'zod'
import { loadOrders } from '#db/orders.ts'
import { sql } from '#db/sql.ts'
import { verifyLog } from '#db/verify.ts'
import type { OrderId } from '#domain/ids.ts'
import { freshDatabase } from '#tools/test-db.ts'
import { type TestHouse, testHouse } from '#tools/test-house.ts'
import { openIdentity } from '../vault.ts'
import { ErrorFile } from './error-file.ts'
import type { Fault } from './fault.ts'
import { importFile } from './import-file.ts'
import { readColumnMap } from './match-columns.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jiesu-import-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** 枫丹花园 小区 楼道照明 in GB18030: Node decodes it and cannot encode it, so the bytes are written out. */
const gb = (text: string): Buffer => {
  const bytes: number[] = []
  const decoder = new TextDecoder('gb18030')
  const table = new Map<string, [number, number]>()
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++)
      if (low !== 0x7f) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low])
  for (const char of text) bytes.push(...(char < '\x80' ? [char.charCodeAt(0)] : (table.get(char) ?? [0x3f])))
  return Buffer.from(bytes)
}

const HEADER = '外部单号,受理时间,诉求类型,标题,内容,区域,姓名,联系电话（必填）'
const LIGHT = '楼道照明灯损坏'
const row = (no: string, more: Partial<Record<'at' | 'type' | 'text' | 'place' | 'phone', string>> = {}): string =>
  [
    no,
    more.at ?? '2026-02-27 17:11:00',
    more.type ?? '投诉',
    LIGHT,
    more.text ?? '小区楼道照明灯损坏两周',
    more.place ?? '锦澜区/钟鼓街道',
    '张三',
    more.phone ?? '138 1234 5678',
  ].join(',')

describe.each(inject('engines'))('on PostgreSQL $name', (engine) => {
  let house: TestHouse
  let drop: () => Promise<void>
  beforeAll(async () => {
    const database = await freshDatabase(engine)
    drop = database.drop
    house = await testHouse(database.url)
  })
  afterAll(async () => {
    await house.close()
    await drop()
  })

  async function bring(name: string, content: string | Buffer, more: { map?: string[]; dryRun?: boolean } = {}) {
    const file = join(folder, name)
    await writeFile(file, content)
    const faults: Fault[] = []
    const ignored: string[] = []
    const counts = await importFile(house, file, {
      system: name,
      channel: 'upstream',
      map: readColumnMap(more.map ?? []),
      dryRun: more.dryRun ?? false,
      batchRows: 3,
      onFault: (fault) => void faults.push(fault),
      onIgnored: (columns) => ignored.push(...columns),
    })
    return { ...counts, faults, ignored }
  }

  async function orderOf(system: string, no: string) {
    const query = sql`select order_id from external_no where system = ${system} and no = ${no}`
    const [found] = await house.db.rows(query, z.object({ order_id: z.string() }))
    const stored = (await loadOrders(house.db, [found?.order_id as OrderId])).values().next().value
    if (stored === undefined) throw new Error(`no order ${no}`)
    return stored.order
  }

  test('a row becomes an order opened at its time and submitted, with clocks, figures and a sealed identity', async () => {
    const csv = `\ufeff${HEADER},备注\r\n${row('A1')},x\r\n${row('A2', { at: '2026/3/1 8:05', type: '举报' })},"多行\n备注"\r\n\r\n`
    const brought = await bring('plain.csv', csv)
    expect(brought).toMatchObject({ rows: 2, imported: 2, known: 0, faulty: 0, faults: [], ignored: ['备注'] })
    const order = await orderOf('plain.csv', 'A1')
    expect(order).toMatchObject({
      channel: 'upstream',
      receivedAt: '2026-02-27T09:11:00.000Z',
      acceptedBy: { kind: 'machine', id: 'import' },
      acceptedAt: house.now(),
    })
    expect(['pending-review', 'pending-dispatch', 'intake-review']).toContain(order.state)
    expect(order.request).toMatchObject({ region: '990101001', requestType: 'complaint', title: LIGHT })
    expect(order.clocks.map((clock) => clock.id)).toContain('citizen-C5')
    expect((await orderOf('plain.csv', 'A2')).request.confidential).toBe('contact')
    const [sealed] = await house.db.rows(
      sql`select identity from appellant where order_id = ${order.id}`,
      z.object({ identity: z.instanceof(Buffer) }),
    )
    const identity = openIdentity(house.vault, sealed?.identity ?? Buffer.alloc(0), order.id)
    expect(identity).toMatchObject({ name: '张三', contactPhone: '13812345678' })
    expect((await verifyLog(house.db, house.vault.verify, () => undefined)).broken).toBeNull()
  })

  test('imported again, or after a kill in the middle, rows make no second order', async () => {
    const rows = Array.from({ length: 8 }, (_, i) => row(`B${i}`))
    const first = [HEADER, ...rows.slice(0, 5)].join('\n')
    expect(await bring('again.csv', first)).toMatchObject({ imported: 5, known: 0 })
    const whole = [HEADER, ...rows, row('B7')].join('\n')
    expect(await bring('again.csv', whole, { dryRun: true })).toMatchObject({ rows: 9, imported: 3, known: 6 })
    expect(await bring('again.csv', whole)).toMatchObject({ rows: 9, imported: 3, known: 6 })
    expect(await bring('again.csv', whole)).toMatchObject({ imported: 0, known: 9 })
  })

  test('nobody is texted unless the import says so', async () => {
    const city = { ...house.city, policy: { ...house.city.policy, notices: true } }
    const wish = { system: 'texts', channel: 'upstream', map: readColumnMap([]), dryRun: false } as const
    const texts = () => house.db.rows(sql`select count(*) as n from outbox`, z.object({ n: z.number() }))
    const file = join(folder, 'texts.csv')
    await writeFile(file, [HEADER, row('T1')].join('\n'))
    await importFile({ ...house, city }, file, wish)
    expect(await texts()).toEqual([{ n: 0 }])
    await writeFile(file, [HEADER, row('T2')].join('\n'))
    await importFile({ ...house, city }, file, { ...wish, notify: true })
    expect(await texts()).toEqual([{ n: 1 }])
  })

  test('two imports of one file at the same moment share its rows', async () => {
    const csv = [HEADER, ...Array.from({ length: 40 }, (_, i) => row(`R${i}`))].join('\n')
    const both = await Promise.all([bring('race.csv', csv), bring('race.csv', csv)])
    expect(both[0].imported + both[1].imported).toBe(40)
    expect(both.map(({ imported, known }) => imported + known)).toEqual([40, 40])
  })

  test('without a number column the row itself is the number, whatever the columns’ order and format', async () => {
    const header = HEADER.slice(HEADER.indexOf(',') + 1)
    const cells = row('').slice(1).split(',')
    expect(await bring('nameless', `${header}\n${cells.join(',')}\n`)).toMatchObject({ imported: 1 })
    const turned = [header.split(',').toReversed().join('\t'), cells.toReversed().join('\t')].join('\r\n')
    expect(await bring('nameless', turned)).toMatchObject({ imported: 0, known: 1 })
    const json = JSON.stringify({
      receivedAt: '2026-02-27T17:11:00+08:00',
      ...Object.fromEntries(
        header
          .split(',')
          .slice(1)
          .map((name, i) => [name, cells[i + 1]]),
      ),
    })
    expect(await bring('nameless', json)).toMatchObject({ imported: 0, known: 1 })
  })

  test('GB18030 with semicolons, and JSON lines in gzip, are told by content', async () => {
    const text = [HEADER, row('C1'), row('C2')]
      .join('\r\n')
      .replaceAll(',', ';')
      .replace(/（必填）/, '')
    expect(await bring('gbk.txt', gb(text))).toMatchObject({ imported: 2, faulty: 0 })
    expect((await orderOf('gbk.txt', 'C1')).request.content).toBe('小区楼道照明灯损坏两周')
    const record = {
      externalNo: 'J1',
      诉求类型: '求助',
      content: '路灯不亮',
      region: '990101001',
      是否匿名: true,
      tags: ['控烟', '夜间'],
    }
    const lines = [record, { ...record, externalNo: 'J2', lng: 111.4, lat: 33.9, 紧急程度: '特急' }].map((r) =>
      JSON.stringify(r),
    )
    expect(await bring('lines.gz', gzipSync(lines.join('\n')))).toMatchObject({ imported: 2, faulty: 0 })
    expect((await orderOf('lines.gz', 'J2')).request).toMatchObject({
      urgency: 'critical',
      lng: 111.4,
      tags: ['控烟', '夜间'],
    })
  })

  test('a workbook: dates, formulas, rich text, links, numbers and the cells Excel leaves out', async () => {
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet('工单')
    sheet.addRow(['工单编号', '受理时间', '诉求类型', '主要内容', '区县', '街道', '联系方式', '经度', '备注'])
    const values = [
      7001,
      new Date(Date.UTC(2026, 1, 27, 17, 11)),
      { richText: [{ text: '投' }, { text: '诉' }] },
      { formula: 'A1&B1', result: '电梯停运三天' },
      '锦澜区',
      '钟鼓街道',
      13812345678,
      111.5,
    ]
    sheet.addRow(values)
    sheet.addRow([
      7002,
      '昨天',
      '投诉',
      { formula: '1/0', result: { error: '#DIV/0!' } },
      '锦澜区',
      '钟鼓街道',
      { text: '13800001111', hyperlink: 'tel:13800001111' },
    ])
    sheet.addRow([1.234e20, new Date(Date.UTC(2026, 1, 27)), '投诉', '电梯停运', '锦澜区', '钟鼓街道', '13800001111'])
    const brought = await bring('book.xlsx', Buffer.from(await book.xlsx.writeBuffer()))
    expect(brought).toMatchObject({ rows: 3, imported: 1, faulty: 2 })
    expect(brought.faults.map(({ row: at, column }) => [at, column])).toEqual([
      [4, '外部单号/externalNo'],
      [3, '受理时间/receivedAt'],
      [3, '内容/content'],
    ])
    expect(await orderOf('book.xlsx', '7001')).toMatchObject({
      receivedAt: '2026-02-27T09:11:00.000Z',
      request: { content: '电梯停运三天', region: '990101001', lng: 111.5 },
    })
    await expect(bring('cut.xlsx', (await readFile(join(folder, 'book.xlsx'))).subarray(0, 3000))).rejects.toThrow(
      /damaged or cut off/,
    )
  })

  test('bad rows are told with row, column, masked value and what was expected; good rows go in', async () => {
    const csv = [
      HEADER,
      row('D1'),
      row('D2', { type: '发火', place: '外省', phone: '138' }),
      row('D3', { at: '2027-01-01' }),
      row('D4', { place: '锦澜区' }),
      row('D5', { phone: '' }),
      row('D6', { text: 'x'.repeat(100_000) }),
      row('D7', { at: '2026-02-30 10:00' }),
      row('D8'),
      'D9,2026-02-27 17:11,投诉,楼道',
    ].join('\n')
    const { faults, ...counts } = await bring('bad.csv', csv)
    expect(counts).toMatchObject({ rows: 9, imported: 2, faulty: 7 })
    const told = faults.map((fault) => [fault.row, fault.column.split('/')[1] ?? '', fault.found.slice(0, 12)])
    expect(told.sort(([a], [b]) => Number(a) - Number(b))).toEqual([
      [3, 'requestType', '发火'],
      [3, 'region', '外省'],
      [3, 'phone', '*38'],
      [4, 'receivedAt', '2027-01-01'],
      [5, 'region', '锦澜区'],
      [6, 'phone', ''],
      [7, 'content', 'xxxxxxxxxxxx'],
      [8, 'receivedAt', '2026-02-30 1'],
      [10, '', '4 cells'],
    ])
    expect(JSON.stringify(faults).length).toBeLessThan(5000)
    const errors = new ErrorFile(join(folder, 'bad.csv.errors.csv'))
    for (const fault of faults) await errors.add({ ...fault, found: `=${fault.found}` })
    await errors.close()
    expect((await readFile(errors.path, 'utf8')).split('\r\n')[1]).toMatch(
      /^3,"诉求类型\/requestType","'=发火","one of/,
    )
  })

  test('a file cut in a quoted text or in its compression keeps the rows before', async () => {
    const csv = [HEADER, row('E1'), row('E2'), `${row('E3').replace('小区楼道', '"小区楼道')}`].join('\n')
    const { faults, ...counts } = await bring('cut.csv', csv)
    expect(counts).toMatchObject({ imported: 2, faulty: 1 })
    expect(faults[0]).toMatchObject({ row: 4, expected: 'CSV_QUOTE_NOT_CLOSED' })
    const whole = [
      HEADER,
      ...Array.from({ length: 300 }, (_, i) => row(`F${i}`, { text: `第${i * 7919}盏路灯不亮` })),
    ].join('\n')
    const packed = gzipSync(whole)
    await expect(bring('cut.gz', packed.subarray(0, packed.length / 2))).rejects.toThrow(/cut off/)
    const after = await bring('cut.gz', packed)
    expect(after.known).toBeGreaterThan(0)
    expect(after.imported + after.known).toBe(300)
  })

  test('a wrong header says what was found, what is missing and what is known', async () => {
    const wrong = bring('wrong.csv', '序号,诉求描述,类别\n1,路灯不亮,投诉\n')
    await expect(wrong).rejects.toThrow(
      /lacks 诉求类型\/requestType, 内容\/content, 区域\/region.*Found 找到的列: 序号, 诉求描述, 类别/,
    )
    await expect(bring('wrong.csv', '内容,主要内容,诉求类型,区域\n')).rejects.toThrow(/Two columns mean 内容\/content/)
    await expect(bring('wrong.csv', '')).rejects.toThrow(/is empty/)
    const map = ['序号=externalNo', '诉求描述=内容', '类别=诉求类型', '地点=region', '是否匿名=']
    const csv = '序号,诉求描述,类别,地点,是否匿名\n1,路灯不亮,投诉,990101001,是\n'
    expect((await bring('mapped.csv', csv, { map })).faults).toMatchObject([{ row: 2, column: '电话/phone' }])
  })
})
