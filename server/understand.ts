import type { Handlers } from '#contract/api.ts'
import type { WordSpan } from '#contract/facts.ts'
import { classifierVersion, classify } from '#domain/accept/classify.ts'
import type { Category, City } from '#domain/city/city.ts'
import { categoryName } from './order-view.ts'
import type { Shell } from './shell.ts'

/** 住建 › 物业管理: what stands above says which of two like names is meant. */
function pathOf(city: City, category: Category | undefined): string {
  const path: string[] = []
  for (let at = category?.parent ?? null; at !== null; at = city.categories.get(at)?.parent ?? null)
    path.unshift(city.categories.get(at)?.name ?? at)
  return path.join(' › ')
}

function spansOf(title: string, content: string, word: string): WordSpan[] {
  for (const [field, text] of [['title', title] as const, ['content', content] as const]) {
    const from = text.indexOf(word)
    if (from >= 0) return [{ text: word, field, from, to: from + word.length }]
  }
  return []
}

function categoriesFor(city: City, title: string, content: string) {
  const suggestions = classify(city, title, content).map(({ category, confidence, reasons }) => ({
    category,
    name: categoryName(city, category) ?? '',
    path: pathOf(city, city.categories.get(category)),
    probability: confidence,
    why: { zh: `提到${reasons.map((word) => `“${word}”`).join('')}`, en: `says ${reasons.join(', ')}` },
    words: reasons.flatMap((word) => spansOf(title, content, word)),
  }))
  return { sure: false, suggestions }
}

const NOTHING = { sure: false, suggestions: [] }

export const understandHandlers = {
  understand: async ({ city }, { body: { title, content } }) => ({
    ok: true,
    reply: {
      model: classifierVersion(city),
      requestType: NOTHING,
      category: categoriesFor(city, title, content),
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
