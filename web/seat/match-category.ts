import type { getCity } from '#contract/city.ts'
import type { ReplyOf } from '../send.ts'

type CityCategory = ReplyOf<typeof getCity>['categories'][number]
/** A scene to take, or a step of the tree to open. */
type CategoryMatch = { category: CategoryMatchable; opens: boolean }
type CategoryMatchable = Pick<CityCategory, 'code' | 'name' | 'level' | 'parent' | 'initials' | 'keywords' | 'active'>

const CODE = /^[a-z](\d{0,4})$/i

/** How well a node answers what was typed; null: not at all. Smaller is better. */
function rank(node: CategoryMatchable, typed: string): number | null {
  if (node.code.toLowerCase() === typed) return 0
  if (node.name === typed) return 1
  if (node.initials === typed) return 2
  if (node.name.startsWith(typed)) return 3
  if (node.initials.startsWith(typed)) return 4
  if (node.name.includes(typed)) return 5
  if (node.keywords.some((word) => word === typed)) return 6
  if (node.initials.includes(typed) && typed.length > 1) return 7
  return node.keywords.some((word) => word.includes(typed) || (typed.length > 2 && typed.includes(word))) ? 8 : null
}

/**
 * Scenes by code, initials of their pinyin, name or keyword, and the tree: nothing typed shows the domains, a domain's
 * letter its items, an item's code its scenes. Scenes that the city no longer offers are left out.
 */
export function matchCategories(nodes: readonly CategoryMatchable[], text: string): CategoryMatch[] {
  const typed = text.trim().toLowerCase()
  const offered = nodes.filter((node) => node.active)
  const children = (level: number, under: string) =>
    offered.filter((node) => node.level === level && node.code.toLowerCase().startsWith(under))
  const step = (found: readonly CategoryMatchable[]) =>
    found.map((category) => ({ category, opens: category.level < 3 }))
  if (typed === '') return step(children(1, ''))
  const tree = CODE.test(typed) ? step(children(typed.length === 1 ? 2 : 3, typed)) : []
  const known = new Set(tree.map(({ category }) => category.code))
  const ranked = offered
    .flatMap((category) => {
      const at = category.level === 3 && !known.has(category.code) ? rank(category, typed) : null
      return at === null ? [] : [{ category, at }]
    })
    .toSorted((a, b) => a.at - b.at || (a.category.code < b.category.code ? -1 : 1))
  return [...tree, ...ranked.map(({ category }) => ({ category, opens: false }))]
}

/** 公共设施 › 供热服务 */
export function pathOf(nodes: readonly CategoryMatchable[], code: string): string {
  const byCode = new Map(nodes.map((node) => [node.code as string, node.name]))
  return [code.slice(0, 1), code.slice(0, 3)]
    .filter((part) => part !== code)
    .flatMap((part) => byCode.get(part) ?? [])
    .join(' › ')
}
