/** One numbered place; its number is that of its row in the list beside the map. */
export type MapPin = { id: string; n: number; lng: number; lat: number; label: string }
export type MapPlace = { lng: number; lat: number; label: string }

const SVG = 'http://www.w3.org/2000/svg'

function shape(name: 'path' | 'circle', attributes: Record<string, string>): SVGElement {
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

/** A white disc with the number of its row; a button where choosing it leads somewhere. */
export function numberPin({ n, label }: MapPin, chosen: boolean, choose: (() => void) | null): HTMLElement {
  const pin = document.createElement(choose === null ? 'div' : 'button')
  pin.className = 'numberpin'
  pin.textContent = String(n)
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
