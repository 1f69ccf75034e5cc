import type { Light } from '#domain/city/vocabulary.ts'
import { lightTone } from '../ui/Light.tsx'

/**
 * One numbered place; its number is that of its row in the list beside the map. With a light it has that colour and shape;
 * `aside` moves it that many px, where several matters lie at one door.
 */
export type MapPin = {
  id: string
  n: number
  lng: number
  lat: number
  label: string
  light?: Light
  aside?: readonly [number, number]
}
export type MapPlace = { lng: number; lat: number; label: string }

const SVG = 'http://www.w3.org/2000/svg'

function shape(name: 'path' | 'circle' | 'text', attributes: Record<string, string>): SVGElement {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  return element
}

/** The blue pin of the matter itself; its tip is the place. */
export function mainPin(label: string): HTMLElement {
  const pin = document.createElement('div')
  pin.className = 'mainpin'
  pin.setAttribute('role', 'img')
  pin.setAttribute('aria-label', label)
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '-11 -30 22 31')
  svg.append(
    shape('path', { d: 'M0 0C-9-10-10-14-10-19a10 10 0 0 1 20 0c0 5-1 9-10 19z' }),
    shape('circle', { cy: '-19', r: '3.6' }),
  )
  const words = document.createElement('span')
  words.textContent = label
  pin.append(svg, words)
  return pin
}

/** Larger than the lights of a list, with room for a number: disc, triangle, octagon. */
const LIT: Record<Light, { d: string; at: string }> = {
  green: { d: 'M20 5a15 15 0 1 1 0 30a15 15 0 1 1 0-30z', at: '25.5' },
  yellow: { d: 'M20 2.500L37.500 34.500H2.500z', at: '30' },
  red: { d: 'M13.500 4.500h13L35.500 13.500v13L26.500 35.500h-13L4.500 26.500v-13z', at: '25.5' },
}

function litShape(light: Light, n: number): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 40 40')
  svg.setAttribute('aria-hidden', 'true')
  const number = shape('text', { x: '20', y: LIT[light].at })
  number.textContent = String(n)
  svg.append(shape('path', { d: LIT[light].d }), number)
  return svg
}

/** The reader's own place: a dot with a halo, nothing to press. */
export function ownDot(label: string): HTMLElement {
  const dot = document.createElement('div')
  dot.className = 'owndot'
  dot.setAttribute('role', 'img')
  dot.setAttribute('aria-label', label)
  return dot
}

/** A white disc with the number of its row; a button where choosing it leads somewhere. */
export function numberPin({ n, label, light }: MapPin, chosen: boolean, choose: (() => void) | null): HTMLElement {
  const pin = document.createElement(choose === null ? 'div' : 'button')
  pin.className = 'numberpin'
  if (light === undefined) pin.textContent = String(n)
  else {
    pin.classList.add('lit', lightTone(light))
    pin.append(litShape(light, n))
  }
  pin.title = label
  pin.setAttribute('aria-label', `${n} ${label}`)
  if (choose === null) pin.setAttribute('role', 'img')
  else {
    pin.setAttribute('type', 'button')
    pin.setAttribute('aria-pressed', String(chosen))
    pin.addEventListener('click', (event) => {
      // The click is the pin's; the map below would put a new place here.
      event.stopPropagation()
      choose()
    })
  }
  pin.classList.toggle('on', chosen)
  return pin
}
