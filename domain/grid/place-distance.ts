/** Mean radius of the earth in metres. */
const EARTH = 6_371_008
const rad = (degrees: number): number => (degrees * Math.PI) / 180

export type Point = { lng: number; lat: number }

/** Metres between two points (haversine); whole metres, since a phone knows no better. */
export function metresBetween(a: Point, b: Point): number {
  const half = (x: number) => Math.sin(x / 2) ** 2
  const h = half(rad(b.lat - a.lat)) + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * half(rad(b.lng - a.lng))
  return Math.round(2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h))))
}

/** Null where one of them is not known. */
export const pointOf = ({ lng, lat }: { lng: number | null; lat: number | null }): Point | null =>
  lng === null || lat === null ? null : { lng, lat }
