import type { Handlers } from '#contract/api.ts'
import type { Category, City } from '#domain/city/city.ts'
import type { CategoryCode } from '#domain/ids.ts'
import { modelVersion } from './models/model-state.ts'
import { categoriesFor } from './models/suggest-category.ts'
import { categoryName } from './order-view.ts'
import type { Shell } from './shell.ts'

/** 住建 › 物业管理: what stands above says which of two like names is meant. */
function pathOf(city: City, category: Category | undefined): string {
  const path: string[] = []
  for (let at = category?.parent ?? null; at !== null; at = city.categories.get(at)?.parent ?? null)
    path.unshift(city.categories.get(at)?.name ?? at)
  return path.join(' › ')
}

function categoriesOf(shell: Shell, title: string, content: string) {
  const { sure, suggestions } = categoriesFor(shell, title, content)
  return {
    sure,
    suggestions: suggestions.map(({ code, probability, words }) => ({
      category: code as CategoryCode,
      name: categoryName(shell.city, code) ?? '',
      path: pathOf(shell.city, shell.city.categories.get(code as CategoryCode)),
      probability,
      why: {
        zh: `提到${words.map(({ text }) => `“${text}”`).join('')}`,
        en: `says ${words.map(({ text }) => text).join(', ')}`,
      },
      words,
    })),
  }
}

const NOTHING = { sure: false, suggestions: [] }

export const understandHandlers = {
  understand: async (shell, { body: { title, content } }) => ({
    ok: true,
    reply: {
      model: modelVersion(shell.models.inForce),
      requestType: NOTHING,
      category: categoriesOf(shell, title, content),
      urgency: NOTHING,
      place: NOTHING,
      respondent: NOTHING,
      hazard: null,
      demand: null,
      occurredAt: null,
      facts: [],
    },
  }),
} satisfies Partial<Handlers<Shell>>
