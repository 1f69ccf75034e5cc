import { randomFrom, shuffle } from './random.ts'
import type { Rows } from './rows.ts'

/** A plane: score = bias + Σ weight × value. */
type Plane = { weights: Float32Array; bias: number }
type SeparateOptions = { cost: number; precision: number; rounds: number }
/** On which side each text stands, 1 or −1, and how much it counts. */
type Sides = { sides: Int8Array; importance: Float32Array }

/**
 * The plane that separates the texts on the one side from those on the other: a linear support vector machine with
 * squared hinge loss by dual coordinate descent with shrinking (Hsieh et al., ICML 2008, as in LIBLINEAR solver 1). The
 * bias is a feature of value 1. Stops when no two steps differ by more than `precision` or after `rounds` passes.
 */
export function separate(rows: Rows, { sides, importance }: Sides, width: number, options: SeparateOptions): Plane {
  const { starts, columns, values } = rows
  const softness = Float64Array.from(importance, (much) => 0.5 / (options.cost * much))
  const weights = new Float32Array(width)
  let bias = 0
  const pulls = new Float64Array(sides.length)
  const squares = new Float64Array(sides.length)
  for (let i = 0; i < sides.length; i++) squares[i] = 1 + (softness[i] ?? 0) + squareOf(rows, i)

  function slopeOf(i: number): number {
    let score = bias
    const end = starts[i + 1] ?? 0
    for (let at = starts[i] ?? 0; at < end; at++) score += (weights[columns[at] ?? 0] ?? 0) * (values[at] ?? 0)
    return score * (sides[i] ?? 1) - 1 + (softness[i] ?? 0) * (pulls[i] ?? 0)
  }
  function pull(i: number, slope: number): void {
    const before = pulls[i] ?? 0
    const now = Math.max(before - slope / (squares[i] ?? 1), 0)
    pulls[i] = now
    const by = (now - before) * (sides[i] ?? 1)
    const end = starts[i + 1] ?? 0
    for (let at = starts[i] ?? 0; at < end; at++) {
      const column = columns[at] ?? 0
      weights[column] = (weights[column] ?? 0) + by * (values[at] ?? 0)
    }
    bias += by
  }
  descend({ slopeOf, pull, isLoose: (i) => pulls[i] === 0 }, Int32Array.from(sides.keys()), options)
  return { weights, bias }
}

function squareOf({ starts, values }: Rows, i: number): number {
  let sum = 0
  for (let at = starts[i] ?? 0; at < (starts[i + 1] ?? 0); at++) sum += (values[at] ?? 0) ** 2
  return sum
}

type Descent = { slopeOf(i: number): number; pull(i: number, slope: number): void; isLoose(i: number): boolean }

/** Passes over the texts in `order`; those that surely stay on their side unaided rest until all others are settled. */
function descend(descent: Descent, order: Int32Array, options: SeparateOptions): void {
  const random = randomFrom(1)
  let active = order.length
  let ceiling = Number.POSITIVE_INFINITY
  for (let round = 0; round < options.rounds; round++) {
    shuffle(order, active, random)
    const pass = passOver(descent, order, active, ceiling)
    active = pass.active
    const settled = pass.steepest - pass.flattest <= options.precision
    if (settled && active === order.length) return
    if (settled) active = order.length
    ceiling = settled || pass.steepest <= 0 ? Number.POSITIVE_INFINITY : pass.steepest
  }
}

function passOver({ slopeOf, pull, isLoose }: Descent, order: Int32Array, all: number, ceiling: number) {
  let active = all
  let steepest = Number.NEGATIVE_INFINITY
  let flattest = Number.POSITIVE_INFINITY
  let at = 0
  while (at < active) {
    const i = order[at] ?? 0
    const slope = slopeOf(i)
    if (isLoose(i) && slope > ceiling) {
      active -= 1
      order[at] = order[active] ?? 0
      order[active] = i
      continue
    }
    const open = isLoose(i) ? Math.min(slope, 0) : slope
    steepest = Math.max(steepest, open)
    flattest = Math.min(flattest, open)
    if (Math.abs(open) > 1e-12) pull(i, slope)
    at += 1
  }
  return { active, steepest, flattest }
}
