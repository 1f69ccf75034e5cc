import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const tokensOf = (selector: string): Record<string, string> => {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? ''
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]))
}
const light = tokensOf(':root')
const themes = { light, dark: { ...light, ...tokensOf('[data-theme="dark"]') } }

const channels = (hex: string): number[] => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255)
const linear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = channels(hex).map(linear)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const ratio = (a: string, b: string): number => {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (bright + 0.05) / (dark + 0.05)
}

const surfaces = ['bg', 'panel', 'sunken', 'hover']
/** Text needs 4.5:1 wherever it may stand, edges of controls and marks of charts 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). */
const pairs: readonly (readonly [string, string, number])[] = [
  ...['text', 'text-2', 'text-3'].flatMap((ink) =>
    [...surfaces, 'brand-soft', 'amber-soft', 'red-soft'].map((on) => [ink, on, 4.5] as const),
  ),
  ...['brand', 'green', 'amber', 'red'].flatMap((ink) =>
    [...surfaces, `${ink}-soft`].map((on) => [ink, on, 4.5] as const),
  ),
  ['on-brand', 'brand', 4.5],
  ['on-brand', 'brand-hover', 4.5],
  ['text', 'mark', 4.5],
  ['map-text', 'map-land', 4.5],
  ...['panel', 'sunken'].map((on) => ['control', on, 3] as const),
  ...surfaces.map((on) => ['focus', on, 3] as const),
  ...['cat-1', 'cat-2', 'cat-3', 'cat-4', 'cat-5', 'bar-green', 'bar-amber', 'bar-red'].map(
    (ink) => [ink, 'panel', 3] as const,
  ),
]

describe.each(Object.entries(themes))('the %s theme', (_, tokens) => {
  test.each(pairs)('%s on %s reaches %f:1', (ink, on, floor) => {
    expect(ratio(tokens[ink] ?? '', tokens[on] ?? '')).toBeGreaterThanOrEqual(floor)
  })
})

test('no rule outside the tokens names a colour', () => {
  const sheets = ['ground', 'frame', 'parts', 'controls', 'desks', 'door', 'phone']
  const named = sheets.flatMap((name) => {
    const text = readFileSync(new URL(`./${name}.css`, import.meta.url), 'utf8').replace(/url\([^)]*\)/g, '')
    return [...text.matchAll(/#[0-9a-f]{3,8}\b|rgba?\(/g)].map(([found]) => `${name}.css ${found}`)
  })
  expect(named).toEqual([])
})
