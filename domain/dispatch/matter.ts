import type { PublicRequest } from '../accept/request.ts'
import { type Instant, msOf, SHANGHAI_OFFSET_MS } from '../ids.ts'
import type { Order } from '../order/order.ts'

/** What the catalogue asks of a request. */
export type Matter = Pick<
  PublicRequest,
  | 'category'
  | 'region'
  | 'requestType'
  | 'kind'
  | 'placeType'
  | 'ownership'
  | 'respondentType'
  | 'respondentName'
  | 'tags'
  | 'title'
  | 'content'
> & { receivedAt: Instant }

export const matterOf = ({ request, receivedAt }: Pick<Order, 'request' | 'receivedAt'>): Matter => ({
  category: request.category,
  region: request.region,
  requestType: request.requestType,
  kind: request.kind,
  placeType: request.placeType,
  ownership: request.ownership,
  respondentType: request.respondentType,
  respondentName: request.respondentName,
  tags: request.tags,
  title: request.title,
  content: request.content,
  receivedAt,
})

/** One spelling for what may be typed in several: full and half width, capital and small. */
export const spelling = (text: string): string => text.normalize('NFKC').toLowerCase()

/** What conditions read of a matter, each worked out when the first rule asks for it. */
export class MatterFacts {
  readonly matter: Matter
  private textRead: string | undefined
  private clock: Date | undefined
  constructor(matter: Matter) {
    this.matter = matter
  }

  get text(): string {
    this.textRead ??= spelling(`${this.matter.title}\n${this.matter.content}`)
    return this.textRead
  }

  private get received(): Date {
    this.clock ??= new Date(msOf(this.matter.receivedAt) + SHANGHAI_OFFSET_MS)
    return this.clock
  }

  /** of receipt, in Shanghai, 0–1439 */
  get minute(): number {
    return this.received.getUTCHours() * 60 + this.received.getUTCMinutes()
  }

  /** of receipt, as 1115 for the 15th of November */
  get monthDay(): number {
    return (this.received.getUTCMonth() + 1) * 100 + this.received.getUTCDate()
  }
}
