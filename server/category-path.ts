import type { Category, City } from '#domain/city/city.ts'

/** 住建 › 物业管理: what stands above says which of two like names is meant. */
export function pathOf(city: City, category: Category | undefined): string {
  const path: string[] = []
  for (let at = category?.parent ?? null; at !== null; at = city.categories.get(at)?.parent ?? null)
    path.unshift(city.categories.get(at)?.name ?? at)
  return path.join(' › ')
}
