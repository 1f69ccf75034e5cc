/**
 * Why bytes are no classifier: they end early, are something else, were changed, are of a form this program doesn't
 * know, or contradict themselves.
 */
export type FaultReason = 'cut-short' | 'not-a-model' | 'altered' | 'unknown-form' | 'inconsistent'

const SENTENCES: Record<FaultReason, string> = {
  'cut-short': 'the model file is cut short',
  'not-a-model': 'the file is not a classifier model',
  altered: 'the model file was altered: its check sum is wrong',
  'unknown-form': 'the model file has a form this version does not know',
  inconsistent: 'the model file contradicts itself',
}

export class ModelFault extends Error {
  readonly reason: FaultReason
  constructor(reason: FaultReason) {
    super(SENTENCES[reason])
    this.name = 'ModelFault'
    this.reason = reason
  }
}
