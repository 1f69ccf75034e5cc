import { FEATURES } from './name-features.ts'
import type { Weights } from './name-model.ts'
import kept from './name-weights.json' with { type: 'json' }

export type KeptWeights = { step: number; values: string }

/** Weights as whole numbers of one byte, and what one is worth; as text of base 64. */
export function keptWeights(weights: Float32Array): KeptWeights {
  const most = weights.reduce((max, w) => Math.max(max, Math.abs(w)), 0)
  const step = Math.fround(Math.min(most, 3) / 127)
  let bytes = ''
  for (const w of weights) bytes += String.fromCharCode(Math.max(-127, Math.min(127, Math.round(w / step))) & 255)
  return { step, values: btoa(bytes) }
}

export function readWeights({ step, values }: KeptWeights): Weights {
  const read = new Float32Array(FEATURES)
  const bytes = atob(values)
  for (let i = 0; i < bytes.length; i++) read[i] = (bytes.charCodeAt(i) << 24) >> 24
  return { step, values: read }
}

let weights: Weights | null = null

/** What `tools/train-names.ts` learnt; read when the first name is looked for. */
export function nameWeights(): Weights {
  weights ??= readWeights(kept)
  return weights
}
