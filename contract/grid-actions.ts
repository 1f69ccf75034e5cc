import type { PhotoTaken, ReportUpGround } from '#domain/grid/grid-part.ts'
import type { gridResult, reportUp, whistle } from './grid.ts'
import type { recordArrival, recordContact, signAssignment } from './handling.ts'

/** A photo on the phone: its content lies under `id`; `file` is its hash once it has been uploaded. */
export type PhonePhoto = { id: string; taken: PhotoTaken | null; file: string | null }

/**
 * What a grid worker may do on the phone, with or without a line. Types alone from the contract, so that the page does not
 * carry the library that reads schemas.
 */
export type GridAction =
  | { kind: 'sign'; orderId: string; n: number; title: string }
  | { kind: 'arrive'; orderId: string; n: number; title: string; lng: number | null; lat: number | null }
  | { kind: 'not-reached'; orderId: string; n: number; title: string }
  | {
      kind: 'result'
      orderId: string
      n: number
      title: string
      result: 'solved' | 'partly' | 'explained'
      told: 'visit' | 'phone' | null
      note: string | null
      photos: readonly PhonePhoto[]
    }
  | {
      kind: 'report-up'
      orderId: string
      n: number
      title: string
      ground: Exclude<ReportUpGround, 'over-24-hours'>
      note: string | null
      photos: readonly PhonePhoto[]
    }
  | {
      kind: 'whistle'
      title: string
      content: string
      address: string | null
      place: PhotoTaken | null
      photos: readonly PhonePhoto[]
    }

type Paths = {
  sign: (typeof signAssignment)['path']
  arrive: (typeof recordArrival)['path']
  'not-reached': (typeof recordContact)['path']
  result: (typeof gridResult)['path']
  'report-up': (typeof reportUp)['path']
  whistle: (typeof whistle)['path']
}
const PATHS: Paths = {
  sign: '/orders/:orderId/assignments/:n/sign',
  arrive: '/orders/:orderId/assignments/:n/arrive',
  'not-reached': '/orders/:orderId/assignments/:n/contact',
  result: '/orders/:orderId/assignments/:n/grid-result',
  'report-up': '/orders/:orderId/assignments/:n/report-up',
  whistle: '/grid/whistles',
}

export const photosOf = (action: GridAction): readonly PhonePhoto[] => ('photos' in action ? action.photos : [])

export const withPhotos = (action: GridAction, photos: readonly PhonePhoto[]): GridAction =>
  'photos' in action ? { ...action, photos } : action

const sent = (photos: readonly PhonePhoto[]) => photos.map(({ file, taken }) => ({ file, taken }))

function bodyOf(action: GridAction): unknown {
  switch (action.kind) {
    case 'sign':
      return {}
    case 'arrive':
      return { lng: action.lng, lat: action.lat, evidence: [] }
    case 'not-reached':
      return { method: 'visit', result: 'no-answer', summary: '上门没有见到人', evidence: [] }
    case 'result': {
      const { result, told, note, photos } = action
      return { result, told, note, photos: sent(photos) }
    }
    case 'report-up': {
      const { ground, note, photos } = action
      return { ground, note, photos: sent(photos) }
    }
    case 'whistle': {
      const { content, address, place, photos } = action
      return { content, address, place, photos: sent(photos) }
    }
  }
}

/** The call that an action is, once its photos are uploaded: always a POST with the entry's key. */
export function callOf(action: GridAction): { path: string; body: unknown } {
  const named: Record<string, string> = 'orderId' in action ? { orderId: action.orderId, n: String(action.n) } : {}
  const path = PATHS[action.kind].replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(named[name] ?? ''))
  return { path: `/api${path}`, body: bodyOf(action) }
}
