import type { RequestType } from '#domain/city/vocabulary.ts'
import { chance, pick } from '../random.ts'
import { demandsOf } from './demands.ts'
import { fill, type Setting } from './fill.ts'
import {
  askedBefore,
  closings,
  feelings,
  leftNumbers,
  openings,
  praiseWishes,
  suggestionWishes,
  triedBefore,
  wishes,
} from './phrases.ts'
import type { SceneText } from './scene-texts.ts'

type Told = { title: string; content: string; demand: string | null }
/** By phone an agent writes it down; on the web the citizen does. */
type Hand = 'told' | 'written'

function demandFor(setting: Setting, category: string, type: RequestType): string | null {
  const { random } = setting
  if (type === 'consult') return null
  if (type === 'praise') return pick(random, praiseWishes)
  const wish = type === 'suggestion' ? pick(random, suggestionWishes) : pick(random, wishes)
  return `${wish}${pick(random, demandsOf(category))}`
}

const sentence = (text: string): string => (text === '' || /[。！？]$/.test(text) ? text : `${text}。`)
const suggested = (title: string): string => (title.startsWith('建议') ? title : `建议解决${title}`)

/** One citizen's words on one scene: an opening, the facts, what it does to them, what they want, a close. */
export function compose(setting: Setting, category: string, scene: SceneText, type: RequestType, hand: Hand): Told {
  const { random } = setting
  const asks = type === 'consult'
  const [title = '', facts = ''] = pick(random, asks ? scene.ask : scene.say).split('｜')
  const demand = demandFor(setting, category, type)
  const parts = [
    pick(random, asks && hand === 'told' ? openings.asked : openings[hand]),
    sentence(facts),
    type !== 'praise' && chance(random, 0.55) ? pick(random, asks ? askedBefore : triedBefore) : '',
    !asks && type !== 'praise' && chance(random, 0.4) ? pick(random, feelings) : '',
    demand === null ? '' : sentence(demand),
    pick(random, asks ? closings.asked : closings[hand]),
    chance(random, 0.06) ? pick(random, leftNumbers) : '',
  ]
  // The place of the facts decides the region, so they are filled before an opening may name the community.
  fill(`${title}${facts}`, setting)
  const heading = fill(title, setting)
  return {
    title: (type === 'suggestion' ? suggested(heading) : heading).slice(0, 50),
    content: fill(parts.join(''), setting),
    demand,
  }
}
