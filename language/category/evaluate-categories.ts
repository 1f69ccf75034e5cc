import { type Accord, labelsRight } from '../classify/accord.ts'
import { SURE_PRECISION, sureFrom } from '../classify/probability.ts'
import type { CategoryModel } from './category-model.ts'
import { wayTo } from './label-set.ts'
import { suggestCategories } from './suggest-categories.ts'
import type { LabelledOrder } from './training-examples.ts'

type LevelFigures = { level: number; right: number; of: number }
/** A scene people gave that the model often calls something else. */
export type WorstCategory = {
  code: string
  right: number
  of: number
  f1: number
  confusedWith: readonly { code: string; times: number }[]
}
/** Rates as two counts where they are counts; the rest between 0 and 1. `null`: nothing was held back. */
export type CategoryFigures = {
  of: number
  right: number
  rightInThree: number
  levels: readonly LevelFigures[]
  macroF1: number | null
  /** mean difference between what was claimed and what came true, over ten groups of equal size */
  calibrationError: number | null
  /**
   * the share of answers, most probable first, that can be taken while 96.5 % of them are right; where people err, such
   * answers agree with fewer of their labels (`labelsRight`)
   */
  coverageAt965: number | null
  /** what the model itself calls sure: how many, and how many of them right */
  sure: { right: number; of: number }
  /** codes people gave that the model cannot give: added since, closed, or of a higher level */
  unknownCodes: readonly { code: string; times: number }[]
  worst: readonly WorstCategory[]
}

/** The latest part in time, in whole orders, and what came before it: a model is examined on what it could not know. */
export function splitInTime<Order extends { at: string }>(orders: readonly Order[], share = 0.2) {
  const sorted = [...orders].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const cut = sorted.length - Math.floor(sorted.length * share)
  return { earlier: sorted.slice(0, cut), heldBack: sorted.slice(cut) }
}

type Answer = { truth: string; given: string | null; probability: number; inThree: boolean; sure: boolean }

/**
 * The figures of a model's card on orders it was not trained on. `accord`: how far the people agree with themselves who
 * labelled these.
 */
export function evaluateCategories(
  model: CategoryModel,
  heldBack: readonly Omit<LabelledOrder, 'at'>[],
  accord: Accord = model.classifier.accord,
): CategoryFigures {
  const answers = heldBack.map(({ title, content, code }): Answer => {
    const { sure, suggestions } = suggestCategories(model, { title, content })
    const [first] = suggestions
    const inThree = suggestions.some((one) => one.code === code)
    return { truth: code, given: first?.code ?? null, probability: first?.probability ?? 0, inThree, sure }
  })
  const ranked = answers.map(({ probability, given, truth }) => ({ probability, right: given === truth }))
  const from = sureFrom(ranked, SURE_PRECISION * labelsRight(accord))
  const count = (wanted: (answer: Answer) => boolean) => answers.filter(wanted).length
  const known = new Set(model.classifier.labels)
  const perCode = figuresByCode(answers)
  const none = answers.length === 0
  return {
    of: answers.length,
    right: count(({ given, truth }) => given === truth),
    rightInThree: count(({ inThree }) => inThree),
    levels: levelsOf(model, answers),
    macroF1: none ? null : perCode.reduce((sum, { f1 }) => sum + f1, 0) / perCode.length,
    calibrationError: none ? null : calibrationError(ranked),
    coverageAt965: none ? null : ranked.filter(({ probability }) => probability >= from).length / ranked.length,
    sure: { of: count(({ sure }) => sure), right: count(({ sure, given, truth }) => sure && given === truth) },
    unknownCodes: tally(answers.map(({ truth }) => truth).filter((code) => !known.has(code))),
    worst: perCode
      .filter(({ right, of }) => right < of)
      .sort((a, b) => b.of - b.right - (a.of - a.right) || (a.code < b.code ? -1 : 1))
      .slice(0, 20),
  }
}

const tally = (codes: readonly string[]): { code: string; times: number }[] =>
  [...new Set(codes)]
    .map((code) => ({ code, times: codes.filter((one) => one === code).length }))
    .sort((a, b) => b.times - a.times || (a.code < b.code ? -1 : 1))

function levelsOf(model: CategoryModel, answers: readonly Answer[]): LevelFigures[] {
  return [1, 2, 3].map((level) => {
    const at = (code: string) => wayTo(code, model.parents)[level - 1]
    const asked = answers.filter(({ truth }) => model.parents.has(truth) && at(truth) !== undefined)
    const right = asked.filter(({ truth, given }) => given !== null && at(given) === at(truth)).length
    return { level, right, of: asked.length }
  })
}

function figuresByCode(answers: readonly Answer[]): WorstCategory[] {
  const given = new Map<string | null, number>()
  for (const answer of answers) given.set(answer.given, (given.get(answer.given) ?? 0) + 1)
  const byTruth = new Map<string, Answer[]>()
  for (const answer of answers) byTruth.set(answer.truth, [...(byTruth.get(answer.truth) ?? []), answer])
  return Array.from(byTruth, ([code, own]) => {
    const right = own.filter((answer) => answer.given === code).length
    const wrong = own.flatMap((answer) => (answer.given === null || answer.given === code ? [] : [answer.given]))
    return {
      code,
      right,
      of: own.length,
      f1: (2 * right) / (own.length + (given.get(code) ?? 0)),
      confusedWith: tally(wrong).slice(0, 3),
    }
  })
}

/** Expected calibration error over ten groups of equal size, so that no group is empty. */
export function calibrationError(answers: readonly { probability: number; right: boolean }[]): number {
  const ranked = [...answers].sort((a, b) => a.probability - b.probability)
  const size = Math.ceil(ranked.length / 10)
  let error = 0
  for (let at = 0; at < ranked.length; at += size) {
    const group = ranked.slice(at, at + size)
    const claimed = group.reduce((sum, { probability }) => sum + probability, 0)
    const right = group.filter((answer) => answer.right).length
    error += Math.abs(claimed - right) / ranked.length
  }
  return error
}
