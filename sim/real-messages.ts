import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import type { City, Region } from '#domain/city/city.ts'
import type { RequestType } from '#domain/city/vocabulary.ts'
import { pick, randomOf } from './random.ts'
import type { SimRequest } from './sim-request.ts'
import { fictitiousPhone } from './texts/slots.ts'

/** A message as a public petition board published it, places replaced by codes, people by ids. */
const Message = z.object({
  id: z.union([z.number(), z.string()]).transform(String),
  user: z.string().default(''),
  title: z.string().default(''),
  text: z.string(),
})
export type Message = z.infer<typeof Message>

/** The first `most` messages of a gzipped file of JSON lines; lines without a text are passed over. */
export async function readMessages(file: string, most: number): Promise<Message[]> {
  const messages: Message[] = []
  const stream = createReadStream(file)
  const unzipped = file.endsWith('.gz') ? stream.pipe(createGunzip()) : stream
  for await (const line of createInterface({ input: unzipped, crlfDelay: Number.POSITIVE_INFINITY })) {
    const message = line.trim() === '' ? undefined : Message.safeParse(JSON.parse(line)).data
    if (message !== undefined && message.text.trim() !== '') messages.push(message)
    if (messages.length === most) break
  }
  stream.destroy()
  return messages
}

const PLACE_CODE = /[A-Z]\d{0,2}[市区县]/
const kinds: readonly (readonly [RegExp, RequestType])[] = [
  [/感谢|表扬|点赞/, 'praise'],
  [/举报/, 'report'],
  [/咨询|请问|[吗么呢][?？]|何时|什么时候|如何/, 'consult'],
  [/建议/, 'suggestion'],
  [/求助|帮帮/, 'help'],
]

/** The title says best what kind it is. */
const typeOf = ({ title, text }: Message): RequestType =>
  kinds.find(([words]) => words.test(title === '' ? text.slice(0, 60) : title))?.[1] ?? 'complaint'

/** The same code is always the same district, the same person always the same community in it. */
function regionOf(city: City, { user, title, text }: Message): Region {
  const regions = [...city.regions.values()]
  const code = PLACE_CODE.exec(`${title} ${text}`)?.[0] ?? ''
  const district = pick(
    randomOf(1, 'district', code),
    regions.filter((region) => region.level === 'district'),
  )
  const communities = regions.filter((region) => region.level === 'community' && region.code.startsWith(district.code))
  return pick(randomOf(1, 'community', code, user), communities)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: real messages hold them, the platform refuses them
const clean = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ').trim()

export function requestOf(city: City, message: Message): SimRequest {
  const { code, lng, lat } = regionOf(city, message)
  const title = clean(message.title).slice(0, 50)
  const phone = fictitiousPhone(randomOf(1, 'phone', message.user, message.id))
  return {
    channel: 'web',
    trueCategory: null,
    appellant: { contactPhone: phone },
    request: {
      requestType: typeOf(message),
      ...(title === '' ? {} : { title }),
      content: clean(message.text).slice(0, 2000),
      region: code,
      lng,
      lat,
    },
  }
}
