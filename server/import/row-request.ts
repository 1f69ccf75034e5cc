import type { ZodError } from 'zod'
import { RequestWish } from '#domain/accept/open-order.ts'
import { Appellant, type ExternalNo } from '#domain/accept/request.ts'
import type { City } from '#domain/city/city.ts'
import type { Channel } from '#domain/city/vocabulary.ts'
import type { Instant } from '#domain/ids.ts'
import { type Fault, faultAt } from './fault.ts'
import type { Cells, Field } from './fields.ts'
import { findCategory } from './find-category.ts'
import { findRegion, placeText } from './find-place.ts'
import { MOMENT, readMoment } from './read-moment.ts'
import { meaningOf } from './words.ts'

export type RowRequest = {
  channel: Channel
  receivedAt: Instant | undefined
  request: RequestWish
  appellant: Appellant
}
type Read = { ok: true; value: RowRequest } | { ok: false; faults: readonly Fault[] }

const list = (text: string | undefined): string[] =>
  text === undefined
    ? []
    : text
        .split(/[;；,，、|]/)
        .map((part) => part.trim())
        .filter((part) => part !== '')

const CATEGORY =
  'a code or name of the city’s taxonomy; or leave the column out (--map COLUMN=) 应为本市分类的编码或名称'
const REGION = 'a code or unambiguous name of a region of the city 应为本市区划的编码或可唯一确定的名称'
const NUMBER = 'a number 应为数字'
const LOST = 'readable text: characters were lost in another encoding 文字编码有误'

const NO_RESULT = 'a formula with a result 公式未得出结果'
const SHEET_ERROR = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|DATE)$/

/** Reads one row's cells, gathering every fault in it instead of stopping at the first. */
class RowReader {
  readonly faults: Fault[] = []
  readonly cells: Cells
  readonly row: number
  constructor(row: number, cells: Cells) {
    this.row = row
    this.cells = cells
  }

  fault(field: Field, expected: string): undefined {
    this.faults.push(faultAt(this.row, field, this.cells[field], expected))
    return undefined
  }

  checkTexts(): void {
    for (const field of Object.keys(this.cells) as Field[]) {
      const text = this.cells[field] ?? ''
      if (text.includes('\ufffd')) this.fault(field, LOST)
      else if (text.startsWith('#') && SHEET_ERROR.test(text)) this.fault(field, NO_RESULT)
    }
  }

  /** The value of a cell, if it is filled and `read` makes something of it. */
  value<Value>(field: Field, read: (text: string) => Value | null, expected: string): Value | undefined {
    const text = this.cells[field]
    if (text === undefined) return undefined
    return read(text) ?? this.fault(field, expected)
  }

  word(field: Field): string | boolean | undefined {
    const meaning = meaningOf(field)
    return this.value(field, (text) => meaning?.values.get(text.toLowerCase()) ?? null, meaning?.expected ?? '')
  }

  number(field: Field): number | undefined {
    return this.value(field, (text) => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null), NUMBER)
  }

  region(city: City): string | undefined {
    const text = placeText(this.cells)
    const code = text === undefined ? null : findRegion(city, text)
    if (code !== null) return code
    this.faults.push(faultAt(this.row, 'region', text, REGION))
    return undefined
  }
}

/** Where the schema speaks of another name than the column. */
const FIELD_OF: Readonly<Record<string, Field>> = { contactPhone: 'phone', external: 'externalNo' }

function addIssues(reader: RowReader, error: ZodError | undefined): void {
  for (const issue of error?.issues ?? []) {
    const [path] = issue.path.map(String)
    const field = FIELD_OF[path ?? ''] ?? (path as Field)
    const told = reader.faults.some((fault) => fault.column.endsWith(`/${field}`))
    const missing = reader.cells[field] === undefined
    if (!told) reader.fault(field, missing ? 'something: it is needed 必填' : issue.message)
  }
}

function wishOf(reader: RowReader, external: ExternalNo, city: City) {
  const { cells } = reader
  return {
    ...cells,
    requestType: reader.word('requestType'),
    kind: reader.word('kind'),
    urgency: reader.word('urgency'),
    hazard: reader.word('hazard'),
    confidential: reader.word('confidential'),
    anonymous: reader.word('anonymous'),
    replyWanted: reader.word('replyWanted'),
    appellantType: reader.word('appellantType'),
    placeType: reader.word('placeType'),
    ownership: reader.word('ownership'),
    respondentType: reader.word('respondentType'),
    category: reader.value('category', (text) => findCategory(city, text), CATEGORY),
    region: reader.region(city),
    lng: reader.number('lng'),
    lat: reader.number('lat'),
    tags: list(cells.tags),
    appellantTags: list(cells.appellantTags),
    external,
  }
}

export function rowRequest(row: number, cells: Cells, external: ExternalNo, channel: Channel, city: City): Read {
  const reader = new RowReader(row, cells)
  reader.checkTexts()
  const request = RequestWish.safeParse(wishOf(reader, external, city))
  const { name, email, idNumber, enterpriseName, creditCode, phone, callerPhone } = cells
  const gender = reader.word('gender')
  const who = { name, gender, email, idNumber, enterpriseName, creditCode, contactPhone: phone, callerPhone }
  const appellant = Appellant.safeParse(who)
  const receivedAt = reader.value('receivedAt', readMoment, MOMENT)
  const from = reader.word('channel')
  addIssues(reader, request.error)
  addIssues(reader, appellant.error)
  if (!request.success || !appellant.success || reader.faults.length > 0) return { ok: false, faults: reader.faults }
  const value = {
    channel: (from as Channel | undefined) ?? channel,
    receivedAt,
    request: request.data,
    appellant: appellant.data,
  }
  return { ok: true, value }
}
