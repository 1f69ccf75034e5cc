export type ModelFaultKind = 'cut-short' | 'wrong-format' | 'foreign-labels'

/** Why a model file is not taken; the model in force stays. `codes`: those the city never had, for `foreign-labels`. */
export class ModelFault extends Error {
  readonly kind: ModelFaultKind
  readonly codes: readonly string[]
  constructor(kind: ModelFaultKind, reason: string, codes: readonly string[] = []) {
    super(reason)
    this.name = 'ModelFault'
    this.kind = kind
    this.codes = codes
  }
}

/** Its sum fits and its parts do not. */
export const contradicting = (): ModelFault => new ModelFault('wrong-format', 'the model file contradicts itself')
