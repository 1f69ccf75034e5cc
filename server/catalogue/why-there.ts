import { tryRules } from '#city/try-rules.ts'
import type { Handlers } from '#contract/api.ts'
import type { whyThere } from '#contract/catalogue.ts'
import type { Reply } from '#contract/endpoint.ts'
import type { Understanding } from '#contract/understand.ts'
import { kindOf } from '#domain/city/lookup.ts'
import { chooseUnit } from '#domain/dispatch/choose-unit.ts'
import type { Matter } from '#domain/dispatch/matter.ts'
import type { Instant, RegionCode } from '#domain/ids.ts'
import { rowsOf } from '../city-preview.ts'
import type { Shell } from '../shell.ts'
import { readText } from '../understand/read-text.ts'
import { type Asked, readFields } from './read-fields.ts'
import { toldChoice } from './told-choice.ts'

type Understood = Pick<
  Understanding,
  'category' | 'place' | 'requestType' | 'placeType' | 'ownership' | 'respondentType' | 'respondent'
>

const first = <Value>(given: Value | null, understood: readonly { value: Value }[]): Value | null =>
  given ?? understood[0]?.value ?? null

/** What was said, and where nothing was said what the text tells; a type nobody can tell is asking for help. */
function matterFrom({ city }: Shell, asked: Asked, read: Understood, region: RegionCode, at: Instant): Matter {
  const category = asked.category ?? read.category.suggestions[0]?.category ?? null
  return {
    category,
    region,
    requestType: first(asked.requestType, read.requestType.suggestions) ?? 'help',
    kind: asked.kind ?? kindOf(city, category),
    placeType: first(asked.placeType, read.placeType.suggestions),
    ownership: first(asked.ownership, read.ownership.suggestions),
    respondentType: first(asked.respondentType, read.respondentType.suggestions),
    respondentName: asked.respondentName ?? read.respondent.suggestions[0]?.name ?? null,
    tags: asked.tags,
    title: asked.title,
    content: asked.content,
    receivedAt: at,
  }
}

async function byVersion(shell: Shell, id: number, matter: Matter) {
  const rows = await rowsOf(shell, 'rules', id)
  if (rows === undefined) return { ok: false, refusal: 'not-found' } as const
  const tried = await tryRules(shell.city, rows)
  if (!tried.ok) return { ok: false, refusal: 'city-version-faulty' } as const
  const choice = { ...chooseUnit(matter, tried.city, new Set()), version: `#${id}` }
  return { ok: true, told: toldChoice(tried.city, matter, choice) } as const
}

export const whyThereHandlers = {
  whyThere: async (shell, { body }) => {
    const { city } = shell
    if (body.category !== null && !city.categories.has(body.category)) return { ok: false, refusal: 'unknown-category' }
    if (body.region !== null && !city.regions.has(body.region)) return { ok: false, refusal: 'unknown-region' }
    const read = readText(shell, { title: body.title, content: body.content, region: body.region })
    const region = body.region ?? read.place.suggestions[0]?.place.region ?? null
    if (region === null) return { ok: false, refusal: 'place-needed' }
    const matter = matterFrom(shell, body, read, region, body.at ?? shell.at)
    const reply: Reply<typeof whyThere> = {
      read: readFields(city, body, read, matter),
      choice: toldChoice(city, matter, chooseUnit(matter, city, new Set())),
      other: null,
    }
    if (body.version === null) return { ok: true, reply }
    const other = await byVersion(shell, body.version, matter)
    return other.ok ? { ok: true, reply: { ...reply, other: other.told } } : other
  },
} satisfies Partial<Handlers<Shell>>
