import type { Category, City } from '#domain/city/city.ts'
import type { Channel, RequestType } from '#domain/city/vocabulary.ts'
import { channelMix, drawCategory, drawType } from './demand.ts'
import type { Place, Places } from './places.ts'
import { chance, draw, pick, type Random } from './random.ts'
import type { SimRequest } from './sim-request.ts'
import { sceneText } from './texts/all-scenes.ts'
import { compose } from './texts/compose.ts'
import { communityAround, type Setting } from './texts/fill.ts'
import { companies, givenNames, surnames } from './texts/names.ts'
import { occurrences, windows } from './texts/phrases.ts'
import { fictitiousPhone } from './texts/slots.ts'

/** A city with the places its people name. */
export type SimCity = { city: City; places: Places }

const byHand: readonly Channel[] = ['web', 'wechat', 'mini-program', 'app']

function appellantOf(random: Random, enterprise: boolean): SimRequest['appellant'] {
  const female = chance(random, 0.5)
  const phone = fictitiousPhone(random)
  return {
    name: `${pick(random, surnames)}${pick(random, givenNames)}`,
    gender: female ? 'female' : 'male',
    callerPhone: phone,
    contactPhone: chance(random, 0.9) ? phone : fictitiousPhone(random),
    enterpriseName: enterprise ? pick(random, companies) : null,
  }
}

/** A little off the place's own point, as a caller's pin would be. */
const nudge = (random: Random, degrees: number): number => Math.round((degrees + (random() - 0.5) * 0.002) * 1e5) / 1e5

function whereabouts(setting: Setting): Pick<SimRequest['request'], 'region' | 'address' | 'lng' | 'lat'> {
  const { anchor, random, city, region } = setting
  const point = anchor ?? city.regions.get(region)
  const spot = setting.filled.get('spot') ?? setting.filled.get('bldg') ?? ''
  return {
    region,
    address: anchor === null ? null : `${anchor.name}${spot}`,
    lng: point === undefined ? null : nudge(random, point.lng),
    lat: point === undefined ? null : nudge(random, point.lat),
  }
}

const urgencyOf = (category: Category): 'normal' | 'urgent' => (category.kind === 'urgent' ? 'urgent' : 'normal')

const isAnonymous = (random: Random, type: RequestType): boolean =>
  chance(random, type === 'report' ? 0.2 : type === 'consult' ? 0.01 : 0.02)

/** What many citizens may have in common: one thing that happened at one place. */
export type Incident = { category: Category; place: Place; slot: string }

function settingOf({ city, places }: SimCity, random: Random, at: number, incident: Incident | null): Setting {
  const region = incident?.place.region ?? communityAround({ city, places, random })
  const filled = new Map(incident === null ? [] : [[incident.slot, incident.place.name]])
  return { city, places, random, at, anchor: incident?.place ?? null, region, filled }
}

/** One citizen with one matter at that moment (epoch ms): the same stream of dice gives the same story. */
export function makeRequest(sim: SimCity, random: Random, at: number, incident: Incident | null = null): SimRequest {
  const category = incident?.category ?? drawCategory(sim.city, random, at)
  const requestType = incident === null ? drawType(random, category) : 'complaint'
  const channel = draw(random, channelMix)
  const setting = settingOf(sim, random, at, incident)
  const scene = sceneText(category.code, category.name)
  const told = compose(setting, category.code, scene, requestType, byHand.includes(channel) ? 'written' : 'told')
  const anonymous = isAnonymous(random, requestType)
  const enterprise = category.code.startsWith('L02') || chance(random, 0.03)
  return {
    channel,
    trueCategory: category.code,
    appellant: anonymous ? {} : appellantOf(random, enterprise),
    request: {
      requestType,
      ...told,
      category: category.code,
      urgency: urgencyOf(category),
      respondentName:
        setting.filled.get('company') ?? setting.filled.get('shop') ?? setting.filled.get('agency') ?? null,
      occurredAt: chance(random, 0.3) ? pick(random, occurrences) : null,
      ...whereabouts(setting),
      appellantType: enterprise ? 'enterprise' : 'person',
      anonymous,
      replyWanted: anonymous ? false : chance(random, 0.96),
      contactWindow: chance(random, 0.25) ? pick(random, windows) : null,
    },
  }
}
