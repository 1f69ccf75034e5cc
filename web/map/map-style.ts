import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import type { MapReply } from '#contract/places.ts'
import { classOf, type MapShares } from './shares.ts'

/** A token's value now; the style is made anew when the theme changes. */
type Colour = (token: string) => string

type MapLook = {
  data: MapReply
  names: MapReply['regions']
  colour: Colour
  shares: MapShares | null
  /** a region drawn with a dashed edge, such as the community of the place */
  outline: string | null
}

/** No glyph server: without `glyphs` MapLibre draws every character itself, with these fonts of the computer. */
const FONT = ['PingFang SC', 'Noto Sans CJK SC', 'Microsoft YaHei', 'sans-serif']

const byZoom = (...stops: number[]): ExpressionSpecification =>
  ['interpolate', ['exponential', 1.5], ['zoom'], ...stops] as ExpressionSpecification
const is = (property: string, ...values: string[]): ExpressionSpecification => [
  'in',
  ['get', property],
  ['literal', values],
]

const ROADS: readonly { id: string; classes: string[]; width: ExpressionSpecification; from: number }[] = [
  { id: 'street', classes: ['street'], width: byZoom(11, 0.6, 14, 4, 17, 14), from: 11 },
  { id: 'main', classes: ['main'], width: byZoom(9, 0.7, 12, 2.4, 14, 6.5, 17, 20), from: 8 },
  { id: 'ring', classes: ['ring', 'motorway'], width: byZoom(8, 0.9, 12, 3.4, 14, 8, 17, 24), from: 6 },
]

const wider = (width: ExpressionSpecification): ExpressionSpecification =>
  width.map((part, i) =>
    i > 3 && i % 2 === 0 && typeof part === 'number' ? part + 1.4 : part,
  ) as ExpressionSpecification

function roads(colour: Colour): LayerSpecification[] {
  const line = (id: string, classes: string[], width: ExpressionSpecification, token: string, minzoom: number) => ({
    id,
    type: 'line' as const,
    source: 'basemap',
    minzoom,
    filter: ['all', is('kind', 'road'), is('class', ...classes)] as ExpressionSpecification,
    layout: { 'line-cap': 'round' as const, 'line-join': 'round' as const },
    paint: { 'line-color': colour(token), 'line-width': width },
  })
  return [
    ...ROADS.map(({ id, classes, width, from }) => line(`${id}-edge`, classes, wider(width), 'map-road-edge', from)),
    ...ROADS.map(({ id, classes, width, from }) => line(id, classes, width, 'map-road', from)),
  ]
}

function regionEdges({ colour, shares, outline }: MapLook): LayerSpecification[] {
  const edge = (id: string, level: string, width: number, minzoom: number): LayerSpecification => ({
    id,
    type: 'line',
    source: 'regions',
    minzoom,
    filter: is('level', level),
    paint: {
      'line-color': colour(shares === null ? 'line-2' : 'panel'),
      'line-width': width,
      ...(shares === null && level !== 'district' ? { 'line-dasharray': [3, 2] } : {}),
    },
  })
  const edges = [edge('towns', 'town', 0.8, 0), edge('districts', 'district', shares === null ? 1.4 : 2.6, 0)]
  if (shares === null) edges.unshift(edge('communities', 'community', 0.8, 13))
  if (outline === null) return edges
  return [
    ...edges,
    {
      id: 'outline-fill',
      type: 'fill',
      source: 'regions',
      filter: is('code', outline),
      paint: { 'fill-color': colour('brand'), 'fill-opacity': 0.08 },
    },
    {
      id: 'outline',
      type: 'line',
      source: 'regions',
      filter: is('code', outline),
      paint: { 'line-color': colour('brand'), 'line-width': 1.6, 'line-dasharray': [2.5, 1.8] },
    },
  ]
}

function regionFill(colour: Colour, { level, breaks, rows }: MapShares): LayerSpecification {
  const pairs = rows.flatMap(({ code, value }) => [code, colour(`seq-${classOf(value, breaks)}`)])
  // A match wants at least one pair; a region without a row has counted nothing.
  const fill = pairs.length === 0 ? colour('seq-1') : ['match', ['get', 'code'], ...pairs, colour('seq-1')]
  return {
    id: 'shares',
    type: 'fill',
    source: 'regions',
    filter: is('level', level),
    paint: { 'fill-color': fill as ExpressionSpecification },
  }
}

function labels({ colour, shares }: MapLook): LayerSpecification[] {
  const halo = { 'text-halo-color': colour('map-land'), 'text-halo-width': 1.4 }
  const quiet = { 'text-color': colour('map-text'), ...halo }
  const font = { 'text-font': FONT, 'text-field': ['get', 'name'] as ExpressionSpecification }
  const regionNames = (id: string, level: string, size: number, zooms: [number, number]): LayerSpecification => ({
    id,
    type: 'symbol',
    source: 'names',
    minzoom: zooms[0],
    maxzoom: zooms[1],
    filter: is('level', level),
    layout: { ...font, 'text-size': size, 'text-max-width': 8 },
    paint: level === 'district' ? { ...quiet, 'text-color': colour('text') } : quiet,
  })
  const names = [
    regionNames('community-names', 'community', 11, [14, 24]),
    regionNames('town-names', 'town', 11, [10.3, 14]),
    regionNames('district-names', 'district', 13, [0, 11.5]),
  ]
  if (shares !== null) return names.slice(2)
  return [
    {
      id: 'place-dots',
      type: 'circle',
      source: 'places',
      minzoom: 13.4,
      filter: ['!', is('kind', 'road')],
      paint: { 'circle-radius': 2.5, 'circle-color': colour('control') },
    },
    {
      id: 'place-names',
      type: 'symbol',
      source: 'places',
      minzoom: 13.4,
      filter: ['!', is('kind', 'road')],
      layout: { ...font, 'text-size': 11, 'text-anchor': 'top', 'text-offset': [0, 0.4], 'text-max-width': 8 },
      paint: quiet,
    },
    {
      id: 'lane-names',
      type: 'symbol',
      source: 'places',
      minzoom: 15.5,
      filter: is('kind', 'road'),
      layout: { ...font, 'text-size': 11 },
      paint: quiet,
    },
    {
      id: 'water-names',
      type: 'symbol',
      source: 'basemap',
      filter: is('kind', 'water'),
      layout: { ...font, 'text-size': 11 },
      paint: quiet,
    },
    {
      id: 'road-names',
      type: 'symbol',
      source: 'basemap',
      minzoom: 12,
      filter: is('kind', 'road'),
      layout: { ...font, 'text-size': 12, 'symbol-placement': 'line', 'symbol-spacing': 320 },
      paint: quiet,
    },
    ...names,
  ]
}

/** Land, water, roads and names from the city's own files; tiles of a server lie between them when one is set. */
export function mapStyle(look: MapLook): StyleSpecification {
  const { data, names, colour, shares } = look
  const shape = (collection: MapReply['regions']) => ({ type: 'geojson' as const, data: collection })
  const tiled = data.tiles !== null && shares === null
  const ground: LayerSpecification[] = [
    { id: 'land', type: 'background', paint: { 'background-color': colour(shares === null ? 'map-land' : 'panel') } },
    ...(shares === null ? [] : [regionFill(colour, shares)]),
    {
      id: 'water',
      type: 'fill',
      source: 'basemap',
      filter: is('kind', 'water'),
      paint: { 'fill-color': colour('map-water') },
    },
    ...(shares === null ? roads(colour) : []),
  ]
  return {
    version: 8,
    sources: {
      basemap: shape(data.basemap),
      regions: shape(data.regions),
      names: shape(names),
      places: shape(data.places),
      ...(tiled ? { tiles: { type: 'raster' as const, tiles: [String(data.tiles)], tileSize: 256, maxzoom: 18 } } : {}),
    },
    layers: tiled
      ? [{ id: 'tiles', type: 'raster', source: 'tiles' }, ...regionEdges(look)]
      : [...ground, ...regionEdges(look), ...labels(look)],
  }
}
