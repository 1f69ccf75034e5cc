import type { Band, ModelCard, ModelFigures, WorstCategory } from '#contract/model-card.ts'
import type { Instant, OrderId } from '#domain/ids.ts'
import type { CategoryModel } from '#language/category/category-model.ts'
import { type CategoryFigures, evaluateCategories } from '#language/category/evaluate-categories.ts'
import { suggestCategories } from '#language/category/suggest-categories.ts'
import type { Accord } from '#language/classify/accord.ts'
import type { TrainingOrder } from './training-order.ts'

const BANDS = 10
const EXAMPLES = 5
const digits = (value: number): number => Math.round(value * 1e4) / 1e4

type Answer = { order: TrainingOrder; given: string | null; probability: number }

/** Claims by bands of a tenth; empty ones are left out. */
function bandsOf(answers: readonly { probability: number; right: boolean }[]): Band[] {
  const bands = Array.from({ length: BANDS }, () => ({ of: 0, right: 0, sum: 0 }))
  for (const { probability, right } of answers) {
    const band = bands[Math.min(BANDS - 1, Math.floor(probability * BANDS))]
    if (band === undefined) continue
    band.of += 1
    band.right += right ? 1 : 0
    band.sum += probability
  }
  return bands.flatMap(({ of, right, sum }, i) =>
    of === 0 ? [] : [{ from: i / BANDS, to: (i + 1) / BANDS, of, right, claimed: digits(sum / of) }],
  )
}

function worstOf(worst: CategoryFigures['worst'], answers: readonly Answer[]): WorstCategory[] {
  return worst.map(({ code, right, of, f1, confusedWith }) => ({
    code,
    right,
    of,
    f1: digits(f1),
    confusedWith: confusedWith.map((other) => ({
      ...other,
      orders: answers
        .filter(({ order, given }) => order.code === code && given === other.code)
        .slice(0, EXAMPLES)
        .map(({ order }) => ({ id: order.id as OrderId, no: order.no })),
    })),
  }))
}

/** The card's figures, over orders in time order that the model has not seen. */
export function measureModel(model: CategoryModel, heldBack: readonly TrainingOrder[]): ModelFigures | null {
  const [first, last] = [heldBack[0], heldBack.at(-1)]
  if (first === undefined || last === undefined) return null
  const figures = evaluateCategories(model, heldBack)
  const answers = heldBack.map((order): Answer => {
    const [best] = suggestCategories(model, order, { top: 1 }).suggestions
    return { order, given: best?.code ?? null, probability: best?.probability ?? 0 }
  })
  return {
    from: first.at as Instant,
    until: last.at as Instant,
    of: figures.of,
    right: figures.right,
    rightInThree: figures.rightInThree,
    levels: figures.levels.map((level) => ({ ...level })),
    macroF1: digits(figures.macroF1 ?? 0),
    calibrationError: digits(figures.calibrationError ?? 0),
    coverageAt965: digits(figures.coverageAt965 ?? 0),
    sure: { ...figures.sure },
    people: { ...model.classifier.accord },
    unknownCodes: figures.unknownCodes.slice(0, 50).map((unknown) => ({ ...unknown })),
    bands: bandsOf(answers.map(({ order, given, probability }) => ({ probability, right: given === order.code }))),
    worst: worstOf(figures.worst, answers),
  }
}

type Rival = { number: number; until: string | null; model: CategoryModel }

/** The model in force on the same orders, so that nobody adopts a worse one for its newness. */
export function compareModel(rival: Rival, heldBack: readonly TrainingOrder[], accord: Accord): ModelCard['compared'] {
  if (heldBack.length === 0) return null
  const { of, right, rightInThree, coverageAt965 } = evaluateCategories(rival.model, heldBack, accord)
  const knew = rival.until === null ? 0 : heldBack.filter(({ at }) => at <= (rival.until ?? '')).length
  return { number: rival.number, of, right, rightInThree, coverageAt965: digits(coverageAt965 ?? 0), knew }
}
